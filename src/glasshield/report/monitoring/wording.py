"""Names, numbers and phrases of the answers of monitoring in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from glasshield.assurance.document import Text
from glasshield.messages import (
    Language,
    coordinates,
    has,
    interval,
    number,
    percent,
    quantity,
    text,
)
from glasshield.messages.numbers import NBSP, rounded_down, significant, unit, with_unit
from glasshield.monitoring.document import BiasKind, PlaceRow, StationRow, Value
from glasshield.report.assurance.names import Names
from glasshield.report.tracking.tables import decimals

# Ratios beyond this are said to be beyond it.
MOST_DECADES: Final = 12.0
# How a unit is written after a number that has no other.
_NO_UNIT: Final = "1"
# Decimals that a measured value gets at most.
_MOST_PLACES: Final = 6
# A speed with more decimals of a kilometre a second is given in metres.
_MOST_OF_KM: Final = 5
# An interval leans where its halves differ by more than this part of it.
_LEANS: Final = 0.1
# What is computed to be surer than this is only said to be.
_NEARLY_SURE: Final = 0.995
# Odds up to this are written without a power of ten.
_PLAIN: Final = 1e4
# A p-value below this is only said to be; above the other, two digits tell enough.
_LEAST_P: Final = 1e-3
_LEAST_PLAIN_P: Final = 0.1


@dataclass(frozen=True, slots=True)
class Words:
    """How the things of a document are called on a page."""

    names: Names
    lang: Language

    def text(self, key: str, **params: str | int | float) -> str:
        """The text of the catalogue in this language."""
        return text(self.lang, key, **params)

    def both(self, said: Text) -> str:
        """A sentence of the document; English where nobody gave another."""
        return (said.ru if self.lang == "ru" else "") or said.en

    def party(self, id: str) -> str:
        """The name of a party."""
        return self.names.of_kind("party", id, self.lang)

    def claim(self, id: str) -> str:
        """The name of a claim."""
        return self.names.of_kind("claim", id, self.lang)

    def side(self, id: str) -> str:
        """The name of a set of assumptions."""
        return self.names.of_kind("assumptions", id, self.lang)

    def named(self, kind: str, value: str) -> str:
        """A word of a closed list, such as a kind of bias; itself where nobody translated it."""
        key = f"monitoring.{kind}.{value}"
        return self.text(key) if has(key) else value

    def measured(self, value: Value, unit: str, most: int = _MOST_PLACES) -> str:
        """A measured value with its unit, in as many digits as its deviation deserves."""
        shown, unit = _handy(value, unit, most)
        return quantity(self.lang, shown.value, unit, min(decimals(shown.sigma), most))

    def ends(self, value: Value, unit: str = _NO_UNIT, most: int = _MOST_PLACES) -> str:
        """The interval of a value, rounded outward; one number where both ends read the same."""
        shown, unit = _handy(value, unit, most)
        places = min(decimals(shown.sigma), most)
        low, high = rounded_down(shown.low, places), -rounded_down(-shown.high, places)
        return interval(self.lang, low, high, unit, places)

    def spread(self, value: Value, unit: str, most: int = _MOST_PLACES) -> str:
        """A value and its 95 % interval: `6.0524 ± 0.0063 km/s`, or both ends where it leans."""
        shown, own = _handy(value, unit, most)
        places = min(decimals(shown.sigma), most)
        middle = number(self.lang, shown.value, places)
        above, below = shown.high - shown.value, shown.value - shown.low
        if abs(above - below) > _LEANS * (above + below):
            return f"{middle} ({self.ends(value, unit, most)})"
        half = number(self.lang, (above + below) / 2.0, places)
        return with_unit(self.lang, f"{middle}{NBSP}±{NBSP}{half}", own)

    def deviation(self, sigma: float | None, unit: str) -> str:
        """A standard deviation in two digits; a dash where there is none."""
        if sigma is None:
            return self.text("cell.none")
        return quantity(self.lang, sigma, unit, min(decimals(sigma), 3))

    def speed(self, speed_km_s: float) -> str:
        """A stated speed."""
        return quantity(self.lang, speed_km_s, "km/s", 2)

    def in_flight(self, speed_km_s: float, measured: Value) -> str:
        """A stated speed as it would be in a flight, with the decimals of what was measured."""
        places = min(max(decimals(measured.sigma), 2), 4)
        return quantity(self.lang, speed_km_s, "km/s", places)

    def chance(self, probability: float) -> str:
        """A probability in per cent, and never quite nothing or quite all."""
        if probability > _NEARLY_SURE:
            return f">{NBSP}{number(self.lang, 99)}{NBSP}%"
        if 0.0 < probability < 1e-3:
            return f"<{NBSP}{number(self.lang, 0.1, 1)}{NBSP}%"
        if 1e-3 <= probability < 0.1:
            return f"{number(self.lang, 100.0 * probability, 1)}{NBSP}%"
        return percent(self.lang, probability)

    def p_value(self, p_value: float) -> str:
        """A p-value as statisticians write it."""
        if p_value < _LEAST_P:
            return f"<{NBSP}{number(self.lang, _LEAST_P, 3)}"
        return number(self.lang, p_value, 2 if p_value >= _LEAST_PLAIN_P else 3)

    def at_least(self, speed_km_s: float, sigma_km_s: float) -> str:
        """A lower bound of a speed with this deviation, rounded down."""
        places = min(max(decimals(sigma_km_s), 2), 3)
        return quantity(self.lang, rounded_down(speed_km_s, places), "km/s", places)

    def place(self, place: PlaceRow | StationRow) -> str:
        """A place in degrees."""
        return coordinates(self.lang, place.lat_deg, place.lon_deg)

    def stands(self, place: PlaceRow) -> str:
        """Who stands where."""
        return f"{place.observer}, {self.place(place)}"

    def all_stand(self, places: Iterable[PlaceRow]) -> str:
        """Who stands where, of several."""
        return "; ".join(self.stands(place) for place in places)

    def moment(self, instant: str) -> str:
        """An instant as people write it, to the second."""
        return f"{instant[:10]} {instant[11:19]}Z"

    def bias(self, kind: BiasKind) -> str:
        """The kind of a constant error."""
        return self.named("bias", kind)

    def unit_name(self, symbol: str) -> str:
        """A unit as the language writes it; empty for plain numbers."""
        return unit(self.lang, symbol)

    def odds(self, log10_ratio: float) -> str:
        """How many times likelier the declared figure is than the rival one, or the other way."""
        ratio = 10.0 ** min(abs(log10_ratio), MOST_DECADES)
        if ratio < _PLAIN:
            rounded = float(f"{ratio:.2g}")
            return number(self.lang, rounded, 0 if rounded >= 10.0 else 1)
        return significant(self.lang, ratio, 2).removeprefix("1×")


def _handy(value: Value, unit: str, most: int) -> tuple[Value, str]:
    """A speed that is known to less than a metre a second in that unit; others as they are."""
    if unit != "km/s" or decimals(value.sigma) <= _MOST_OF_KM or most < _MOST_PLACES:
        return value, unit
    scaled = (1e3 * end for end in (value.value, value.low, value.high, value.sigma))
    middle, low, high, sigma = scaled
    return Value(value=middle, low=low, high=high, sigma=sigma), "m/s"
