"""What an assessment says, in a form that a page can state: counted, ranged, compared.

Nothing is computed here that the document does not hold: flights are counted, extremes are
taken, and rival values are laid side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.report.document import (
    EVERYWHERE,
    Defence,
    Document,
    Element,
    Flight,
    Phase,
    Reach,
    Sight,
    Verdict,
)

_BEST_FIRST: Final[tuple[Verdict, ...]] = ("yes", "depends", "no")


@dataclass(frozen=True, slots=True)
class Span:
    """The least, the middle and the greatest of some values."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Span | None:
        """The span of the values, None where there are none."""
        ordered = sorted(values)
        if not ordered:
            return None
        return cls(ordered[0], ordered[len(ordered) // 2], ordered[-1])


@dataclass(frozen=True, slots=True)
class FlightSeen:
    """How one flight is seen in one phase: the earliest radar, and the earliest of all.

    `why_not` holds the reasons of the phase's radars where none of them sees it.
    """

    flight: Flight
    first_radar: Sight | None
    first: Sight | None
    why_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a phase sees of the flights it was built against, and of all flights."""

    flights: tuple[FlightSeen, ...]

    def counted(self, role: str) -> tuple[int, int]:
        """How many flights of the role a radar sees, and how many there are."""
        mine = [f for f in self.flights if f.flight.role == role]
        return sum(f.first_radar is not None for f in mine), len(mine)

    def first_radar_s(self, role: str) -> Span | None:
        """When a radar first sees the flights of the role, after launch."""
        return Span.of(
            f.first_radar.first_seen_s
            for f in self.flights
            if f.flight.role == role and f.first_radar and f.first_radar.first_seen_s is not None
        )


@dataclass(frozen=True, slots=True)
class View:
    """Everybody's burnout speeds as one party states them; the first view is the declared one."""

    variant: str
    declared: bool


@dataclass(frozen=True, slots=True)
class FlightReached:
    """Whether one flight is reached in one view, by the interceptor that does it best."""

    flight: Flight
    verdict: Verdict
    best: Reach


@dataclass(frozen=True, slots=True)
class ReachedInView:
    """All disputed flights of a phase in one view."""

    view: View
    flights: tuple[FlightReached, ...]

    def count(self, *verdicts: Verdict) -> int:
        """How many flights have one of these verdicts."""
        return sum(f.verdict in verdicts for f in self.flights)

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many flights are reached, are too close to call, and are there."""
        return self.count("yes"), self.count("depends"), len(self.flights)

    @property
    def top_speed_km_s(self) -> float:
        """The burnout speed of the fastest interceptor of the view."""
        return max((f.best.burnout_speed_km_s for f in self.flights), default=0.0)


@dataclass(frozen=True, slots=True)
class Reached:
    """The reach of a phase: the declared view, and the rival ones beside it."""

    views: tuple[ReachedInView, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether any disputed flight is reached: yes or no in all views, or it depends."""
        firm = {
            "yes" if v.count("yes") else "depends" if v.count("depends") else "no"
            for v in self.views
        }
        if firm <= {"no"}:
            return "no"
        return "yes" if firm == {"yes"} else "depends"

    @property
    def most_rival(self) -> ReachedInView | None:
        """The rival view that differs from the declared one and reaches most."""
        declared = self.views[0].counts if self.views else (0, 0, 0)
        rivals = [v for v in self.views[1:] if v.counts != declared]
        return max(rivals, key=lambda v: v.counts, default=None)

    @property
    def hangs_on_speed(self) -> bool:
        """Whether the views disagree about any flight."""
        tables = {tuple(f.verdict for f in v.flights) for v in self.views}
        return len(tables) > 1


@dataclass(frozen=True, slots=True)
class PhaseFindings:
    """All that a report says about one phase."""

    phase: Phase
    elements: tuple[Element, ...]
    seen: Seen
    defended: tuple[Defence, ...]
    reached: Reached

    @property
    def headline(self) -> Defence | None:
        """The row that stands for all threats of the phase on its map and in the answer.

        Of the missiles that fly to named places (an intercontinental one is not, and would need
        another map), the one with most people in its range, summed up over all of that range.
        """
        whole = [d for d in self.defended if d.region == EVERYWHERE]
        mapped = {f.flight.missile for f in self.seen.flights if f.flight.role == "threat"}
        return max(
            [d for d in whole if d.threat in mapped] or whole,
            key=lambda d: d.threatened_population_millions or 0.0,
            default=None,
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """The whole assessment, phase by phase."""

    document: Document
    phases: tuple[PhaseFindings, ...]

    def flights(self, role: str) -> tuple[Flight, ...]:
        """The flights of the role."""
        return tuple(f for f in self.document.flights if f.role == role)


def findings(document: Document) -> Findings:
    """What the document says, phase by phase."""
    return Findings(document, tuple(_phase(document, phase) for phase in document.phases))


def _phase(document: Document, phase: Phase) -> PhaseFindings:
    return PhaseFindings(
        phase=phase,
        elements=tuple(e for e in document.elements if e.phase == phase.id),
        seen=_seen(document, phase),
        defended=tuple(d for d in document.defends if d.phase == phase.id),
        reached=_reached(document, phase),
    )


def _seen(document: Document, phase: Phase) -> Seen:
    radars = {e.id for e in document.elements if e.phase == phase.id and e.kind == "radar"}
    rows = [s for s in document.sees if s.phase == phase.id]
    flights = []
    assessed = {s.flight for s in rows}
    for flight in (f for f in document.flights if f.id in assessed):
        mine = sorted(
            (s for s in rows if s.flight == flight.id and s.first_seen_s is not None),
            key=lambda s: (s.first_seen_s or 0.0, s.sensor),
        )
        by_radar = [s for s in mine if s.sensor in radars]
        reasons = (s.why_not for s in rows if s.flight == flight.id and s.sensor in radars)
        flights.append(
            FlightSeen(
                flight=flight,
                first_radar=by_radar[0] if by_radar else None,
                first=mine[0] if mine else None,
                why_not=() if by_radar else tuple(dict.fromkeys(r for r in reasons if r)),
            )
        )
    return Seen(tuple(flights))


def _reached(document: Document, phase: Phase) -> Reached:
    disputed = {f.id: f for f in document.flights if f.role == "disputed"}
    rows = [r for r in document.reaches if r.phase == phase.id and r.flight in disputed]
    variants: dict[str, list[str]] = {}
    for row in rows:
        of_interceptor = variants.setdefault(row.interceptor, [])
        if row.variant not in of_interceptor:
            of_interceptor.append(row.variant)
    rivals = dict.fromkeys(v for known in variants.values() for v in known[1:])
    first = next((known[0] for known in variants.values() if len(known) > 1), "declared")
    views = [View(first, declared=True), *(View(v, declared=False) for v in rivals)]
    return Reached(tuple(_in_view(view, rows, variants, disputed) for view in views))


def _in_view(
    view: View,
    rows: Sequence[Reach],
    variants: dict[str, list[str]],
    disputed: dict[str, Flight],
) -> ReachedInView:
    def stated(interceptor: str) -> str:
        known = variants[interceptor]
        return view.variant if not view.declared and view.variant in known else known[0]

    mine = [r for r in rows if r.variant == stated(r.interceptor)]
    flights = []
    for identifier, flight in disputed.items():
        candidates = [r for r in mine if r.flight == identifier]
        if candidates:
            best = min(candidates, key=_rank)
            flights.append(FlightReached(flight, best.verdict, best))
    return ReachedInView(view, tuple(flights))


def _rank(row: Reach) -> tuple[int, float, str]:
    margin = row.speed_margin_km_s
    return (_BEST_FIRST.index(row.verdict), -margin if margin is not None else 99.0, row.site)
