"""Makes a program that runs where there is no Python, and proves that it does."""
