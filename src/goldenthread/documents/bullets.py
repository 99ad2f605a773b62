"""Bullets typed by hand at the start of a line.

Pure text in, text out.
"""

import re

_SIGNS = "•●▪■◆◦○‣⁃∙·►▶➢➤➔✓✔✦❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_BULLET = re.compile(rf"\s*(?:[{_SIGNS}]\s*|[-–—*]\s+|o\s+)(?=\S)")


def without_bullet(line: str) -> str | None:
    """Give a line without the bullet it begins with, None if it begins with none.

    A lone `o`, a dash or a star is a bullet before a space.
    """
    match = _BULLET.match(line)
    return line[match.end() :] if match else None
