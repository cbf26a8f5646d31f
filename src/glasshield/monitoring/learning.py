"""What observers learn of a test's two flights at places, alone and together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest, Guest
from glasshield.errors import UnknownNameError
from glasshield.monitoring.announced_flight import AnnouncedFlights, announced_flights
from glasshield.monitoring.beforehand import bias_sigmas
from glasshield.monitoring.bound import Watcher, deviations, distance2, information, look
from glasshield.monitoring.carried import SpeedFigure, carry_sigma_m_s
from glasshield.monitoring.document import BestRow, PlaceRow
from glasshield.monitoring.followed import Basis, Followed, Packed, Reconstruction
from glasshield.monitoring.rehearsal import Stationed, observer_at
from glasshield.monitoring.telling import FALSE_ALARM, power, stages_error

_DIGITS: Final = 4  # that are the same on every machine


@dataclass(frozen=True, slots=True)
class Pair:
    """The declared and the rival flight as observers could reconstruct them.

    Attributes:
        reconstructions: of the two.
        declared: at the moments at which looks are counted.
        rival: the same.
        carried_m_s: how far a stated speed leaves burnout and surface speed of this flight open.
    """

    reconstructions: tuple[Reconstruction, Reconstruction]
    declared: Followed
    rival: Followed
    carried_m_s: Float[np.ndarray, "2"]

    @classmethod
    def of(cls, test: AnnouncedTest, flights: AnnouncedFlights, facts: Catalog) -> Pair:
        """The two flights of a test."""
        declared = Reconstruction.of(test, flights.declared, facts)
        rival = Reconstruction.of(test, flights.rival, facts)
        speeds: tuple[SpeedFigure, SpeedFigure] = ("burnout-speed", "surface-speed")
        carried_m_s = [carry_sigma_m_s(test, facts, flights.declared, speed) for speed in speeds]
        return cls((declared, rival), declared.followed(), rival.followed(), np.array(carried_m_s))

    def power(
        self,
        declared_sigma_m_s: Float[np.ndarray, "... 2"],
        rival_sigma_m_s: Float[np.ndarray, "... 2"],
    ) -> Float[np.ndarray, "..."]:
        """The power to tell the two flights apart by the better of their two speeds.

        Args:
            declared_sigma_m_s: of burnout and surface speed as measured, if the declared one flies.
            rival_sigma_m_s: the same if the rival one does.
        """
        apart_m_s = self.rival.speeds_m_s - self.declared.speeds_m_s
        tells = power(
            apart_m_s,
            np.hypot(declared_sigma_m_s, self.carried_m_s),
            np.hypot(rival_sigma_m_s, self.carried_m_s),
        )
        return np.asarray(tells.max(axis=-1))


@dataclass(frozen=True, slots=True)
class Figures:
    """What is learned at each of q places; NaN where nothing is.

    Attributes:
        speed_sigma_m_s: least deviation of the burnout speed of the declared flight.
        burn_sigma_s: of its burn time.
        stages_error: root mean square error of its number of burns.
        power: to reject the declared speed when the rival flies.
    """

    speed_sigma_m_s: Float[np.ndarray, "q"]
    burn_sigma_s: Float[np.ndarray, "q"]
    stages_error: Float[np.ndarray, "q"]
    power: Float[np.ndarray, "q"]

    @classmethod
    def joined(cls, parts: Sequence[Figures]) -> Figures:
        """Figures of some places, then of others."""
        return cls(
            np.concatenate([part.speed_sigma_m_s for part in parts]),
            np.concatenate([part.burn_sigma_s for part in parts]),
            np.concatenate([part.stages_error for part in parts]),
            np.concatenate([part.power for part in parts]),
        )


@dataclass(frozen=True, slots=True)
class Brought:
    """The information that places bring, constant errors eliminated.

    Attributes:
        declared: on the declared flight.
        rival: on the rival one.
        fewer: on the declared one with one burn fewer; none where it has but one.
        sees: whether the declared and the rival flight are seen at all.
        visible_s: how long the declared flight is in view and may be looked at.
        sees_burnout: whether it is just before and just after the burnout.
    """

    declared: Float[np.ndarray, "q p p"]
    rival: Float[np.ndarray, "q r r"]
    fewer: Float[np.ndarray, "q f f"] | None
    sees: Bool[np.ndarray, "q 2"]
    visible_s: Float[np.ndarray, "q"]
    sees_burnout: Bool[np.ndarray, "q"]

    @classmethod
    def joined(cls, parts: Sequence[Brought]) -> Brought:
        """What several observers bring, one after the other."""
        fewer = [part.fewer for part in parts if part.fewer is not None]
        return cls(
            np.concatenate([part.declared for part in parts]),
            np.concatenate([part.rival for part in parts]),
            np.concatenate(fewer) if fewer else None,
            np.concatenate([part.sees for part in parts]),
            np.concatenate([part.visible_s for part in parts]),
            np.concatenate([part.sees_burnout for part in parts]),
        )

    def together(self) -> Brought:
        """The same from all places as from one."""
        return Brought(
            self.declared.sum(axis=0, keepdims=True),
            self.rival.sum(axis=0, keepdims=True),
            None if self.fewer is None else self.fewer.sum(axis=0, keepdims=True),
            np.asarray(self.sees.any(axis=0, keepdims=True)),
            self.visible_s.max(keepdims=True),
            np.asarray(self.sees_burnout.any(keepdims=True)),
        )

    def figures(self, pair: Pair) -> Figures:
        """What is learned from each place alone."""
        declared, fewer = pair.declared, pair.declared.fewer
        sigmas = deviations(self.declared, declared.basis, declared.asked)
        rival_sigmas = deviations(self.rival, pair.rival.basis, pair.rival.asked[:2])
        seen = self.sees[:, 0]
        away = np.zeros(len(seen))
        if fewer is not None and self.fewer is not None:
            away = distance2(self.fewer, fewer.basis)
        error = stages_error(away, None if fewer is None else fewer.fewer_unknowns)
        tells = pair.power(sigmas[:, :2], rival_sigmas)
        return Figures(
            speed_sigma_m_s=np.where(seen, sigmas[:, 0], np.nan),
            burn_sigma_s=np.where(seen, sigmas[:, 2], np.nan),
            stages_error=np.where(seen, error, np.nan),
            power=np.where(self.sees.any(axis=1), tells, FALSE_ALARM),
        )


class Bases:
    """Bases of both flights ready for sums, made once for each kind of radar."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self._packed: dict[tuple[str, int], Packed] = {}

    def packed(self, name: str, basis: Basis, components: int) -> Packed:
        """The basis ready for sums over so many components of the states."""
        key = (name, components)
        if key not in self._packed:
            self._packed[key] = basis.packed(components)
        return self._packed[key]

    def brought(
        self, watcher: Watcher, lat_rad: Float[np.ndarray, "q"], lon_rad: Float[np.ndarray, "q"]
    ) -> Brought:
        """What an observer brings at each of some places.

        Args:
            watcher: who looks.
            lat_rad: of the places.
            lon_rad: of the places.
        """
        declared, rival, rows = self.pair.declared, self.pair.rival, watcher.components
        looks = look(watcher, lat_rad, lon_rad, declared)
        others = look(watcher, lat_rad, lon_rad, rival)
        fewer = None
        if declared.fewer is not None:
            basis = self.packed("fewer", declared.fewer.basis, rows)
            fewer = information(looks, basis, watcher.bias_sigmas)
        after = int(np.searchsorted(declared.moments.time_s, declared.burnout_s))
        return Brought(
            information(looks, self.packed("declared", declared.basis, rows), watcher.bias_sigmas),
            information(others, self.packed("rival", rival.basis, rows), watcher.bias_sigmas),
            fewer,
            np.stack((looks.seen.any(axis=1), others.seen.any(axis=1)), axis=1),
            looks.seen @ declared.moments.span_s,
            looks.seen[:, after - 1] & looks.seen[:, after],
        )


def watcher_of(guest: Guest, test: AnnouncedTest, facts: Catalog) -> Watcher:
    """An observer of a test as the bound needs it.

    Raises:
        InputError: a sensor of the catalogue that is no radar, or lacks a figure.
    """
    # What is drawn are its constant errors, which a bound does not look at.
    drawn = np.random.default_rng(0)
    return Watcher(
        observer=observer_at(Stationed(guest.id, guest), test, facts, drawn),
        access=guest.access,
        bias_sigmas=bias_sigmas(test, [guest.id])[0],
        cross_section_m2=test.radar_cross_section.si,
    )


def best_row(figures: Figures, places: Sequence[PlaceRow]) -> BestRow:
    """What the places of a set, taken as one, tell together."""
    return BestRow(
        places=tuple(places),
        burnout_speed_sigma_m_s=shown(figures.speed_sigma_m_s[0]),
        burn_time_sigma_s=shown(figures.burn_sigma_s[0]),
        stages_sigma=shown(figures.stages_error[0]),
        power=shown(figures.power[0]) or 0.0,
    )


def learned_together(
    test: AnnouncedTest,
    facts: Catalog,
    places: Sequence[PlaceRow],
    flights: AnnouncedFlights | None = None,
) -> BestRow:
    """What observers at these places learn together: the bound of an evaluation of their data.

    Args:
        test: as announced.
        facts: where its vehicle and radars stand.
        places: who stands where.
        flights: of the test, where they are known already.

    Raises:
        UnknownNameError: a place of an observer that the test does not have.
    """
    guests = {guest.id: guest for guest in test.observers}
    bases = Bases(Pair.of(test, flights or announced_flights(test, facts), facts))
    brought = []
    for place in places:
        if place.observer not in guests:
            raise UnknownNameError.among("observer of the test", place.observer, guests)
        watcher = watcher_of(guests[place.observer], test, facts)
        lat, lon = np.radians([[place.lat_deg], [place.lon_deg]])
        brought.append(bases.brought(watcher, lat, lon))
    return best_row(Brought.joined(brought).together().figures(bases.pair), places)


def shown(value: float) -> float | None:
    """A number as documents have it: four digits, and none where there is no number."""
    return float(f"{value:.{_DIGITS}g}") if np.isfinite(value) else None
