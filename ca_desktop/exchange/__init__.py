"""Formats in and out: what other programs read and write. Knows only the domain; only services
call it.
"""
