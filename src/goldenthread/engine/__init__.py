"""(pack, case, as_of, known_at) to findings. Pure."""
