"""Whether a claim makes sense in a world: its names lead somewhere, its rules can be kept together.

A party may set any rule, so what the catalogue's own facts pass a party's world may fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from glasshield.assurance.worlds import World
from glasshield.catalog import Catalog, Quantity, schema
from glasshield.catalog.claims import Claim, Flown
from glasshield.catalog.model import Interceptor, Search, SensorType
from glasshield.catalog.plans import AtIntercept, Cue
from glasshield.catalog.plans import Rules as RulesRecord
from glasshield.errors import InputError, RangeError, UnitError, UnknownNameError
from glasshield.shield.architecture import Battery, Deployment, deployments
from glasshield.shield.least_speed import LADDER_M_S
from glasshield.shield.rules import Rules

# Claims about what a party says of the other's missiles are judged under the disputed rules.
_DISPUTED = frozenset({"cannot_reach", "no_worse_than", "directed_outside"})
# Claims about shares of regions, to every cell of which missiles are flown.
_DEFENDS = frozenset({"defends", "helps_host"})
_ENGAGES = _DISPUTED | _DEFENDS


def stated(claim: Claim, world: World) -> Claim:
    """The claim as a world has it, with the numbers that a party has set in it."""
    claims = world.catalog.claims
    if claim.id in claims:
        return claims[claim.id]
    return claim


def phases(claim: Claim, world: World) -> tuple[Deployment, ...]:
    """The phases that a claim is about, under the rules that it is judged by.

    These are the claim's own rules; without any, the architecture's disputed rules for what may
    be reached, and each phase's rules for what it defends. They stand in `rules`.

    Raises:
        UnknownNameError: an architecture, phase or set of rules that nothing is called.
    """
    catalog = world.catalog
    found = deployments(catalog, claim.architecture, claim.phases)
    own = getattr(getattr(claim, claim.predicate), "rules", "")
    if own:
        return tuple(replace(phase, rules=catalog.rules[own]) for phase in found)
    if claim.predicate in _DISPUTED:
        return tuple(replace(phase, rules=phase.disputed_rules) for phase in found)
    return found


def check(claim: Claim, world: World) -> None:
    """Passes a claim that can be measured in a world.

    Args:
        claim: with a predicate of its own; one that denies another is checked as that one.
        world: a party's, or the base.

    Raises:
        UnknownNameError: a name that the catalogue does not hold.
        UnitError: two figures that measure different things.
        InputError: numbers or rules that contradict each other.
    """
    if claim.denies:
        # Circles of denials are the business of who follows them.
        return
    claim = stated(claim, world)
    record = getattr(claim, claim.predicate)
    where = f"claim.{claim.id}.{claim.predicate}"
    for flown in getattr(record, "flights", ()):
        _check_flown(flown, world.catalog, where)
    _check_names(record, world.catalog)
    if claim.predicate in _DEFENDS:
        _check_aims(record, where)
    _check_numbers(record, where)
    if claim.predicate == "within":
        _check_figures(record.measured, record.declared, world.catalog, where)
        return
    chosen = phases(claim, world)
    if claim.predicate == "sees":
        _check_sight(chosen, where)
    if claim.predicate == "helps_host":
        _check_site(chosen, record.site, where)
    if claim.predicate in _ENGAGES:
        for phase in chosen:
            check_rules(phase, world.catalog)


def figure(catalog: Catalog, key: str) -> Quantity:
    """The quantity that a key leads to, such as `comparison.t1.expected.surface_speed`.

    Raises:
        UnknownNameError: nothing is called so; offers the nearest.
        InputError: the key leads to no quantity.
    """
    kind, id, steps = catalog.split(key)
    node: Any = catalog.of_kind(kind)[id]
    for step in steps:
        parts = _parts(node)
        if step not in parts:
            raise UnknownNameError.among(f"fact of {kind}.{id}", step, parts)
        node = parts[step]
    if not isinstance(node, Quantity):
        raise InputError(
            "this key leads to no figure", where=key, do="name a number of the catalogue"
        )
    return node


def check_rules(phase: Deployment, catalog: Catalog) -> None:
    """Passes rules under which a phase's interceptors can be launched at something.

    Args:
        phase: with the rules that it is judged by.
        catalog: of the world: where its radars have their designs.

    Raises:
        InputError: rules that cannot be kept together.
    """
    rules = phase.rules
    where = f"rules.{rules.id}"
    radars = [sensor for sensor in phase.sensors if sensor.type is SensorType.RADAR]
    if rules.cue is Cue.RADAR and not radars:
        raise InputError(
            f"the rules wait for a radar's cue, and phase {phase.id} has no radar",
            where=f"{where}.cue",
            do="name another cue, or give the phase a radar",
        )
    if rules.cue is Cue.INFRARED and len(radars) == len(phase.sensors):
        raise InputError(
            f"the rules wait for an infrared cue, and phase {phase.id} has no infrared sensor",
            where=f"{where}.cue",
            do="name another cue, or give the phase an infrared sensor",
        )
    if rules.sensor_at_intercept is AtIntercept.REQUIRED and not radars:
        raise InputError(
            f"a radar has to see the intercept, and phase {phase.id} has no radar",
            where=f"{where}.sensor_at_intercept",
            do="let the rules not require it, or give the phase a radar",
        )
    if rules.cue is Cue.RADAR or rules.sensor_at_intercept is AtIntercept.REQUIRED:
        _check_cues(phase, catalog, where)
    for battery in phase.batteries:
        _check_heights(rules, battery)
        _check_speed(battery.interceptor)


def _check_cues(phase: Deployment, catalog: Catalog, where: str) -> None:
    """Passes sensors of which one finds targets by itself."""
    waiting = [
        sensor.id
        for sensor in phase.sensors
        if sensor.radar and catalog.radars[sensor.radar].search is Search.CUED
    ]
    if len(waiting) == len(phase.sensors):
        raise InputError(
            f"no sensor of phase {phase.id} finds a target by itself",
            where=where,
            got=f"{', '.join(waiting)}, which others have to cue",
            do="give the phase a sensor that searches",
        )


def _check_heights(rules: RulesRecord, battery: Battery) -> None:
    """Passes rules that leave an interceptor some height to meet a target at."""
    interceptor = battery.interceptor
    both = Rules.stated(rules, interceptor)
    if both.min_height_m > both.max_height_m:
        raise InputError(
            f"the least intercept height lies above the greatest of {interceptor.id}",
            where=f"rules.{rules.id}.min_intercept_height",
            got=f"{both.min_height_m / 1e3:g} km",
            expected=f"at most {both.max_height_m / 1e3:g} km",
        )


def _check_speed(interceptor: Interceptor) -> None:
    """Passes a burnout speed, at both ends, up to the fastest at which reach is measured."""
    speed, most_m_s = interceptor.burnout_speed, LADDER_M_S[-1]
    if speed.low_si <= 0.0 or speed.high_si > most_m_s:
        wrong_m_s = speed.low_si if speed.low_si <= 0.0 else speed.high_si
        raise RangeError(
            "no interceptor has this burnout speed",
            where=f"interceptor.{interceptor.id}.burnout_speed",
            got=f"{wrong_m_s / 1e3:g} km/s",
            expected=f"above 0 and at most {most_m_s / 1e3:g} km/s",
        )


def _check_flown(flown: Flown, catalog: Catalog, where: str) -> None:
    """Passes flights that a missile makes, from some place to some place."""
    catalog.missiles[flown.missile]
    for name in ("launches", "targets"):
        if not getattr(flown, name):
            raise InputError(f"flights of {flown.missile} without {name}", where=f"{where}.flights")
    for target in flown.targets:
        catalog.regions[target]
    for id in flown.launches:
        launch = catalog.launches[id]
        if flown.missile not in launch.missiles:
            raise InputError(
                f"{flown.missile} is not flown from {id}",
                where=f"{where}.flights",
                expected=f"one of {', '.join(launch.missiles)}",
            )
    if flown.apogee is not None and flown.apogee.low_si <= 0.0:
        raise RangeError(
            "an apogee is a multiple above zero of that of least energy",
            where=f"{where}.flights",
            got=flown.apogee.low_si,
        )


def _check_names(record: Any, catalog: Catalog) -> None:
    """Passes regions, a site and rules that the catalogue holds."""
    regions: Sequence[str] = getattr(record, "regions", ())
    for region in (*regions, *_named(record, "region")):
        catalog.regions[region]
    for site in (*_named(record, "site"), *getattr(record, "sites", ())):
        catalog.sites[site]
    for rules in _named(record, "rules"):
        catalog.rules[rules]


def _check_aims(record: Any, where: str) -> None:
    """Passes flights to the very regions whose share is counted."""
    regions = tuple(getattr(record, "regions", ())) or (record.region,)
    for flown in record.flights:
        for target in flown.targets:
            if target not in regions:
                raise InputError(
                    f"flights to {target} say nothing of the defence of {', '.join(regions)}",
                    where=f"{where}.flights",
                    do="aim at the regions whose share is counted",
                )


def _named(record: Any, field: str) -> Iterator[str]:
    """The id in a field, where the record has one."""
    id = getattr(record, field, "")
    if id:
        yield id


def _check_numbers(record: Any, where: str) -> None:
    """Passes shares and probabilities up to one, and counts from one on."""
    for name in ("at_least", "single_shot"):
        share = getattr(record, name, None)
        if share is not None and share.high_si > 1.0:
            raise RangeError("a share is at most one", where=f"{where}.{name}", got=share.high_si)
    for name in ("raid", "shots_each", "shots"):
        count = getattr(record, name, None)
        if count is not None and count.low_si < 1.0:
            raise RangeError("a count is at least one", where=f"{where}.{name}", got=count.low_si)


def _check_figures(measured: str, declared: str, catalog: Catalog, where: str) -> None:
    """Passes two figures that measure the same."""
    one, other = figure(catalog, measured), figure(catalog, declared)
    if one.dimension != other.dimension:
        raise UnitError(
            f"{measured} is a {one.dimension} and {declared} a {other.dimension}",
            where=where,
            do="compare two figures that measure the same",
        )


def _check_sight(chosen: Sequence[Deployment], where: str) -> None:
    """Passes phases of which each has a radar that sees something."""
    for phase in chosen:
        radars = [sensor for sensor in phase.sensors if sensor.type is SensorType.RADAR]
        if not radars:
            raise InputError(f"phase {phase.id} has no radar to see anything", where=where)


def _check_site(chosen: Sequence[Deployment], site: str, where: str) -> None:
    """Passes a site at which some phase has something."""
    for phase in chosen:
        if any(b.site.id == site for b in phase.batteries):
            return
        if any(s.site == site for s in phase.sensors):
            return
    raise InputError(
        f"no phase of the claim has anything at {site}",
        where=f"{where}.site",
        do="name a site of the architecture",
    )


def _parts(node: Any) -> dict[str, Any]:
    """What stands below a record, a table or a list, by the steps of a key."""
    if isinstance(node, dict):
        return node
    if isinstance(node, tuple):
        return {str(getattr(item, "id", "") or n): item for n, item in enumerate(node)}
    if isinstance(node, msgspec.Struct):
        return {key: getattr(node, f.name) for key, f in schema.fields(type(node)).items()}
    return {}
