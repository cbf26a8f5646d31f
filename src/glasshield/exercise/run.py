"""A run of an exercise: a pure function of the exercise, its seed and what people did.

    script, seed ──▶ world: what flies, what sensors measure
                       │ step by step: what arrives
                       ▼
    injects ──────▶ pictures of all viewers ──▶ plans: who looks where, who would act
                       │                            │
                       ▼                            ▼
                     known, events              procedures: decisions, consultations, keys
                                                    │
                                                    ▼
                                                simulated engagements ──▶ what came of them

There is no clock, no thread and no chance that the seed does not decide: the same exercise, seed
and actions give the same records. To rewind, to branch and to go on after a crash is one thing: to
run again from the beginning with the actions up to a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

import glasshield
from glasshield.centre.picture.shown import Shown, ShownEvent
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.release.rules import RuleSet
from glasshield.exercise import records
from glasshield.exercise.actions import Action
from glasshield.exercise.desk import Desk
from glasshield.exercise.errors import Refused
from glasshield.exercise.happening import Happening
from glasshield.exercise.pictures import Audience, Pictures, Seen
from glasshield.exercise.reading import Exercise
from glasshield.exercise.records import CENTRE, CONTROLLER, Record
from glasshield.exercise.sharing import may_be_alone
from glasshield.exercise.tasks import Tasks
from glasshield.exercise.tree import Tree
from glasshield.exercise.world import Stage, World

_NEAR_M: Final = 30e3  # how far a track may be from the flight that it is
_RADIUS_95: Final = 2.447746830680816  # of a plane normal distribution, in deviations


@dataclass(frozen=True, slots=True)
class Variant:
    """What is other than the script says.

    Attributes:
        withheld: parties whose data nobody else is given, from the beginning to the end.
    """

    withheld: frozenset[str] = frozenset()


USUAL: Final = Variant()


class Run:
    """One run, step by step."""

    __slots__ = (
        "_actions",
        "_desk",
        "_down",
        "_ended",
        "_first",
        "_happening",
        "_known",
        "_pictures",
        "_tree",
        "_world",
        "audience",
        "exercise",
        "second",
        "seed",
        "stage",
        "variant",
    )  # fmt: skip

    def __init__(
        self,
        exercise: Exercise | Stage,
        seed: int | None = None,
        variant: Variant = USUAL,
        actions: Iterable[Action] = (),
        *,
        audience: Audience = Audience.CELLS,
        first: records.Branched | None = None,
    ) -> None:
        """A run that has not begun.

        Args:
            exercise: what is run; or its stage, which many runs may share.
            seed: of the draws; the exercise's own where left out.
            variant: what is other than the script says.
            actions: what people did, in any order.
            audience: for whom pictures are made; it changes no decision.
            first: the record with which a branch begins.

        Raises:
            InputError: a flight that cannot fly, or a region that is not one.
        """
        self.stage = exercise if isinstance(exercise, Stage) else Stage.of(exercise)
        self.exercise = self.stage.exercise
        self.seed = self.exercise.head.seed if seed is None else seed
        self.variant = variant
        self.audience = audience
        self.second = 0
        self._actions: list[Action] = []
        self._world = World(self.stage, self.seed)
        self._pictures = Pictures(self.stage, audience)
        tasks = Tasks(self.stage)
        self._happening = Happening(
            self.stage, self._world, self._pictures, tasks, variant.withheld
        )
        self._desk = Desk(self.stage, self._world, self._pictures, tasks, self.seed)
        self._down: set[int] = set()
        self._known: set[tuple[str, int, str]] = set()
        self._tree = Tree()
        self._first = first
        self._ended: records.Ended | None = None
        for action in actions:
            self.foresee(action)

    @property
    def length_s(self) -> int:
        """How long it lasts."""
        return self.exercise.length_s

    @property
    def at(self) -> Instant:
        """The instant of the last step."""
        return self.exercise.epoch.plus_s(self.second)

    @property
    def ended(self) -> records.Ended | None:
        """What it came to; None before its end."""
        return self._ended

    @property
    def is_over(self) -> bool:
        """Whether all its records have been given."""
        return self._ended is not None

    @property
    def root(self) -> str:
        """The root of the tree over all records so far, in hexadecimal digits."""
        return self._tree.root

    @property
    def size(self) -> int:
        """How many records there are so far."""
        return self._tree.size

    def step(self) -> tuple[Record, ...]:
        """The records of the next step; those of the beginning come with the first.

        Raises:
            InputError: an action that the run cannot take.
            NumericalError: a picture could not be made.
        """
        if self._ended is not None:
            return ()
        made: list[Record] = []
        if self._tree.size == 0:
            made += self._beginning()
        self.second = min(self.second + self.exercise.step_s, self.length_s)
        made += self._happening.until(self.second, self._take())
        self._pictures.advance(self.at)
        made += self._seen()
        happening = self._happening
        made += self._desk.step(self.second, happening.answers, happening.alone, happening.cut)
        made += self._came_down()
        if self.second >= self.length_s:
            made += self._still_flying()
            made.append(self._end())
        for record in made:
            self._tree.add(records.encode(record))
        return tuple(made)

    def act(self, action: Action) -> None:
        """Takes in what somebody does; it takes effect with the step that ends at its second.

        Raises:
            Refused: the run cannot take it; nothing has changed.
        """
        self.check(action)
        self.foresee(action)

    def foresee(self, action: Action) -> None:
        """Takes in what somebody did in the run that this one repeats, whatever it was.

        What turns out not to be possible when its second comes has no effect.
        """
        self._actions.append(action)
        self._actions.sort(key=lambda one: one.second)

    def check(self, action: Action) -> None:
        """Refuses what the run cannot take.

        Raises:
            Refused: why.
        """
        if action.second > self.length_s:
            raise Refused("over", f"second {action.second} is after the end of the exercise",
                          do=f"it lasts {self.length_s} s")  # fmt: skip
        self._happening.check(action, self.second, is_over=self.is_over)
        self._desk.check(action, self._actions)
        self._check_pictures(action)

    def _check_pictures(self, action: Action) -> None:
        """Refuses what makes a party plan for itself, where its picture is not made.

        Raises:
            Refused: it should have been said before the beginning.
        """
        if self._tree.size and self.audience is Audience.DECISIONS:
            for party in may_be_alone(self.exercise, [action]) - self._pictures.viewers.keys():
                raise Refused(
                    "late",
                    f"{party} would plan for itself, and no picture of it was made so far",
                    do="say so before the beginning, or make the pictures of all parties",
                )

    def pictures(self, viewer: str) -> tuple[Shown, ...]:
        """The pictures of a party, of `centre` or of `controller`."""
        return self._pictures.pictures(viewer)

    def events(self, viewer: str, after: int = 0) -> tuple[ShownEvent, ...]:
        """What one of them has been told of, after the event of a number."""
        return self._pictures.events(viewer, after)

    def objects(self, viewer: str = CENTRE) -> Mapping[int, Float[np.ndarray, "6"]]:
        """Where who plans has its objects now (m, m/s, ECEF), by the numbers in its records.

        Args:
            viewer: the centre, or a party that plans for itself; of others there are none.
        """
        return self._desk.objects(viewer, self.second)

    @property
    def cut(self) -> frozenset[str]:
        """The parties whose link is cut now."""
        return self._happening.cut

    @property
    def rules(self) -> RuleSet:
        """The rules of release that are in force now."""
        return self._pictures.rules

    def truth(self) -> tuple[tuple[str, ...], Float[np.ndarray, "k 6"]]:
        """The flights that there are, with their states (m, m/s, ECEF): for the controller alone.

        States of what does not fly are NaN.
        """
        return self._world.names, self._world.states_at(self.second)

    def _take(self) -> list[Action]:
        """The actions whose time has come."""
        count = 0
        while count < len(self._actions) and self._actions[count].second <= self.second:
            count += 1
        due, self._actions = self._actions[:count], self._actions[count:]
        return due

    def _beginning(self) -> list[Record]:
        if self.audience is Audience.DECISIONS:
            planning = self._happening.alone | may_be_alone(self.exercise, self._actions)
            self._pictures.add(planning, self.exercise.epoch)
        begun = records.Begun(
            second=0,
            exercise=self.exercise.id,
            exercise_sha256=self.exercise.sha256,
            program=glasshield.__version__,
            epoch=str(self.exercise.epoch),
            seed=self.seed,
            withheld=tuple(sorted(self.variant.withheld)),
        )
        return [begun] if self._first is None else [self._first, begun]

    # What is seen.

    def _seen(self) -> list[Record]:
        found: list[Record] = []
        for viewer, shown in self._pictures.changed():
            found += self._new_in(viewer, shown)
        for viewer, event in self._pictures.new_events():
            found.append(self._told(viewer, event))
        return found

    def _new_in(self, viewer: str, shown: Shown) -> Iterator[Record]:
        """The flights that are in a picture for the first time, whatever they are called there."""
        ahead_s = self.at.since_s(shown.epoch) - shown.time_s
        place = shown.state_ecef[:, :3] + ahead_s[:, None] * shown.state_ecef[:, 3:]
        near_m = _NEAR_M + shown.terms.position_m
        flights = self._world.all_nearest(place, float(self.second), near_m)
        for row, flight in enumerate(flights):
            number = int(shown.number[row])
            key = (viewer, shown.picture, flight or str(number))
            if key not in self._known:
                self._known.add(key)
                yield self._known_record(viewer, Seen(shown, row), flight)

    def _known_record(self, viewer: str, new: Seen, flight: str) -> Record:
        shown = new.shown
        first_seen = shown.epoch.plus_s(float(shown.first_seen_s[new.row]))
        return records.Known(
            second=self.second,
            to=self._to(viewer),
            viewer=viewer,
            picture=shown.picture,
            object=int(shown.number[new.row]),
            flight=flight,
            by=new.contributors,
            first_seen=round(self._second_of(first_seen), 3),
        )

    def _told(self, viewer: str, shown: ShownEvent) -> Record:
        event = shown.event
        seen = self._pictures.row_of(viewer, shown.picture, event.object)
        flight = ""
        if seen is not None:
            state = seen.shown.state_ecef[seen.row, :3]
            near_m = _NEAR_M + seen.shown.terms.position_m
            flight = self._world.nearest(state, self._second_of(seen.at), near_m)
        has_place = bool(np.isfinite(event.lat_rad))
        spread = np.linalg.eigvalsh(np.array(event.covariance_m2)) if has_place else np.zeros(2)
        return records.Told(
            second=self.second,
            to=self._to(viewer),
            viewer=viewer,
            number=shown.number,
            what=event.kind.value,
            picture=shown.picture,
            object=event.object,
            flight=flight,
            object_class=event.object_class,
            by=tuple(f"{party}/{sensor}".rstrip("/") for party, sensor in event.contributors),
            lat_deg=round(float(np.degrees(event.lat_rad)), 4) if has_place else None,
            lon_deg=round(float(np.degrees(event.lon_rad)), 4) if has_place else None,
            radius_km=_kilometres(spread[-1]) if has_place else None,
            region=event.region,
            expected=(
                None if event.expected is None else round(self._second_of(event.expected), 3)
            ),
            notice=event.notice,
        )

    def _to(self, viewer: str) -> tuple[str, ...]:
        """The cells that see what a viewer does."""
        return (CONTROLLER, *self.exercise.cells_of(viewer))

    def _second_of(self, at: Instant) -> float:
        return at.since_s(self.exercise.epoch)

    # What came of it.

    def _came_down(self) -> list[Record]:
        """The flights that have ended since the step before."""
        found: list[Record] = []
        for number, flight in enumerate(self._world.names):
            end_s = self._desk.engagements.hit_at_s.get(flight, np.inf)
            down_s, place = self._world.impact_of(number)
            if number in self._down or not min(end_s, down_s) <= self.second:
                continue
            self._down.add(number)
            found.append(self._down_record(flight, place, is_hit=end_s <= down_s))
        return found

    def _still_flying(self) -> list[Record]:
        """The flights that have not come down when the exercise ends."""
        return [
            records.CameDown(
                second=self.second,
                to=(CONTROLLER,),
                flight=flight,
                end="orbit",
                lat_deg=None,
                lon_deg=None,
                aimed_at=self._desk.aimed_at(flight)[0],
            )
            for number, flight in enumerate(self._world.names)
            if number not in self._down
        ]

    def _down_record(self, flight: str, place: Float[np.ndarray, "3"], *, is_hit: bool) -> Record:
        region, party = self._desk.aimed_at(flight)
        lat, lon, _ = ecef_to_geodetic(place)
        return records.CameDown(
            second=self.second,
            to=(CONTROLLER,),
            flight=flight,
            end="intercepted" if is_hit else "impact",
            lat_deg=None if is_hit else round(float(np.degrees(lat)), 4),
            lon_deg=None if is_hit else round(float(np.degrees(lon)), 4),
            region="" if is_hit else region,
            party=party,
            aimed_at=region,
        )

    def _end(self) -> Record:
        engagements = self._desk.engagements
        threats = [name for name in self._world.names if self._desk.aimed_at(name)[0]]
        down = {self._world.names[number] for number in self._down}
        hits = [name for name in threats if name in engagements.hit_at_s]
        leakers = [name for name in threats if name in down and name not in engagements.hit_at_s]
        self._ended = records.Ended(
            second=self.second,
            flights=len(self._world.names),
            threats=len(threats),
            hits=len(hits),
            leakers=len(leakers),
            shots=engagements.shots,
            wasted=engagements.wasted,
        )
        return self._ended


def _kilometres(variance_m2: float) -> float:
    return round(_RADIUS_95 * float(np.sqrt(max(variance_m2, 0.0))) / 1e3, 3)


def played(run: Run, told: Callable[[Record], None] | None = None) -> list[Record]:
    """All records of a run, run to its end.

    Args:
        run: one that may have begun.
        told: is given each record as it is made.
    """
    found: list[Record] = []
    while not run.is_over:
        for record in run.step():
            found.append(record)
            if told is not None:
                told(record)
    return found
