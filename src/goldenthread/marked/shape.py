"""Marked data to typed values, or one sentence that names file, line and nearest word.

Takes data and a pydantic model, gives the model. Knows no law.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from goldenthread.fault import Fault
from goldenthread.marked.reading import Marked, Path

Model = TypeVar("Model", bound=BaseModel)


def check_shape(model: type[Model], marked: Marked, path: Path = ()) -> Model:
    """Give the value at `path` as `model`; raise Fault for the first thing that does not fit."""
    try:
        return model.model_validate(_at(marked.data, path))
    except ValidationError as error:
        raise _fault_of(error, model, marked, path) from error


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """Give the valid word that `word` most likely stands for, if any is near."""
    close = get_close_matches(str(word).lower(), {str(each) for each in valid}, n=1, cutoff=0.5)
    return close[0] if close else None


def nearest_hint(word: str, valid: Iterable[str]) -> str:
    """Say which word may be meant, as the end of a sentence; list the words if few."""
    known = sorted({str(each) for each in valid})
    close = nearest(word, known)
    if close:
        return f"did you mean '{close}'?"
    if known and len(known) <= 12:
        return "it can be " + ", ".join(known)
    return "it is not known"


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _fault_of(error: ValidationError, model: type[BaseModel], marked: Marked, path: Path) -> Fault:
    # A misspelt key is also a missing one: naming the misspelling says what to do.
    errors = sorted(
        error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden"
    )
    first = errors[0]
    place = tuple(step for step in first["loc"] if isinstance(step, str | int))
    name = str(place[-1]) if place else "the file"
    where = (*path, *place)
    if first["type"] == "extra_forbidden":
        hint = nearest_hint(name, _fields_around(model, place))
        return marked.fault(where, f"unknown key '{name}': {hint}")
    if first["type"] == "missing":
        return marked.fault(where, f"'{name}' is missing")
    if first["type"] in ("enum", "literal_error"):
        expected = str(first.get("ctx", {}).get("expected", "")).replace("'", "")
        words = [word.strip() for part in expected.split(",") for word in part.split(" or ")]
        given = str(first.get("input"))
        return marked.fault(where, f"'{name}' cannot be '{given}': {nearest_hint(given, words)}")
    return marked.fault(where, f"'{name}': {_plain(first['msg'])}")


def _plain(message: str) -> str:
    message = message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return message[:1].lower() + message[1:]


def _fields_around(model: type[BaseModel], place: Path) -> list[str]:
    """Find the keys that may stand where the unknown key stands."""
    current: Any = model
    for step in place[:-1]:
        if isinstance(step, int):
            continue
        field = current.model_fields.get(step) if _is_model(current) else None
        current = _model_in(field.annotation) if field is not None else None
    if not _is_model(current):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _is_model(candidate: object) -> bool:
    return isinstance(candidate, type) and issubclass(candidate, BaseModel)


def _model_in(annotation: Any) -> Any:
    if _is_model(annotation):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
