"""YAML or JSON text to plain data, with the line of every value.

Takes text, not files. Refuses what YAML would silently bend: doubled keys, keys that are
not words (`on:` loads as true), anchors that multiply.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from goldenthread.fault import Fault

Path = tuple[str | int, ...]

#: The most values one file may hold: more is a mistake or an attack, not a pack.
MOST_VALUES = 2_000_000


@dataclass(frozen=True, slots=True)
class Marked:
    """Data read from `name`, with the line (from 1) of each value by its path.

    A path is keys and positions from the top: `("bodies", 2, "kind")`.
    """

    name: str
    data: Any  # the shape is whatever the author wrote; check_shape gives it a type
    lines: dict[Path, int]

    def line_of(self, path: Path) -> int:
        """Give the line of the value at `path`, or of the nearest value around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1

    def fault(self, path: Path, message: str) -> Fault:
        """Make the Fault that names this file, the line of `path` and what is wrong there."""
        return Fault(f"{self.name}, line {self.line_of(path)}: {message}")


def read_marked(text: str, name: str) -> Marked:
    """Read YAML (or JSON, which is YAML) into plain data with lines.

    `name` is what messages call the file. Raises Fault with the line for text that is not
    YAML, a key that stands twice, or a key that is not a word.
    """
    loader = yaml.CSafeLoader(text) if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Path, int] = {}
        data = _Reader(name, loader, lines).value(node, ()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise Fault(f"{name}, line {line}: this is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise Fault(f"{name}: this is not YAML: {error}") from error
    except ValueError as error:
        raise Fault(f"{name}: a value cannot be read: {error}") from error
    except RecursionError as error:
        raise Fault(f"{name}: the file is nested too deeply to be read") from error
    finally:
        loader.dispose()
    return Marked(name, data, lines)


class _Reader:
    """Walks the nodes of one file once, noting lines."""

    def __init__(self, name: str, loader: Any, lines: dict[Path, int]) -> None:
        self._name = name
        self._loader = loader
        self._lines = lines

    def value(self, node: yaml.Node, path: Path) -> Any:
        """Give the plain value of `node`, which stands at `path`."""
        if len(self._lines) > MOST_VALUES:
            raise Fault(f"{self._name}: the file holds more than {MOST_VALUES:,} values")
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return {key: self.value(held, (*path, key)) for key, held in self._entries(node, path)}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(held, (*path, at)) for at, held in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self._loader.construct_object(node)
        except ValueError as error:
            line = node.start_mark.line + 1
            raise Fault(
                f"{self._name}, line {line}: '{node.value}' is not a day that exists"
            ) from error

    def _entries(self, node: yaml.MappingNode, path: Path) -> list[tuple[str, yaml.Node]]:
        entries: dict[str, yaml.Node] = {}
        for key_node, held in node.value:
            line = key_node.start_mark.line + 1
            key = _key(key_node)
            if key is None:
                raise Fault(
                    f"{self._name}, line {line}: a key must be a word; put quotes around it"
                )
            if key in entries:
                raise Fault(f"{self._name}, line {line}: '{key}' stands twice in one entry")
            entries[key] = held
            self._lines[(*path, key)] = line
        return list(entries.items())


def _key(node: yaml.Node) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        return None
    if node.tag == "tag:yaml.org,2002:str":
        return str(node.value)
    # Days and years are fair keys of a calendar; `on`, `yes` and null are traps.
    if node.tag in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:int"):
        return str(node.value)
    return None


def as_day(value: object) -> date | None:
    """Give a YAML value as a day if it is one; a moment is not a day."""
    return value if type(value) is date else None
