"""Roles: the factsheet, the profile and how many places there are."""
