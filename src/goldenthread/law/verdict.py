"""The words for how far a document answers a requirement.

A machine's verdict is a proposal; a person's counts.
"""

from enum import StrEnum


class Verdict(StrEnum):
    """How far a document answers a requirement or one of its points.

    `partial` means that some points are evidenced; mentions alone are `not_found`.
    `cannot_tell` means that pages could not be read. Only people say `does_not_meet`.
    """

    EVIDENCED = "evidenced"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    CANNOT_TELL = "cannot_tell"
    DOES_NOT_MEET = "does_not_meet"
