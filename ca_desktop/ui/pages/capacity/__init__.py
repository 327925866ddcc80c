"""The capacity board: is there enough guidance in each half-day, and what if something changes."""
