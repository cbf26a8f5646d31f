"""Every sentence that Glasshield shows a person, in English and in Russian.

The texts stand side by side in the TOML files of this folder, so that a translator sees what is
missing. A number goes in as a number and comes out as the language writes it.
"""

from __future__ import annotations

from glasshield.messages.catalogue import (
    LANGUAGES,
    Language,
    has,
    known_keys,
    name,
    parameters,
    text,
)
from glasshield.messages.numbers import (
    clock,
    coordinates,
    duration,
    interval,
    number,
    percent,
    percent_interval,
    quantity,
)

__all__ = [
    "LANGUAGES",
    "Language",
    "clock",
    "coordinates",
    "duration",
    "has",
    "interval",
    "known_keys",
    "name",
    "number",
    "parameters",
    "percent",
    "percent_interval",
    "quantity",
    "text",
]
