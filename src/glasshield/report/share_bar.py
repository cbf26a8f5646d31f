"""A share of a whole, drawn with its interval."""

from __future__ import annotations

from glasshield.report.document import Fraction
from glasshield.report.drawing import Drawing, circle, rect
from glasshield.report.markup import join


def share_bar(share: Fraction, *, alt: str, kind: str = "defends") -> Drawing:
    """A share between nothing and all: the interval as a band, the value as a dot."""
    width, height = 120.0, 12.0

    def x_of(fraction: float) -> float:
        return 4.0 + min(max(fraction, 0.0), 1.0) * (width - 8.0)

    band = max(x_of(share.high) - x_of(share.low), 1.5)
    return Drawing(
        width,
        height,
        join([
            rect("track", x_of(0), 4.5, x_of(1) - x_of(0), 3.0, 1.5),
            rect(f"wash-{kind}", x_of(share.low), 2.5, band, 7.0, 2.0),
            circle(f"bar-{kind}", x_of(share.value), 6.0, 3.4),
        ]),
        alt,
    )  # fmt: skip
