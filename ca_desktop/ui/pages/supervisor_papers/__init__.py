"""Papers of all supervisors: who has what, what has to be renewed, and what is asked."""
