"""Participants: the list and the file of one person."""
