"""How strongly a source says a thing: must, should, may, or expects.

Holds the words only; what follows from each is the engine's business.
"""

from enum import StrEnum


class Modality(StrEnum):
    """The four strengths the sources use, strongest first; always shown apart.

    `must` is statute, `should` is guidance, `may` is a power or a suggestion, and
    `expects` is a stated expectation that is none of the three.
    """

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    EXPECTS = "expects"
