"""The batteries that a claim is about, each under the rules by which it is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.assurance.consistent import stated
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import CannotReach, Claim, DirectedOutside, NoWorseThan
from glasshield.catalog.model import Interceptor, SensorType, Site
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.catalog.plans import AtIntercept, Cue
from glasshield.catalog.plans import Rules as RulesRecord
from glasshield.errors import InputError

# Claims about reaching a party's missiles.
Reaching = CannotReach | NoWorseThan | DirectedOutside

_INTERCEPTOR_KEYS: Final = (
    "burnout_speed",
    "min_intercept_height",
    "max_intercept_height",
    "max_ground_range",
)
_RULES_KEYS: Final = (
    "cue",
    "commit_delay",
    "launch_in_boost",
    "sensor_at_intercept",
    "latest_intercept",
    "min_intercept_height",
    "max_ground_range",
)


@dataclass(frozen=True, slots=True)
class Post:
    """Interceptors of one type at one site, in a phase.

    Attributes:
        phase: its id, such as `epaa-3`; that of the architecture where it has one phase.
        site: where.
        interceptor: of which type.
        rules: under which they engage.
        sensors: of the phase, those that the rules ask for.
    """

    phase: str
    site: Site
    interceptor: Interceptor
    rules: RulesRecord
    sensors: tuple[SensorRecord, ...]


def judged(claim: Claim, world: World) -> Reaching:
    """What a claim says of flights that are reached, with the numbers that a party has set."""
    found = stated(claim, world)
    record = getattr(found, found.predicate)
    assert isinstance(record, Reaching)
    return record


def posts_by_phase(claim: Claim, world: World) -> dict[str, tuple[Post, ...]]:
    """The batteries of each phase of a claim, in the order of the claim.

    Raises:
        UnknownNameError: a name that the catalogue does not hold.
        InputError: no phase has a battery at the sites that the claim names.
    """
    catalog, record = world.catalog, judged(claim, world)
    architecture = catalog.architectures[claim.architecture]
    numbered = [phase.id for phase in architecture.phases if phase.id.isdigit()]
    chosen = claim.phases or numbered or [phase.id for phase in architecture.phases]
    alone = len(architecture.phases) == 1
    rules = catalog.rules[record.rules or architecture.disputed_rules]
    looks = _looking(rules)
    sites: Sequence[str] = getattr(record, "sites", ())
    found = {}
    for phase in map(architecture.phase, chosen):
        name = architecture.id if alone else f"{architecture.id}-{phase.id}"
        sensors = tuple(
            s for s in map(catalog.sensors.__getitem__, phase.sensors) if s.type in looks
        )
        found[name] = tuple(
            Post(
                name,
                catalog.sites[battery.site],
                catalog.interceptors[battery.interceptor],
                rules,
                sensors,
            )
            for battery in phase.batteries
            if not sites or battery.site in sites
        )
    if sites and not any(found.values()):
        raise InputError(
            "no phase of the claim has interceptors there",
            where=f"claim.{claim.id}",
            got=", ".join(sites),
            do="name a site of the architecture, or none for all",
        )
    return found


def keys(posts: Sequence[Post], claim: Claim, world: World) -> tuple[str, ...]:
    """The keys of the facts that a claim about reaching hangs on.

    What is quick to vary stands there fact by fact; whole records stand for what rebuilds flights
    or interceptors.
    """
    names = [f"{claim_kind}.{id}" for claim_kind, id in _whole(posts, claim, world)]
    for post in posts:
        names += [f"interceptor.{post.interceptor.id}.{key}" for key in _INTERCEPTOR_KEYS]
        names += [
            f"rules.{post.rules.id}.{key}"
            for key in _RULES_KEYS
            if getattr(post.rules, key) is not None
        ]
        names += [key for sensor in post.sensors for key in _sensor_keys(sensor)]
        if post.sensors:
            missiles = {flown.missile for flown in judged(claim, world).flights}
            names += [f"missile.{id}.radar_cross_section" for id in sorted(missiles)]
    return tuple(dict.fromkeys(names))


def _whole(posts: Sequence[Post], claim: Claim, world: World) -> list[tuple[str, str]]:
    """Kind and id of every record that matters."""
    flights = judged(claim, world).flights
    named = [("architecture", claim.architecture), ("claim", claim.id)]
    named += [("site", post.site.id) for post in posts]
    named += [("interceptor", post.interceptor.id) for post in posts]
    named += [("sensor", sensor.id) for post in posts for sensor in post.sensors]
    named += [("missile", flown.missile) for flown in flights]
    named += [("launch", launch) for flown in flights for launch in flown.launches]
    named += [("region", target) for flown in flights for target in flown.targets]
    return list(dict.fromkeys(named))


def _sensor_keys(sensor: SensorRecord) -> list[str]:
    """The numbers of a sensor that are quick to vary."""
    if sensor.type is SensorType.INFRARED:
        return [f"sensor.{sensor.id}.cloud_height"]
    return [f"radar.{sensor.radar}.detection_range"]


def _looking(rules: RulesRecord) -> frozenset[SensorType]:
    """The types of sensor that have a say: infrared ones point radars, but no radar points them."""
    if rules.cue is Cue.RADAR or rules.sensor_at_intercept is AtIntercept.REQUIRED:
        return frozenset(SensorType)
    return frozenset({SensorType.INFRARED} if rules.cue is Cue.INFRARED else ())
