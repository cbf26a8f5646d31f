"""The batteries that a claim is about, each under the rules by which it is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glasshield.assurance.consistent import stated
from glasshield.assurance.hangs_on import battery_keys, flight_keys, sensor_keys
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import CannotReach, Claim, DirectedOutside, NoWorseThan
from glasshield.catalog.model import Interceptor, SensorType, Site
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.catalog.plans import AtIntercept, Cue
from glasshield.catalog.plans import Rules as RulesRecord
from glasshield.errors import InputError

# Claims about reaching a party's missiles.
Reaching = CannotReach | NoWorseThan | DirectedOutside


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
    """The keys of the facts that a claim about reaching hangs on."""
    names = [f"architecture.{claim.architecture}", f"claim.{claim.id}"]
    names += flight_keys(judged(claim, world).flights)
    for post in posts:
        names += battery_keys(post.rules, post.interceptor, post.site)
        names += sensor_keys(post.sensors)
    return tuple(dict.fromkeys(names))


def _looking(rules: RulesRecord) -> frozenset[SensorType]:
    """The types of sensor that have a say: infrared ones point radars, but no radar points them."""
    if rules.cue is Cue.RADAR or rules.sensor_at_intercept is AtIntercept.REQUIRED:
        return frozenset(SensorType)
    return frozenset({SensorType.INFRARED} if rules.cue is Cue.INFRARED else ())
