"""Supervisors with their certificates and the people they guide."""
