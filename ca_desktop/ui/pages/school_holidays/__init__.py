"""The school holidays per region: dated data that a centre checks and changes."""
