"""Records of what was planned, proposed and agreed: architectures, rules, proposals, regimes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from glasshield.catalog.model import (
    InterceptorId,
    LaunchId,
    MissileId,
    PartyId,
    Record,
    RegionId,
    RulesId,
    SensorId,
    SiteId,
)
from glasshield.catalog.quantity import Dated, Duration, Length, Number, Quantity, Statement
from glasshield.errors import UnknownNameError


class Cue(StrEnum):
    """What starts the clock of an engagement."""

    RADAR = "radar"  # the first radar of the architecture that sees the target
    INFRARED = "infrared"  # the overhead sensors that see the burning motor
    LAUNCH = "launch"  # the launch itself, whatever any sensor sees


class AtIntercept(StrEnum):
    """Whether a sensor has to see the target when it is met."""

    REQUIRED = "required"
    NOT_REQUIRED = "not-required"


class InBoost(StrEnum):
    """Whether an interceptor may start while the target still burns."""

    ALLOWED = "allowed"
    NOT_ALLOWED = "not-allowed"


class Rules(Record, frozen=True, kw_only=True):
    """When an engagement counts as possible; every rule is a named, stated parameter.

    `commit_delay` runs from the cue to the interceptor's launch; `latest_intercept` is how long
    before re-entry (100 km on the way down) the target must be met; `shot_interval` is the time
    between two launches of one site at the same target.
    """

    cue: Cue
    sensor_at_intercept: AtIntercept
    launch_in_boost: InBoost
    commit_delay: Duration
    latest_intercept: Duration
    shot_interval: Duration
    min_intercept_height: Length | None = None
    max_ground_range: Length | None = None


class Battery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Interceptors of one type at one site."""

    site: SiteId
    interceptor: InterceptorId
    count: Number


class Threat(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A class of missile from launch areas, and the aims it is drawn to."""

    missile: MissileId
    launches: tuple[LaunchId, ...]
    targets: tuple[RegionId, ...]

    @property
    def id(self) -> str:
        """The name of the threat on the command line: the missile's id."""
        return self.missile


class Phase(Record, frozen=True, kw_only=True):
    """One step of an architecture: what stands where, what was planned and what came of it."""

    planned_date: Dated
    planned: Statement
    outcome: Statement
    batteries: tuple[Battery, ...]
    sensors: tuple[SensorId, ...]
    rules: RulesId = ""
    defended: tuple[RegionId, ...] = ()
    threats: tuple[Threat, ...] = ()
    disputed: tuple[Threat, ...] = ()


class Architecture(Record, frozen=True, kw_only=True):
    """A shield as declared: its phases, whom it defends, and whose missiles are disputed.

    `threats` are the flights it was declared against and `disputed` those that another party
    says it could reach; `defended` are the regions whose protection is counted; a phase may
    replace each of these. Disputed flights are judged under rules of their own.
    """

    party: PartyId
    summary: Statement
    rules: RulesId
    disputed_rules: RulesId
    defended: tuple[RegionId, ...]
    threats: tuple[Threat, ...]
    disputed: tuple[Threat, ...]
    phases: tuple[Phase, ...]
    facts: tuple[Statement, ...] = ()
    figures: dict[str, Quantity] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse phases that cannot be told apart.

        Raises:
            ValueError: no phase, or two of the same id.
        """
        ids = [phase.id for phase in self.phases]
        if not ids or not all(ids) or len(set(ids)) != len(ids):
            raise ValueError("every phase of an architecture has an id of its own")

    def phase(self, id: str) -> Phase:
        """The phase of this id.

        Raises:
            UnknownNameError: no such phase; offers those there are.
        """
        phases = {phase.id: phase for phase in self.phases}
        try:
            return phases[id]
        except KeyError:
            raise UnknownNameError.among(f"phase of {self.id}", id, phases) from None

    def threats_of(self, phase: Phase) -> tuple[Threat, ...]:
        """The flights that a phase is meant to stop."""
        return phase.threats or self.threats

    def disputed_of(self, phase: Phase) -> tuple[Threat, ...]:
        """The flights that a phase, as others say, could reach."""
        return phase.disputed or self.disputed

    def defended_by(self, phase: Phase) -> tuple[str, ...]:
        """The ids of the regions whose protection by a phase is counted."""
        return phase.defended or self.defended

    def rules_of(self, phase: Phase) -> str:
        """The id of the rules under which a phase is judged."""
        return phase.rules or self.rules


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Regions in which one party is responsible, and whose interceptors act for it there."""

    party: PartyId
    regions: tuple[RegionId, ...]
    basis: Statement
    forces: tuple[PartyId, ...] = ()


class JointCentre(Record, frozen=True, kw_only=True):
    """A jointly staffed centre that somebody proposed."""

    purpose: Statement


class Proposal(Record, frozen=True, kw_only=True):
    """What one side offered to the other."""

    by: tuple[PartyId, ...]
    date: Dated
    content: tuple[Statement, ...]
    outcome: tuple[Statement, ...] = ()
    sensors: tuple[SensorId, ...] = ()
    batteries: tuple[Battery, ...] = ()
    sectors: tuple[Sector, ...] = ()
    centres: tuple[JointCentre, ...] = ()
    figures: dict[str, Quantity] = msgspec.field(default_factory=dict)


class Obligation(StrEnum):
    """Whether a notice must carry a field."""

    REQUIRED = "required"
    EITHER = "either"  # one of the fields so marked
    OPTIONAL = "optional"


class NoticeField(Statement, frozen=True, kw_only=True):
    """A field of a launch notice, and what it holds."""

    key: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]*$")]
    obligation: Obligation = Obligation.REQUIRED


class Regime(Record, frozen=True, kw_only=True):
    """An agreed regime of launch notification: what is announced, when, in which fields."""

    date: Dated
    scope: tuple[Statement, ...]
    fields: tuple[NoticeField, ...]
    notice_at_least_before: Duration | None = None
    notice_at_most_before: Duration | None = None
    report_within_after: Duration | None = None
    valid_after: Duration | None = None
    range_or_height_above: Length | None = None
    figures: dict[str, Quantity] = msgspec.field(default_factory=dict)
    facts: tuple[Statement, ...] = ()
