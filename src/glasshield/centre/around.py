"""What the parts of a centre that take something ask of the centre around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from glasshield.catalog import Catalog
from glasshield.centre.config import LimitsAt
from glasshield.centre.log.store import Body
from glasshield.centre.people.registered import Parties
from glasshield.exchange.log.entries import Mode


@dataclass(frozen=True, slots=True)
class Around:
    """What the intake asks of the centre around it.

    Attributes:
        name: of the centre.
        mode: of the centre.
        limits: what each may ask.
        catalog: with the regions and regimes that rules and notices name.
        parties: as they are now.
        viewers: who may have a picture, and whether they bring data.
        behind_s: how far the pictures are behind.
        remember: has a body at hand that the pictures are about to ask for.
    """

    name: str
    mode: Mode
    limits: LimitsAt
    catalog: Catalog
    parties: Callable[[], Parties]
    viewers: Callable[[], Mapping[str, bool]]
    behind_s: Callable[[], float]
    remember: Callable[[Body], None]
