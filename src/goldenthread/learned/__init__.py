"""What was learned from passages: arrays, kept as package data, and the values that hold them.

Opens only its own package's files. Knows no requirement, text or verdict.
"""

from functools import cache
from importlib import resources

from goldenthread.learned.storage import read_weights
from goldenthread.learned.weights import Floats, Linear, Mix, Weights

__all__ = ["Floats", "Linear", "Mix", "Weights", "load_weights"]


@cache
def load_weights() -> Weights:
    """Read the weights that come with the package, once."""
    return read_weights(resources.files("goldenthread.learned").joinpath("arrays"))
