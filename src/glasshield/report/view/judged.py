"""The parts of the view document that come from judged claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from glasshield.assurance import document as assurance
from glasshield.assurance.argued import Argument
from glasshield.report.assurance import answer, page
from glasshield.report.assurance.names import Names
from glasshield.report.assurance.wording import Words
from glasshield.report.blocks import plain
from glasshield.report.view.claims import (
    Assumed,
    Claim,
    ClaimFlight,
    ClaimPath,
    Crux,
    Evidence,
    Judged,
    Margin,
    Shows,
    Turn,
    Weight,
    Worded,
)
from glasshield.report.view.parts import KILOMETRES, Text, thinned

_DIGITS: Final = 4  # decimals of a margin or a speed: a tenth of a metre a second
_SAMPLES: Final = 30  # along a claim's flight, of which there may be hundreds
_PATH_DEGREES: Final = 2  # decimals: half a kilometre, where the points are 200 km apart


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """The answer to a claim, and what it can be argued with; None where it cannot be."""

    document: assurance.Document
    argument: Argument | None


@dataclass(slots=True)
class Paths:
    """The paths of claims' flights, each once whoever draws it."""

    paths: list[ClaimPath] = field(default_factory=list)
    _known: dict[ClaimPath, int] = field(default_factory=dict)

    def place_of(self, flight: assurance.DrawnFlight) -> int:
        """The place of a flight's path in the list; the path is added where it is new."""
        kept = thinned(len(flight.time_s), _SAMPLES)
        path = ClaimPath(
            launch=flight.launch,
            target=flight.target,
            missile=flight.missile,
            apogee_km=round(flight.apogee_km, 1),
            time_s=tuple(flight.time_s[n] for n in kept),
            lat_deg=tuple(round(flight.lat_deg[n], _PATH_DEGREES) for n in kept),
            lon_deg=tuple(round(flight.lon_deg[n], _PATH_DEGREES) for n in kept),
            height_km=tuple(round(flight.height_km[n], KILOMETRES) for n in kept),
        )
        if path not in self._known:
            self._known[path] = len(self.paths)
            self.paths.append(path)
        return self._known[path]


def claim(judged: JudgedClaim, names: Names, paths: Paths) -> Claim:
    """A judged claim."""
    found, row = judged.document, judged.document.claim
    english, russian = (Words(found, names, lang) for lang in ("en", "ru"))
    cruxes = (found.crux, *found.other_cruxes) if found.crux else found.other_cruxes
    return Claim(
        id=row.id,
        name=_text(row.name),
        by=row.by,
        date=row.date,
        predicate=row.predicate,
        architecture=row.architecture,
        phases=row.phases,
        wording=tuple(
            Worded(by=said.by, text=_text(said.text), source=said.source, status=said.status)
            for said in row.wording
        ),
        comment=tuple(_text(said) for said in row.comment),
        agreement=found.agreement,
        answer=Text(en=plain(answer.sentence(english)), ru=plain(answer.sentence(russian))),
        verdicts=tuple(_judged(verdict) for verdict in found.verdicts),
        cruxes=tuple(_crux(one) for one in cruxes),
        held=tuple(
            Assumed(
                assumptions=held.assumptions,
                parameter=held.parameter,
                name=Text(
                    en=english.parameter(held.parameter), ru=russian.parameter(held.parameter)
                ),
                states=held.states,
                catalogue=held.catalogue,
                source=held.source,
                status=held.status,
                note=held.note,
            )
            for held in found.assumptions
        ),
        flights=tuple(
            ClaimFlight(
                id=flight.id,
                path=paths.place_of(flight),
                least_speed_km_s={
                    side: _short(speed) for side, speed in flight.least_speed_km_s.items()
                },
                verdict=flight.verdict,
            )
            for flight in found.flights
        ),
        argument=judged.argument.claim if judged.argument else None,
        denied=bool(row.denies),
    )


def arguments(claims: Iterable[JudgedClaim]) -> tuple[Argument, ...]:
    """What claims can be argued with; what several share stands there once."""
    found = {one.argument.claim: one.argument for one in claims if one.argument}
    return tuple(found.values())


def records(claims: Iterable[JudgedClaim]) -> Iterator[tuple[str, str]]:
    """The kind and id of everything that claims speak of."""
    for one in claims:
        document = one.document
        yield "claim", document.claim.id
        yield from (("party", id) for id in document.claim.by)
        yield from (("party", said.by) for said in document.claim.wording)
        for verdict in document.verdicts:
            yield "party", verdict.party
            yield "assumptions", verdict.assumptions
        for flight in document.flights:
            yield from (("launch", flight.launch), ("region", flight.target))
            yield "missile", flight.missile
        for site in document.sites:
            yield "site", site.id
            yield from (("interceptor", id) for id in site.interceptors)
        if one.argument:
            yield "rules", one.argument.rules


def cited(claims: Iterable[JudgedClaim]) -> tuple[str, ...]:
    """The ids of all sources that claims name, each once."""
    return tuple(dict.fromkeys(id for one in claims for id in page.cited(one.document)))


def _judged(row: assurance.VerdictRow) -> Judged:
    margin = row.margin
    return Judged(
        party=row.party,
        assumptions=row.assumptions,
        verdict=row.verdict,
        margin=Margin(
            value=_short(margin.value),
            low=_short(margin.low),
            high=_short(margin.high),
            unit=margin.unit,
            band=margin.band,
        ),
        worst=_evidence(row.worst_case) if row.worst_case else None,
        would_decide=tuple(effect.parameter for effect in row.would_decide if effect.decides),
        unanswered=row.unanswered,
    )


def _evidence(case: assurance.CaseRow) -> Evidence:
    return Evidence(
        launch=case.launch,
        target=case.target,
        missile=case.missile,
        phase=case.phase,
        site=case.site,
        interceptor=case.interceptor,
        apogee_km=_short(case.apogee_km),
        margin=_short(case.numbers.get("margin")),
        least_speed_km_s=_short(case.numbers.get("least_speed_km_s")),
    )


def _crux(crux: assurance.Crux) -> Crux:
    return Crux(
        between=crux.between,
        flip_sets=crux.flip_sets,
        flip_sets_back=crux.flip_sets_back,
        turns=tuple(
            Turn(
                parameter=turn.parameter,
                held_by=turn.held_by,
                value=turn.value,
                unit=turn.unit,
                between=turn.between,
            )
            for turn in crux.break_even
        ),
        shows=tuple(
            Shows(
                parameter=one.parameter,
                party=one.party,
                states=one.states,
                other=one.other,
                other_states=one.other_states,
                must_show=one.must_show,
                unit=one.unit,
                flips_alone=one.flips_alone,
                above=one.above,
            )
            for one in crux.shows
        ),
        weights=tuple(
            Weight(
                parameter=one.parameter,
                total_index=round(one.total_index, _DIGITS),
                low=round(one.low, _DIGITS),
                high=round(one.high, _DIGITS),
            )
            for one in crux.sensitivity
        ),
    )


def _text(said: assurance.Text) -> Text:
    return Text(en=said.en, ru=said.ru or said.en)


def _short(value: float | None) -> float | None:
    """A number with as many decimals as anybody reads."""
    return None if value is None else round(value, _DIGITS)
