"""The case file: one system and what happened in it, read with errors by line and written back."""
