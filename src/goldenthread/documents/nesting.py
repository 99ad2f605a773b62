"""Files whose parts are nested so deeply that no person wrote them so.

One guard that every reader of nested formats stands in.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from goldenthread.fault import Fault


@contextmanager
def refusing_depth(what: str) -> Iterator[None]:
    """Refuse to read what is nested too deeply.

    Raises:
        Fault: in place of the interpreter's own error.
    """
    try:
        yield
    except RecursionError as error:
        raise Fault(
            f"This {what} is nested too deeply to read: save it again and upload the new copy."
        ) from error
