"""Measurements: quality and speed, never part of the test suite."""
