"""Students: every practice agreement within reach."""
