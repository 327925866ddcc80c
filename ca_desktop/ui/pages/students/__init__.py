"""Partners: the organisations that may receive a paper."""
