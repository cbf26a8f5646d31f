"""Where to stand to watch a test, and what can be learned there.

from glasshield.monitoring.planning import plan
from glasshield.workspace import Workspace
workspace = Workspace.default()
plan(workspace.catalog.tests["third-site-booster"], workspace)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield import __version__
from glasshield.assurance.document import Program
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest, Guest
from glasshield.errors import InputError
from glasshield.monitoring.access import POWER_WANTED, Question, Watch, least_access
from glasshield.monitoring.announced_flight import (
    announced_flights,
    rocket_of,
    test_row,
)
from glasshield.monitoring.best import Candidates, best_sets
from glasshield.monitoring.bound import Watcher, in_chunks
from glasshield.monitoring.document import BestRow, LeastAccess, Plan, StationRow
from glasshield.monitoring.followed import FINE_S, liftoff_sigma_s
from glasshield.monitoring.learning import (
    Bases,
    Brought,
    Figures,
    Pair,
    best_row,
    shown,
    watcher_of,
)
from glasshield.monitoring.places import Places, places_of
from glasshield.monitoring.plan_texts import assumptions, warnings
from glasshield.monitoring.rehearsal import radars
from glasshield.workspace import Progress, Workspace, digest

_WATCHED: Final = 0.8  # of the work is done when all places are
_MOST_TOGETHER: Final = 3


def plan(test: AnnouncedTest, workspace: Workspace, progress: Progress | None = None) -> Plan:
    """Where to stand to watch a test: every place, the best ones, and the least access that does.

    Args:
        test: as announced.
        workspace: the facts.
        progress: told how far the work is.

    Raises:
        InputError: a test without observers, or one that cannot be flown as announced.
    """
    facts = workspace.catalog
    flights = announced_flights(test, facts)
    bases = Bases(Pair.of(test, flights, facts))
    surveyed = []
    for guest, tell in _parts(test, progress):
        watcher = watcher_of(guest, test, facts)
        surveyed.append(_survey(places_of(guest, test, facts), watcher, bases, tell))
    best = _best(surveyed, bases)
    answer = Plan(
        test=test_row(test, flights),
        stations=tuple(row for survey in surveyed for row in survey.rows()),
        best=best,
        least_access=_least_access(bases.pair, surveyed, best),
        paths=(flights.declared.path_row(), flights.rival.path_row()),
        warnings=warnings(test, [survey.places for survey in surveyed], best, flights.declared),
        assumptions=assumptions(liftoff_sigma_s(test, facts), bases.pair.carried_m_s),
        program=Program(version=__version__, input_hash=digest(*_inputs(test, facts))),
    )
    if progress:
        progress(1.0, "")
    return answer


@dataclass(frozen=True, slots=True)
class _Survey:
    """What one observer learns at each of its places."""

    places: Places
    watcher: Watcher
    declared: Float[np.ndarray, "q p p"]
    figures: Figures
    visible_s: Float[np.ndarray, "q"]
    sees_burnout: Bool[np.ndarray, "q"]

    def rows(self) -> Iterator[StationRow]:
        """The places as rows of a document."""
        figures = self.figures
        for k in range(len(self.places)):
            place = self.places.row(k)
            yield StationRow(
                observer=place.observer,
                lat_deg=place.lat_deg,
                lon_deg=place.lon_deg,
                visible_s=round(float(self.visible_s[k]), 1),
                sees_burnout=bool(self.sees_burnout[k]),
                in_hazard_area=bool(self.places.in_hazard_area[k]),
                burnout_speed_sigma_m_s=shown(figures.speed_sigma_m_s[k]),
                burn_time_sigma_s=shown(figures.burn_sigma_s[k]),
                stages_sigma=shown(figures.stages_error[k]),
                power=shown(figures.power[k]) or 0.0,
            )


def _parts(test: AnnouncedTest, progress: Progress | None) -> Iterator[tuple[Guest, Progress]]:
    """The observers of a test, each with what tells how far the work on it is.

    Raises:
        InputError: there is none.
    """
    guests = test.observers
    if not guests:
        raise InputError(
            "the test has no observers", where=f"test.{test.id}", do="add a table of observers"
        )
    for number, guest in enumerate(guests):

        def tell(done: float, doing: str, number: int = number) -> None:
            if progress:
                progress(_WATCHED * (number + done) / len(guests), doing)

        yield guest, tell


def _survey(places: Places, watcher: Watcher, bases: Bases, tell: Progress) -> _Survey:
    """What an observer learns at each of its places."""
    information, figures, visible, burnout = [], [], [], []
    for part in in_chunks(len(places)):
        tell(part.start / len(places), places.guest.id)
        brought = bases.brought(watcher, places.lat_rad[part], places.lon_rad[part])
        information.append(brought.declared)
        figures.append(brought.figures(bases.pair))
        visible.append(brought.visible_s)
        burnout.append(brought.sees_burnout)
    return _Survey(
        places=places,
        watcher=watcher,
        declared=np.concatenate(information),
        figures=Figures.joined(figures),
        visible_s=np.concatenate(visible),
        sees_burnout=np.concatenate(burnout),
    )


def _best(surveyed: Sequence[_Survey], bases: Bases) -> tuple[BestRow, ...]:
    """The best place, and the best two and three together; never in an area of the notice."""
    basis = bases.pair.declared.basis
    counts = [len(survey.places) for survey in surveyed]
    group = np.repeat(np.arange(len(counts)), counts)
    number = np.concatenate([np.arange(count) for count in counts])
    candidates = Candidates(
        information=np.concatenate([survey.declared for survey in surveyed]),
        prior=basis.prior,
        asked=bases.pair.declared.asked[0],
        group=group,
        most=[radars(survey.places.guest) for survey in surveyed],
        eligible=np.concatenate(
            [(survey.visible_s > 0.0) & ~survey.places.in_hazard_area for survey in surveyed]
        ),
    )
    found = []
    for chosen in best_sets(candidates, _MOST_TOGETHER):
        at = [(surveyed[group[k]], int(number[k])) for k in chosen]
        brought = [
            bases.brought(survey.watcher, survey.places.lat_rad[[k]], survey.places.lon_rad[[k]])
            for survey, k in at
        ]
        figures = Brought.joined(brought).together().figures(bases.pair)
        found.append(best_row(figures, [survey.places.row(k) for survey, k in at]))
    return tuple(found)


def _least_access(pair: Pair, surveyed: Sequence[_Survey], best: Sequence[BestRow]) -> LeastAccess:
    """The least access that does at the best single place."""
    if not best:
        return LeastAccess(
            power_wanted=POWER_WANTED,
            place=None,
            not_below_km=None,
            not_before_s=None,
            not_after_s=None,
            seconds=None,
        )
    (place,) = best[0].places
    watcher = next(s.watcher for s in surveyed if s.places.guest.id == place.observer)
    where = (float(np.radians(place.lat_deg)), float(np.radians(place.lon_deg)))

    declared, rival = (
        Watch.of(watcher, where, each.followed(FINE_S)) for each in pair.reconstructions
    )
    question = Question(pair, declared, rival, watcher.access)
    return least_access(question, place)


def _inputs(test: AnnouncedTest, facts: Catalog) -> list[object]:
    """Everything that a plan is computed from."""
    sensors = [facts.sensors[guest.sensor] for guest in test.observers if guest.sensor]
    designs = [facts.radars[sensor.radar] for sensor in sensors]
    orbit = [facts.sensors[id] for id in test.infrared]
    regions = [
        facts.regions[guest.place.region]
        for guest in test.observers
        if guest.place is not None and guest.place.region
    ]
    return [test, rocket_of(test, facts), *sensors, *designs, *orbit, *regions]
