"""Documents checked side by side, each in a process of its own that can be stopped.

Holds the only processes of the command line. A file that hangs or brings its process down
costs itself and nothing else.
"""

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from goldenthread.coverage.finding import PlanCoverage
from goldenthread.fault import Fault
from goldenthread.reports.check.report import Unread

Outcome = PlanCoverage | Unread
Check = Callable[[Path], PlanCoverage]

_TICK = 0.2

#: The most address space that reading and checking one file may take, in bytes.
MOST_MEMORY = 3_000_000_000


@dataclass(slots=True)
class _Worker:
    """One process: the file it has in hand by its place, and the moment it must be done."""

    process: BaseProcess
    pipe: Connection
    place: int | None = None
    due: float = 0.0


@dataclass(slots=True)
class Crew:
    """Workers that share a pile of files.

    `check` is run in the workers and must be picklable; `told` hears of progress at least
    five times a second: how many are done, and which are in hand.
    """

    check: Check
    workers: int
    max_seconds: float
    told: Callable[[int, list[Path]], None]
    _busy: list[_Worker] = field(default_factory=list)
    _free: list[_Worker] = field(default_factory=list)

    def check_all(self, files: Sequence[Path]) -> list[Outcome]:
        """Check every file; give the outcomes in the order of the files."""
        outcomes: dict[int, Outcome] = {}
        pile = list(reversed(range(len(files))))
        try:
            while pile or self._busy:
                while pile and len(self._busy) < self.workers:
                    self._hand_out(pile.pop(), files)
                self._collect(outcomes, files)
                in_hand = [files[worker.place] for worker in self._busy if worker.place is not None]
                self.told(len(outcomes), in_hand)
        finally:
            self._dismiss()
        return [outcomes[place] for place in range(len(files))]

    def _hand_out(self, place: int, files: Sequence[Path]) -> None:
        worker = self._free.pop() if self._free else self._hire()
        worker.place, worker.due = place, time.monotonic() + self.max_seconds
        worker.pipe.send(files[place])
        self._busy.append(worker)

    def _hire(self) -> _Worker:
        here, there = multiprocessing.Pipe()
        process = multiprocessing.Process(target=_work, args=(self.check, there), daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)

    def _collect(self, outcomes: dict[int, Outcome], files: Sequence[Path]) -> None:
        """Take in what is done, and stop what is overdue."""
        ready = wait([worker.pipe for worker in self._busy], timeout=_TICK)
        for worker in list(self._busy):
            place = worker.place
            if place is None:
                continue
            if worker.pipe in ready:
                outcomes[place] = self._receive(worker, files[place])
            elif time.monotonic() >= worker.due:
                self._let_go(worker)
                why = (
                    f"reading it took longer than {self.max_seconds:g} seconds; "
                    "allow more with --max-seconds"
                )
                outcomes[place] = Unread(files[place].as_posix(), why)

    def _receive(self, worker: _Worker, file: Path) -> Outcome:
        try:
            outcome: Outcome = worker.pipe.recv()
        except (EOFError, OSError):
            self._let_go(worker)
            why = "reading it brought the reader down; the file may be damaged, so save it anew"
            return Unread(file.as_posix(), why)
        self._busy.remove(worker)
        worker.place = None
        self._free.append(worker)
        return outcome

    def _let_go(self, worker: _Worker) -> None:
        self._busy.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def _dismiss(self) -> None:
        for worker in [*self._busy, *self._free]:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
        self._busy.clear()
        self._free.clear()


def _work(check: Check, pipe: Connection) -> None:
    """Check files as they come until there is no one to hand them in.

    An interrupt is for the parent to act on: it stops its workers itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_memory(MOST_MEMORY)
    while True:
        try:
            file: Path = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_outcome(check, file))


def bound_memory(most: int) -> None:
    """Let this process take `most` bytes of address space; elsewhere than on Linux, nothing.

    What would take more fails in this process alone. Shown on Linux; macOS and Windows have
    no such bound that can be relied on, so there only the time of a file is bounded.
    """
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _outcome(check: Check, file: Path) -> Outcome:
    try:
        return check(file)
    except Fault as fault:
        return Unread(file.as_posix(), str(fault))
    except MemoryError:
        return Unread(file.as_posix(), "it needs more memory than this computer can give")
    except Exception as error:
        kind = type(error).__name__
        return Unread(file.as_posix(), f"the program failed on it ({kind}: {error}); report this")
