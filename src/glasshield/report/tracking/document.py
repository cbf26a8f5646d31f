"""A tracking run as a document: what `tracks.json` holds, typed and checked at the edge.

Kilometres, degrees and dates are for people, so SI ends here. A report is a function of this
document alone. What is not known is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from glasshield.errors import InputError

SIMULATED = "SIMULATED - EXERCISE DATA"
MEASURED = "ANALYSIS OF GIVEN DATA"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the document; keys that a report does not use are left alone."""


class Program(Record, frozen=True, kw_only=True):
    """What computed the document, and from what."""

    version: str
    command: str
    input_hash: str
    name: str = "glasshield"


class File(Record, frozen=True, kw_only=True):
    """A file that was read, and what became of its records."""

    file: str
    format: str
    kept: int
    rejected: int


class Problem(Record, frozen=True, kw_only=True):
    """What was wrong at one place of a file or with a radar, or from there on at `count` places."""

    file: str
    where: str
    reason: str
    got: str = ""
    count: int = 1

    @property
    def sentence(self) -> str:
        """The problem as one line for a reader."""
        place = f"{self.file}, {self.where}" if self.where else self.file
        got = f"; got {self.got}" if self.got else ""
        more = f" ({self.count:,} records)" if self.count > 1 else ""
        return f"{place}: {self.reason}{got}{more}"


class Interval(Record, frozen=True, kw_only=True):
    """A value and the interval that holds it with 95 %."""

    value: float
    low: float
    high: float


class Ellipse(Record, frozen=True, kw_only=True):
    """A place on the ground and the ellipse that holds it with the stated probability.

    The angle is that of the longer axis, clockwise from north.
    """

    lat_deg: float
    lon_deg: float
    semi_major_km: float
    semi_minor_km: float
    angle_deg: float
    probability: float = 0.95
    time: str | None = None
    time_low: str | None = None
    time_high: str | None = None


class Path(Record, frozen=True, kw_only=True):
    """Samples of a track; seconds after the document's epoch."""

    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]
    sigma_km: tuple[float, ...]


class Truth(Record, frozen=True, kw_only=True):
    """The object that a track followed longest, and how far the track was off."""

    object: str
    position_rmse_m: float | None = None
    launch_error_km: float | None = None
    impact_error_km: float | None = None


class Track(Record, frozen=True, kw_only=True):
    """One object as it was tracked."""

    id: int
    start: str
    end: str
    n_detections: int
    sensors: tuple[str, ...]
    class_: str | None = msgspec.field(name="class", default=None)
    phases: tuple[str, ...] = ()
    highest_km: float | None = None
    launch: Ellipse | None = None
    impact: Ellipse | None = None
    burnout_speed_km_s: Interval | None = None
    truth: Truth | None = None
    path: Path | None = None


class Residual(Record, frozen=True, kw_only=True):
    """What is left of one kind of measurement: mean, spread, and spread over what was claimed."""

    n: int
    mean: float
    sigma: float
    over_claimed: float


class Series(Record, frozen=True, kw_only=True):
    """Reported less tracked over time, by spans of time: median, and where 68 % lie."""

    time_s: tuple[float, ...]
    middle: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


class Nis(Record, frozen=True, kw_only=True):
    """Normalised squares for each degree of freedom: mean, and where it lies 95 % of the time."""

    count: int
    mean_per_degree: float | None
    low: float | None
    high: float | None


class Sensor(Record, frozen=True, kw_only=True):
    """A station: its estimated biases (reported less true) with sigmas, and its residuals."""

    id: str
    party: str
    lat_deg: float
    lon_deg: float
    height_m: float
    n_detections: int
    n_used: int
    range_bias_m: float | None = None
    range_bias_sigma_m: float | None = None
    azimuth_bias_deg: float | None = None
    azimuth_bias_sigma_deg: float | None = None
    elevation_bias_deg: float | None = None
    elevation_bias_sigma_deg: float | None = None
    time_bias_s: float | None = None
    time_bias_sigma_s: float | None = None
    refraction_bias_percent: float | None = None
    refraction_bias_sigma_percent: float | None = None
    wrong_clock_probability: float | None = None
    nis: Nis | None = None
    residuals: dict[str, Residual] = {}
    series: dict[str, Series] = {}


class Marks(Record, frozen=True, kw_only=True):
    """Metrics over a part of the truth; means over all instants."""

    gospa_m: float
    gospa_localisation_m: float
    missed_objects: float
    false_tracks: float
    ospa_m: float
    completeness: float
    ambiguity: float
    spuriousness: float
    position_accuracy_m: float
    velocity_accuracy_m_s: float
    track_number_changes_1_s: float
    longest_track_segment: float


class OverTime(Record, frozen=True, kw_only=True):
    """The picture over time, thinned: share of objects that are tracked, what is missed, GOSPA."""

    time_s: tuple[float, ...]
    completeness: tuple[float, ...]
    missed: tuple[float, ...]
    false: tuple[float, ...]
    gospa_m: tuple[float, ...]


class Metrics(Record, frozen=True, kw_only=True):
    """How good the picture is: NIS always, the others where the truth was given.

    `nees` is of the tracker's states, `nees_arcs` of the fitted free flights that launches and
    impacts come from; the covariances of both hold what is left of the biases.
    `all` counts everything that flew, `in_view` what at least one station could see.
    """

    nis: Nis
    nees: Nis | None = None
    nees_arcs: Nis | None = None
    position_rmse_m: float | None = None
    velocity_rmse_m_s: float | None = None
    cutoff_m: float | None = None
    gospa_order: float | None = None
    ospa_order: float | None = None
    all: Marks | None = None
    in_view: Marks | None = None
    over_time: OverTime | None = None


class Document(Record, frozen=True, kw_only=True):
    """A whole tracking run."""

    mark: str
    simulated: bool
    program: Program
    epoch: str
    start: str | None
    end: str | None
    options: dict[str, str | float | int]
    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    n_detections: int
    n_rejected: int
    n_too_late: int
    tracks: tuple[Track, ...]
    sensors: tuple[Sensor, ...]
    metrics: Metrics
    rate_detections_per_s: float | None

    def to_json(self) -> dict[str, Any]:
        """The document as plain numbers and texts."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    def summary(self) -> dict[str, Any]:
        """The document without what only pictures need."""
        plain = self.to_json()
        for track in plain["tracks"]:
            del track["path"]
        for sensor in plain["sensors"]:
            del sensor["series"]
        del plain["metrics"]["over_time"]
        return plain


def read(plain: Mapping[str, object]) -> Document:
    """The document that its JSON form holds.

    Raises:
        InputError: when a part is missing or of the wrong form.
    """
    try:
        return msgspec.convert(plain, Document)
    except msgspec.ValidationError as error:
        raise InputError("the tracks have not the form of tracks.json", got=str(error)) from error
