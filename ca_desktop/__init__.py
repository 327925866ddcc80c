"""CA Desktop: an offline desktop program for Dutch craft centres for the circular economy."""

__version__ = "0.1.0"
