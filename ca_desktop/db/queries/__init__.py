"""Reads over several tables: lists, counts, search."""
