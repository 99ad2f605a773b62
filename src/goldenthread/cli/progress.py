"""Progress on standard error: one line that renews itself, or plain lines now and then.

Says nothing about short work that no terminal watches.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

_WIDTH = 79
_RENEWED_EVERY = 0.2
_PLAIN_EVERY = 10.0


@dataclass(slots=True)
class Progress:
    """Tells how far a check of `total` documents is."""

    total: int
    out: TextIO = field(default_factory=lambda: sys.stderr)
    began_at: float = field(default_factory=time.monotonic)
    _told_at: float = 0.0
    _width: int = 0

    def tell(self, done: int, in_hand: Sequence[Path]) -> None:
        """Say how many documents are done and what is being read."""
        now = time.monotonic()
        is_terminal = self.out.isatty()
        every = _RENEWED_EVERY if is_terminal else _PLAIN_EVERY
        if now - max(self._told_at, 0.0 if is_terminal else self.began_at) < every:
            return
        self._told_at = now
        text = self._sentence(done, in_hand, now)
        if is_terminal:
            self._renew(text)
        else:
            print(text, file=self.out, flush=True)

    def close(self) -> None:
        """Clear the line that renews itself."""
        if self._width:
            self._renew("")
            print(end="\r", file=self.out, flush=True)

    def _sentence(self, done: int, in_hand: Sequence[Path], now: float) -> str:
        seconds = int(now - self.began_at)
        text = f"{done} of {self.total} documents checked after {seconds} s"
        return f"{text}; reading {in_hand[0].name}" if in_hand else text

    def _renew(self, text: str) -> None:
        cut = text[:_WIDTH]
        print("\r" + cut.ljust(self._width), end="", file=self.out, flush=True)
        self._width = len(cut)
