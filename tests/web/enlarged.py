"""A valid view document of many times the size: for what a page does with a large one."""

from __future__ import annotations

import copy
import json
from typing import Any

import msgspec

from glasshield.report.view.document import View

# Tables of columns, and the columns of theirs that are places in lists which grow.
_GROWN_PLACES = {"sees": "flight", "meets": "flight", "reaches": "flight"}


def enlarged(view: bytes, times: int) -> bytes:
    """The document with so many copies of its flights, claims, layers and assumptions.

    Each copy has ids of its own and lies a little beside the one before; phases, sites and sensors
    stay as they are, so that every phase holds so many times more.
    """
    document: dict[str, Any] = json.loads(view)
    grown = copy.deepcopy(document)
    for n in range(1, times):
        _add(grown, document, n)
    found = json.dumps(grown, separators=(",", ":")).encode()
    msgspec.json.decode(found, type=View)
    return found


def _add(grown: dict[str, Any], base: dict[str, Any], n: int) -> None:
    mark = f"~{n}"
    for flight in base["flights"]:
        grown["flights"].append({**_beside(flight, n), "id": flight["id"] + mark})
    for path in base["claim_paths"]:
        grown["claim_paths"].append({**_beside(path, n), "missile": path["missile"] + mark})
    for claim in base["claims"]:
        grown["claims"].append(_claim(claim, mark, n * len(base["claim_paths"])))
    for argument in base["arguments"]:
        flights = [_other_missile(flight, mark) for flight in argument["flights"]]
        grown["arguments"].append(
            {**argument, "claim": argument["claim"] + mark, "flights": flights}
        )
    for layer in base["cells"]["layers"]:
        grown["cells"]["layers"].append({**layer, "missile": layer["missile"] + mark})
    for assumption in base["assumptions"]:
        grown["assumptions"].append({**assumption, "key": assumption["key"] + mark})
    for table, column in _GROWN_PLACES.items():
        for name, values in base[table].items():
            shift = n * len(base["flights"]) if name == column else None
            grown[table][name] += values if shift is None else [each + shift for each in values]
    for name, values in base["defends"].items():
        grown["defends"][name] += [each + mark for each in values] if name == "missile" else values


def _claim(claim: dict[str, Any], mark: str, shift: int) -> dict[str, Any]:
    argument = claim["argument"] and claim["argument"] + mark
    flights = [
        {**flight, "id": _other_missile(flight["id"], mark), "path": flight["path"] + shift}
        for flight in claim["flights"]
    ]
    return {**claim, "id": claim["id"] + mark, "argument": argument, "flights": flights}


def _beside(path: dict[str, Any], n: int) -> dict[str, Any]:
    lat_deg = [min(each + 0.02 * n, 89.0) for each in path["lat_deg"]]
    return {**path, "lat_deg": [round(each, 3) for each in lat_deg]}


def _other_missile(flight: str, mark: str) -> str:
    missile, launch, target = flight.split(":")
    return f"{missile}{mark}:{launch}:{target}"
