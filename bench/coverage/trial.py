"""Compares methods for the two questions of the plan check, by cross-validation over writers.

Run with `python -m bench.coverage.trial`. Prints a table; nothing is written.
"""
