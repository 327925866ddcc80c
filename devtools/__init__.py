"""Tools for building and checking the program; never part of it."""
