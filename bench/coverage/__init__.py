"""How good the plan check is, measured on material written by us."""
