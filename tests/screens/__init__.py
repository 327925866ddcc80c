"""Pictures of the program at work, made by `python3 dev.py screenshots` to be looked at."""
