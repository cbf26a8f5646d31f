"""Numbers as they go into documents."""

from __future__ import annotations

import math
from typing import Final

_DIGITS: Final = 9  # significant: fewer than processors differ in, more than anyone needs


def figure(value: float) -> float | None:
    """A number with as many digits as a document holds; None where no number answers."""
    return rounded(value) if math.isfinite(value) else None


def rounded(value: float) -> float:
    """A finite number with as many digits as a document holds."""
    return float(f"{value:.{_DIGITS}g}") + 0.0  # no zero below zero
