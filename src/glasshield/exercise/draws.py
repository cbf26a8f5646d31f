"""Draws that are counted by what they are for: one more of something changes nothing else.

A run with other data, other decisions or a later branch meets the same luck wherever it does the
same, so that two runs differ by what was changed and by nothing else.

Source: the common random numbers of simulation (Law 2015, Simulation Modeling and Analysis, section
11.2), with a hash as the generator.
"""

from __future__ import annotations

import hashlib

_BITS = 53


def share(seed: int, *what: object) -> float:
    """A number from 0 up to and without 1, the same whenever the same is drawn for.

    Args:
        seed: of the run.
        what: the draw is for, such as an engagement, a flight and the number of the shot at it.
    """
    text = "\n".join((str(seed), *map(str, what)))
    drawn = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    return (drawn >> (64 - _BITS)) / float(1 << _BITS)
