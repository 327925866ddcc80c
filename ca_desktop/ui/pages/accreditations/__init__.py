"""The SBB accreditation per location and qualification."""
