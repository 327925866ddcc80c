"""What comes before the work: first run, signing in, the lock, recovery. Imports nothing heavy."""
