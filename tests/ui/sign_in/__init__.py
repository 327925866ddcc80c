"""Tests of what comes before the work."""
