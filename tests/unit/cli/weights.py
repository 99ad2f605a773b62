"""Weights small enough to write down, so that the command is tested whatever is learned."""

import numpy as np

from goldenthread.learned import Linear, Mix, Vectors, Weights


def make_weights() -> Weights:
    """Make weights that know no word: a passage is about a point by its phrases alone.

    Every passage is taken to say something local.
    """
    nothing = np.zeros((0, 1), np.float32)
    local = Linear({}, np.zeros(0, np.float32), nothing, np.array([2.0], np.float32), ("local",))
    subject = Linear({}, np.zeros(0, np.float32), nothing, np.array([-9.0], np.float32), ("none",))
    by_phrase = Mix(np.array([4.0, 0, 0, 0, 0, 0, 0, 0], np.float32), -2.0)
    return Weights(
        local=local,
        subject=subject,
        vectors=Vectors({}, np.zeros((0, 4), np.float32)),
        known=Mix(np.zeros(8, np.float32), -9.0),
        unknown=by_phrase,
        rarity={},
        rarest=1.0,
    )
