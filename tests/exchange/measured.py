"""A small signed measurement for tests: made-up detections, a made-up result, a record or two."""

from __future__ import annotations

from typing import Any

from glasshield.exchange.canonical import plain
from glasshield.exchange.keys import Signer
from glasshield.exchange.measurements import (
    MeasuredInputs,
    Measurement,
    Recorded,
    observed,
    reported,
)
from glasshield.exchange.statements import Statement, signed, stated
from glasshield.monitoring.document import Value
from tests.monitoring.made_up import GUEST, bias, detections, evaluation, launches, value


def measurement(speed: Value | None = None, **changes: Any) -> Measurement:
    """Inputs, versions and a result."""
    made = evaluation(speed or value(6.0524, 0.0032), biases=(bias("elevation", 260.0),), **changes)
    return Measurement(
        inputs=MeasuredInputs(
            test=made.test.id,
            detections=observed(detections(4, GUEST)),
            launches=reported(launches()),
            files=(Recorded(name="guest-ship.tdm", sha256="00" * 32),),
            records={"site.s": {"name": "S", "id": "s"}},
            own=("site.s",),
            catalog={"site": "00"},
            geodata={"cities.npz": "00"},
        ),
        versions={"glasshield": "0.1.0"},
        result=plain(made),
    )


def statement(*signers: Signer, speed: Value | None = None, **changes: Any) -> Statement:
    """A statement of a measurement that some have signed, in their order."""
    made = stated(measurement(speed, **changes))
    for one in signers:
        made = signed(made, one)
    return made
