"""The pages of the program; none knows another."""
