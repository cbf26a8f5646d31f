"""Claims, settings and worlds for the tests of this floor."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from glasshield import catalog
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim, Setting

ID = "tried"


@cache
def base_world() -> World:
    """The packaged facts, read once."""
    return World.of(catalog.load())


def statement(value: float, unit: str = "1", **rest: float) -> dict[str, Any]:
    """A number as a file has it, with a standing that asks for nothing."""
    return {"value": value, "unit": unit, "source": "S-AFP07", "status": "read", **rest}


def a_setting(value: float, unit: str = "1", **rest: float) -> Setting:
    """A number as a party has it."""
    return msgspec.convert(statement(value, unit, **rest), Setting)


def a_word(word: str) -> Setting:
    """A word as a party has it."""
    return msgspec.convert({"word": word, "source": "S-AFP07", "status": "read"}, Setting)


def a_claim(**parts: Any) -> Claim:
    """A claim as a file has it, with what every claim needs."""
    facts = {"source": "S-AFP07", "status": "read"}
    whole: dict[str, Any] = {
        "id": ID,
        "name": "Something is so",
        "by": ["united-states"],
        "date": {"date": "2007", **facts},
        "wording": [{"text": "It is so.", "by": "united-states", **facts}],
    }
    return msgspec.convert(whole | parts, Claim)


def holding(claim: Claim) -> World:
    """The packaged facts with a claim among them."""
    return World.of(base_world().base.replaced({("claim", claim.id): claim}))
