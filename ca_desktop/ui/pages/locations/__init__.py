"""The locations of the centre as training companies at SBB."""
