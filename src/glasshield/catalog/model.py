"""The records of the catalogue: what stands where, what flies how, who planned and said what.

Each record is a table `[kind.id]` in a TOML file. A field that names another record carries the
kind of that record in its annotation, so that `check` can follow every reference.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from glasshield.catalog.quantity import (
    Angle,
    Area,
    ArealDensity,
    Dated,
    Duration,
    Fact,
    FieldOfView,
    Frequency,
    Length,
    Mass,
    Number,
    Position,
    Power,
    Quantity,
    Rate,
    Speed,
    Statement,
)


def _id_of(kind: str) -> msgspec.Meta:
    """The annotation of a field that holds the id of a record of this kind."""
    return msgspec.Meta(extra={"kind": kind})


SiteId = Annotated[str, _id_of("site")]
RadarId = Annotated[str, _id_of("radar")]
SensorId = Annotated[str, _id_of("sensor")]
InterceptorId = Annotated[str, _id_of("interceptor")]
MissileId = Annotated[str, _id_of("missile")]
LaunchId = Annotated[str, _id_of("launch")]
RegionId = Annotated[str, _id_of("region")]
RulesId = Annotated[str, _id_of("rules")]
PartyId = Annotated[str, _id_of("party")]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Anything that has a name; `id` and `kind` come from the table's header."""

    name: str
    name_ru: str = ""
    note: str = ""
    id: str = ""

    def named(self, language: str) -> str:
        """The name in a language: `en` or `ru`; English where there is no other."""
        return (self.name_ru if language == "ru" else "") or self.name


class Source(Record, frozen=True, kw_only=True):
    """Where facts were read: the title is the name."""

    where: str = ""
    licence: str = ""


class Party(Record, frozen=True, kw_only=True):
    """A state, an alliance, or an author who states a figure."""


class Basing(StrEnum):
    """Whether a place is land or water."""

    LAND = "land"
    SEA = "sea"


class Site(Record, frozen=True, kw_only=True):
    """A place where something of a shield stands."""

    position: Position
    basing: Basing = Basing.LAND
    country: str = ""  # ISO 3166-1 alpha-3; empty at sea
    area: Area | None = None
    staff: Number | None = None
    facts: tuple[Statement, ...] = ()


class SensorType(StrEnum):
    """What a sensor measures with."""

    RADAR = "radar"
    INFRARED = "infrared"  # overhead, sees burning motors above the clouds


class Search(StrEnum):
    """Whether a sensor finds targets by itself."""

    VOLUME = "volume"  # searches its whole field of view
    CUED = "cued"  # looks only where another sensor points it


class Radar(Record, frozen=True, kw_only=True):
    """A design of radar: what holds wherever one of it stands.

    `detection_range` holds at `reference_cross_section`; the program scales it with the fourth
    root of the cross-section. There, `detection_probability` and `false_alarm_probability` (of one
    resolution cell) hold at one look. The accuracies are what remains however strong the echo;
    `looks` is how many objects it can look at in a second.
    """

    band: str
    search: Search
    detection_range: Length
    reference_cross_section: Area
    frequency: Frequency | None = None
    beam_width: Angle | None = None
    range_resolution: Length | None = None
    range_accuracy: Length | None = None
    angle_accuracy: Angle | None = None
    range_rate_resolution: Speed | None = None
    range_rate_accuracy: Speed | None = None
    revisit_period: Duration | None = None
    detection_probability: Number | None = None
    false_alarm_probability: Number | None = None
    looks: Rate | None = None
    aperture: Area | None = None
    aperture_efficiency: Number | None = None
    face_width: Length | None = None
    faces: Number | None = None
    elements: Number | None = None
    element_power: Power | None = None
    mean_power: Power | None = None
    peak_power: Power | None = None
    figures: dict[str, Quantity] = msgspec.field(default_factory=dict)
    facts: tuple[Statement, ...] = ()


class Sensor(Record, frozen=True, kw_only=True):
    """A radar of some design at a place, or infrared sensors in orbit.

    `catalogue_range` is what catalogues show: a limit of display, not a detection range. Infrared
    sensors report a launch `launch_delay` after they first see the motor.
    """

    type: SensorType
    party: PartyId
    radar: RadarId = ""
    position: Position | None = None
    site: SiteId = ""
    fields_of_view: tuple[FieldOfView, ...] = ()
    boresights: tuple[Angle, ...] = ()
    catalogue_range: Length | None = None
    cloud_height: Length | None = None
    launch_delay: Duration | None = None
    launch_accuracy: Length | None = None
    launch_time_accuracy: Duration | None = None
    until: Dated | None = None
    figures: dict[str, Quantity] = msgspec.field(default_factory=dict)
    facts: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a sensor that could see nothing.

        Raises:
            ValueError: a radar without design, place or field of view, or infrared sensors
                without a cloud height.
        """
        if self.type is SensorType.INFRARED:
            needed = {"cloud_height": self.cloud_height is not None}
        else:
            needed = {
                "radar": bool(self.radar),
                "fields_of_view": bool(self.fields_of_view),
                "either position or site": bool(self.site) != (self.position is not None),
            }
        missing = [field for field, given in needed.items() if not given]
        if missing:
            raise ValueError(f"a sensor of type {self.type} needs {' and '.join(missing)}")


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One stage, without its mass: masses are solved from the published performance.

    `share` is this stage's part of the mass of all stages; `structural_fraction` is the inert
    part of this stage's own mass; `ignition_delay` is the coast before it burns.
    """

    share: Number
    structural_fraction: Number
    specific_impulse: Duration
    burn_time: Duration
    diameter: Length
    ignition_delay: Duration | None = None

    def __post_init__(self) -> None:
        """Refuse a stage that no rocket has.

        Raises:
            ValueError: a fraction outside (0, 1], or a burn that takes no time.
        """
        for name, fraction in (("share", self.share), ("structural", self.structural_fraction)):
            if not 0.0 < fraction.low_si <= fraction.high_si <= 1.0:
                raise ValueError(f"the {name} fraction lies above 0 and at most at 1")
        if min(self.burn_time.low_si, self.specific_impulse.low_si, self.diameter.low_si) <= 0:
            raise ValueError("burn time, specific impulse and diameter are above zero")


class Rocket(Record, frozen=True, kw_only=True):
    """What missiles and interceptors share: stages, steering and what is left after burnout.

    Steering is a vertical rise for `vertical_time`, a kick, a gravity turn until the first
    stage has burnt, and then a constant pitch rate of the kick angle times `pitch_ratio`.
    """

    stages: tuple[Stage, ...]
    payload_mass: Mass
    vertical_time: Duration
    pitch_ratio: Rate
    ballistic_coefficient: ArealDensity
    launch_mass: Mass | None = None
    boost_time: Duration | None = None
    facts: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        """Refuse stages that do not make up one rocket.

        Raises:
            ValueError: no stage, or shares that do not add up to one.
        """
        total = sum(stage.share.si for stage in self.stages)
        if not self.stages or abs(total - 1.0) > 1e-9:
            raise ValueError(f"the shares of the stages add up to {total:g}, not to 1")


class MissileClass(StrEnum):
    """Classes of ballistic missiles by range and basing."""

    SRBM = "srbm"
    MRBM = "mrbm"
    IRBM = "irbm"
    ICBM = "icbm"
    SLBM = "slbm"


class Propellant(StrEnum):
    """What a missile burns."""

    LIQUID = "liquid"
    SOLID = "solid"


class Missile(Rocket, frozen=True, kw_only=True):
    """A notional vehicle that stands for a class; stage masses are solved from `max_range`."""

    missile_class: MissileClass = msgspec.field(name="class")
    propellant: Propellant
    max_range: Length
    radar_cross_section: Area


class Interceptor(Rocket, frozen=True, kw_only=True):
    """An interceptor as published; stage masses are solved from `burnout_speed`."""

    party: PartyId
    burnout_speed: Speed
    min_intercept_height: Length
    max_intercept_height: Length
    max_ground_range: Length

    def variants(self) -> dict[str, Quantity]:
        """The burnout speed as stated by each party, by the party's id."""
        return self.burnout_speed.variants()


class LaunchArea(Record, frozen=True, kw_only=True):
    """Where flights begin: a region, and the classes of missile that start there."""

    party: PartyId
    position: Position
    basing: Basing = Basing.LAND
    missiles: tuple[MissileId, ...]


class Box(Fact, frozen=True, kw_only=True):
    """A box of latitude and longitude that cuts a region; west of east, so never across 180 deg."""

    south_deg: float
    north_deg: float
    west_deg: float
    east_deg: float

    def __post_init__(self) -> None:
        """Refuse a box that is empty or off the Earth.

        Raises:
            ValueError: with the reason.
        """
        super().__post_init__()
        if not -90.0 <= self.south_deg < self.north_deg <= 90.0:
            raise ValueError("the box is empty or off the Earth: south must lie below north")
        if not -180.0 <= self.west_deg < self.east_deg <= 180.0:
            raise ValueError("the box is empty or off the Earth: west must lie west of east")


class Membership(Statement, frozen=True, kw_only=True):
    """Countries that make up a region, ISO 3166-1 alpha-3, and since when the list holds."""

    countries: tuple[Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")], ...]
    as_of: str


class Region(Record, frozen=True, kw_only=True):
    """An aim: a city as a point, or countries as an area (cut by a box where one is given).

    A box without countries is a sea: what of it is land belongs to nobody's region.
    """

    point: Position | None = None
    members: Membership | None = None
    box: Box | None = None

    def __post_init__(self) -> None:
        """Refuse a region that is nowhere, or two things at once.

        Raises:
            ValueError: when it is not exactly one of a point, countries or a box.
        """
        if (self.point is None) == (self.members is None and self.box is None):
            raise ValueError("a region is either a point, or countries, or a box")

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of an area, empty for a point."""
        return self.members.countries if self.members else ()
