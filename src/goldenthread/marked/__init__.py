"""YAML whose every value knows its line, so that a mistake can be named where it stands.

Takes text, gives plain data and lines, or a Fault. Opens no file and knows no law.
"""

from goldenthread.marked.reading import Marked, read_marked
from goldenthread.marked.shape import check_shape, nearest, nearest_hint

__all__ = ["Marked", "check_shape", "nearest", "nearest_hint", "read_marked"]
