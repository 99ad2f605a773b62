"""Weights to files of arrays and text, and back.

Opens only the folder it is given. No pickles: `.npz` arrays of plain numbers and UTF-8 words.
"""

import json
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from goldenthread.learned.weights import Linear, Mix, Weights

Numbers = npt.NDArray[np.generic]


def save_weights(weights: Weights, folder: Path) -> None:
    """Write `weights` into `folder`, replacing what is there; same weights, same bytes."""
    _save_linear(weights.local, folder, "local")
    _save_linear(weights.subject, folder, "subject")
    lines = [f"{name}\t{rarity}" for name, rarity in weights.rarity.items()]
    (folder / "rarity.txt").write_text("\n".join(lines), "utf-8")
    mixes = {name: _mix_as_json(mix) for name, mix in weights.mixes.items()}
    (folder / "mixes.json").write_text(json.dumps(mixes, indent=1) + "\n", "utf-8")


def read_weights(folder: Traversable) -> Weights:
    """Read the weights that `save_weights` wrote into `folder`."""
    table = [line.rpartition("\t") for line in _words(folder, "rarity.txt")]
    rarity = {name: float(rarity) for name, _, rarity in table}
    mixes = json.loads(folder.joinpath("mixes.json").read_text("utf-8"))
    return Weights(
        local=_read_linear(folder, "local"),
        subject=_read_linear(folder, "subject"),
        mixes={name: _mix_from_json(held) for name, held in mixes.items()},
        rarity=rarity,
        rarest=max(rarity.values()),
    )


def _save_linear(model: Linear, folder: Path, name: str) -> None:
    _save_arrays(
        folder / f"{name}.npz",
        scale=model.scale.astype(np.float16),
        weights=model.weights.astype(np.float16),
        bias=model.bias.astype(np.float32),
    )
    _save_words(folder / f"{name}.features.txt", list(model.vocabulary))
    _save_words(folder / f"{name}.classes.txt", list(model.classes))


def _read_linear(folder: Traversable, name: str) -> Linear:
    arrays = _arrays(folder, f"{name}.npz")
    return Linear(
        vocabulary=_numbered(_words(folder, f"{name}.features.txt")),
        scale=arrays["scale"].astype(np.float32),
        weights=arrays["weights"].astype(np.float32),
        bias=arrays["bias"].astype(np.float32),
        classes=tuple(_words(folder, f"{name}.classes.txt")),
    )


def _save_arrays(path: Path, **arrays: Numbers) -> None:
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _arrays(folder: Traversable, name: str) -> Mapping[str, Numbers]:
    with folder.joinpath(name).open("rb") as file, np.load(file, allow_pickle=False) as held:
        return {key: held[key] for key in held.files}


def _save_words(path: Path, words: list[str]) -> None:
    path.write_text("\n".join(words), "utf-8")


def _words(folder: Traversable, name: str) -> list[str]:
    return folder.joinpath(name).read_text("utf-8").split("\n")


def _numbered(words: list[str]) -> dict[str, int]:
    return {word: at for at, word in enumerate(words)}


def _mix_as_json(mix: Mix) -> dict[str, object]:
    return {"weights": [round(float(weight), 4) for weight in mix.weights], "bias": mix.bias}


def _mix_from_json(held: dict[str, object]) -> Mix:
    weights, bias = held["weights"], held["bias"]
    return Mix(np.array(weights, dtype=np.float32), float(str(bias)))
