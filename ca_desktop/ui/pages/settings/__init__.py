"""Beheer: the centre, its accounts and passwords, the safety of its data, and the program."""
