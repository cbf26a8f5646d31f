"""The answers of monitoring as documents: plain numbers and texts, units in the names.

This is what `--json` prints, what reports are drawn from, and, of an evaluation, what a statement
signs. They depend on their inputs alone: neither time nor machine stands in them. None stands for
what no number answers.
"""

from __future__ import annotations

from typing import Literal

from glasshield.assurance.document import Part, Program, Text, VerdictWord

BiasKind = Literal["range", "azimuth", "elevation", "time", "air"]


class Value(Part, frozen=True, kw_only=True):
    """A measured or derived number with the ends of its 95 % interval."""

    value: float
    low: float
    high: float
    sigma: float


class Stated(Part, frozen=True, kw_only=True):
    """What somebody says of the vehicle, and what its flight in this test would then be.

    `burnout_speed_km_s` is the catalogue's (over a still Earth, 45 degrees above the horizon),
    `in_flight_km_s` what radars would measure relative to the turning Earth in this flight.
    """

    by: str
    burnout_speed_km_s: float
    in_flight_km_s: float
    burn_time_s: float | None
    stages: int | None
    source: tuple[str, ...]
    status: str


class PathRow(Part, frozen=True, kw_only=True):
    """A flight for maps and charts; times count from the launch."""

    id: str
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]
    stage_ends_s: tuple[float, ...] = ()


class AreaRow(Part, frozen=True, kw_only=True):
    """An area of the notice for maps; a circle is given by points on it."""

    id: str
    role: str
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]


class TestRow(Part, frozen=True, kw_only=True):
    """The announced test."""

    __test__ = False  # no test of pytest's

    id: str
    name: Text
    host: str
    issued: str
    vehicle_class: str
    windows: tuple[tuple[str, str], ...]
    site_lat_deg: float
    site_lon_deg: float
    declared: Stated
    rival: Stated
    areas: tuple[AreaRow, ...] = ()


class Learned(Part, frozen=True, kw_only=True):
    """What can be learned: standard deviations, and the power at 5 % false alarm.

    `stages_sigma` is the root mean square error of the number of stages. `power` is the
    probability that the declared speed is rejected when the rival one flies.
    """

    burnout_speed_sigma_m_s: float | None
    burn_time_sigma_s: float | None
    stages_sigma: float | None
    power: float


class StationRow(Learned, frozen=True, kw_only=True):
    """A place where an observer could stand, and what it could learn there alone."""

    observer: str
    lat_deg: float
    lon_deg: float
    visible_s: float
    sees_burnout: bool
    in_hazard_area: bool = False


class PlaceRow(Part, frozen=True, kw_only=True):
    """An observer at a place."""

    observer: str
    lat_deg: float
    lon_deg: float


class BestRow(Learned, frozen=True, kw_only=True):
    """The places from which most is learned together."""

    places: tuple[PlaceRow, ...]


class LeastAccess(Part, frozen=True, kw_only=True):
    """The least that the best-placed observer must be let see to reach the power that is wanted.

    Each limit is the strictest that suffices while the others stay as the host has them; None
    where even no limit of this kind suffices. Times count from the launch.
    """

    power_wanted: float
    place: PlaceRow | None
    not_below_km: float | None
    not_before_s: float | None
    not_after_s: float | None
    seconds: float | None


class Plan(Part, frozen=True, kw_only=True):
    """Where to stand to watch a test."""

    test: TestRow
    stations: tuple[StationRow, ...]
    best: tuple[BestRow, ...]
    least_access: LeastAccess
    paths: tuple[PathRow, ...]
    warnings: tuple[Text, ...]
    assumptions: tuple[Text, ...]
    program: Program
    simulated: bool = True


class SeenRow(Part, frozen=True, kw_only=True):
    """What a station reported, and what of it the evaluation used; times count from the launch."""

    station: str
    party: str
    detections: int
    used: int
    first_s: float | None
    last_s: float | None
    saw_burnout: bool


class Compared(Stated, frozen=True, kw_only=True):
    """A stated performance against what was measured.

    `speed_p_value` is that of a speed at least so far from the stated one (two-sided) if this
    flight was flown with it, `burn_time_p_value` the same of a stated burn time. `p_value` is that
    of all that is compared together, the number of stages among it (Bonferroni); `consistent` where
    it is at least 0.05. `exceeded` where the whole 95 % interval of the speed lies above.
    `figure` is the speed that was compared: that of the burnout, or, where nobody saw the end of
    the burn, that which the energy of the free flight has at the ground.
    """

    consistent: bool
    p_value: float
    sigmas: float
    exceeded: bool
    burn_time_consistent: bool | None
    stages_consistent: bool | None
    figure: Literal["burnout-speed", "surface-speed"] = "burnout-speed"
    speed_p_value: float = 1.0
    burn_time_p_value: float | None = None


class BiasRow(Part, frozen=True, kw_only=True):
    """A constant error of a station, estimated beside the flight.

    `speed_shift_m_s` is by how much the measured burnout speed would move if the station were known
    to have one more `unit` of this error than it states; `surface_shift_m_s` the same of the
    surface speed.
    """

    station: str
    kind: BiasKind
    unit: str
    value: Value
    stated_sigma: float
    speed_shift_m_s: float
    surface_shift_m_s: float = 0.0


class StagesRow(Part, frozen=True, kw_only=True):
    """The number of burns that the detections speak for; `odds` by number, adding up to one."""

    value: int
    odds: dict[str, float]


class BlindRow(Part, frozen=True, kw_only=True):
    """How much less was learned because nobody saw the end of the burn; None where it was seen.

    `if_seen_sigma_m_s` is the bound for the same observers with no horizon in their way.
    """

    sees_burnout: bool
    if_seen_sigma_m_s: float | None
    times_less: float | None


class Capability(Part, frozen=True, kw_only=True):
    """What a flight says of the vehicle: it is at least so fast, and nothing says how fast at most.

    In the catalogue's measure, so that it compares with what is declared.
    """

    at_least_km_s: float
    at_most_km_s: None
    why: tuple[Text, ...]


class ClaimUpdate(Part, frozen=True, kw_only=True):
    """A claim judged with the measured speed in the place of the stated one."""

    claim: str
    assumptions: str
    party: str
    before: VerdictWord
    after: VerdictWord
    margin_before: float | None
    margin_after: float | None
    unit: str
    as_flown_only: bool


class FitRow(Part, frozen=True, kw_only=True):
    """How well the flight fits the detections."""

    chi_squared: float
    degrees: int
    p_value: float
    left_out: int


class Profile(Part, frozen=True, kw_only=True):
    """The sensed acceleration (all but gravity) over the time since the launch."""

    time_s: tuple[float, ...]
    value_m_s2: tuple[float, ...]
    low_m_s2: tuple[float, ...]
    high_m_s2: tuple[float, ...]


class Evaluation(Part, frozen=True, kw_only=True):
    """What the observers' own detections say of a test.

    `stage_ends_s` are the ends of the burns since the lift-off, `ends_in_window_s` the same by the
    clock, since the first announced window began: they do not hang on who called the lift-off.
    """

    test: TestRow
    simulated: bool
    observers: tuple[SeenRow, ...]
    burnout_speed_km_s: Value
    reference_speed_km_s: Value
    surface_speed_km_s: Value
    motor_speed_km_s: Value
    burn_time_s: Value
    lift_off: str
    lift_off_sigma_s: float
    burnout: str
    stages: StagesRow
    stage_ends_s: tuple[Value, ...]
    ends_in_window_s: tuple[Value, ...]
    declared: Compared
    rival: Compared
    likelihood_ratio: float | None
    log10_likelihood_ratio: float
    capability: Capability
    biases: tuple[BiasRow, ...]
    blind: BlindRow
    fit: FitRow
    claims_updated: tuple[ClaimUpdate, ...]
    path: PathRow
    profile: Profile
    warnings: tuple[Text, ...]
    assumptions: tuple[Text, ...]
    program: Program


class Explanation(Part, frozen=True, kw_only=True):
    """A bias of one side that would explain the difference, in units and in stated deviations."""

    side: str
    station: str
    kind: BiasKind
    needed: float
    unit: str
    stated_sigmas: float


class Difference(Part, frozen=True, kw_only=True):
    """One measured figure of two evaluations side by side."""

    figure: str
    unit: str
    values: tuple[Value, Value]
    difference: Value
    agree: bool


class Comparison(Part, frozen=True, kw_only=True):
    """Two evaluations of one test, each by one side alone, side by side."""

    test: str
    sides: tuple[str, str]
    agree: bool
    figures: tuple[Difference, ...]
    explanations: tuple[Explanation, ...]


class ReportedRow(Part, frozen=True, kw_only=True):
    """What press figures alone say of a flight's speed.

    The ends of an interval are the least and the greatest speed of figures that round to those
    reported, and `sigma` is the deviation of an even spread between them.
    """

    id: str
    name: Text
    date: str
    surface_speed_km_s: Value | None
    turning_speed_km_s: Value | None
    stated: tuple[Stated, ...] = ()
    why: tuple[Text, ...] = ()
    source: tuple[str, ...] = ()
    status: str = ""
