"""The page of the guidance log."""
