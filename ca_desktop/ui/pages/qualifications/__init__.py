"""The list of qualifications: what the centre checked, changed and read in."""
