"""The form of all that the rooms send and take, as JSON Schema, made from the types."""

from __future__ import annotations

from typing import Any

import msgspec

from glasshield.centre.api.openapi import DIALECT, described
from glasshield.exercise.api import wire
from glasshield.exercise.api.refusing import RoomError

_REF = "#/$defs/{name}"
_SENT = (wire.RoomMessage, wire.Act, wire.Done, RoomError)


def schema() -> dict[str, Any]:
    """The JSON Schema, each type under `$defs`; pictures and events are the centre's."""
    _, found = msgspec.json.schema_components(_SENT, ref_template=_REF)
    unions = {"RoomMessage": wire.RoomMessage, "Act": wire.Act}
    (message, act), _ = msgspec.json.schema_components(unions.values(), ref_template=_REF)
    return {
        "$schema": DIALECT,
        "title": "Glasshield exercise",
        "$defs": {
            **{name: described(each) for name, each in found.items()},
            "RoomMessage": message,
            "Act": act,
        },
    }
