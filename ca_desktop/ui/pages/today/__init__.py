"""Vandaag: what needs somebody now, and the one thing to press."""
