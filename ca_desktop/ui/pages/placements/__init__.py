"""The page of placements: who works where, and until when."""
