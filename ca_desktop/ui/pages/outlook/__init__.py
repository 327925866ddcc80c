"""The board of all accreditations: what may start today, and what soon no longer."""
