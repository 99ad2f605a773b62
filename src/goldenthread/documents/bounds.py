"""How large a file may be, packed and unpacked: what a reader may spend on it.

Values only.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most a file may hold: bytes as given, bytes unpacked, parts of an archive, pages."""

    bytes: int = 50_000_000
    unpacked_bytes: int = 300_000_000
    parts: int = 5_000
    pages: int = 3_000
