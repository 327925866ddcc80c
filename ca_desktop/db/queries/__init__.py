"""Reads over several tables: lists, counts and search. They never write."""
