"""Where the law or guidance says a thing.

Holds places, never the sources' own sentences.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one source.

    `source` is the short id of a source text or of an edition; `line` counts from 1 in our
    copy of a source text and is None for editions we hold no copy of; `statute` is the
    provision that the place rests on; `address` is a public web address; `unverified` marks
    what no primary source has yet confirmed.
    """

    source: str
    heading: str | None = None
    line: int | None = None
    statute: str | None = None
    address: str | None = None
    unverified: bool = False
