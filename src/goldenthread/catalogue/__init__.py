"""The one place where law is written down: packs of YAML, their schema and their loader."""
