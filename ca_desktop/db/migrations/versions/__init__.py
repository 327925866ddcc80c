"""The steps from one schema to the next; frozen texts that import nothing from the program."""
