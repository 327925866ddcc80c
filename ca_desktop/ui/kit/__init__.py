"""Our widgets: they know no subject. Read README.md beside this file first."""
