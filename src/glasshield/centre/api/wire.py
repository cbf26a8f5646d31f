"""The types of what is served, from which the JSON Schema is made: SI units and radians.

What is not known is null. Times of a picture count in seconds after its epoch.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec

from glasshield.centre.bodies import ActRecord, ConsultationState, RequestState
from glasshield.exchange.release.coarsen import PlaceKind
from glasshield.exchange.release.explain import REASONS
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Kind

PICTURES: Final = "glasshield-pictures/1"
HISTORY: Final = "glasshield-history/1"
EXTRACT: Final = "glasshield-extract/1"
ACTS: Final = "glasshield-acts/1"
REQUESTS: Final = "glasshield-requests/1"
CONSULTATIONS: Final = "glasshield-consultations/1"
EXPLANATION: Final = "glasshield-explanation/1"
NOTICES: Final = "glasshield-notices/1"
EVENTS: Final = "glasshield-events/1"
ADVICE: Final = "glasshield-advice/1"
RELEASED_DETECTIONS: Final = "glasshield-released-detections/1"

ModeName = Literal["exercise", "real"]
# Null for a number that is not known, which the encoder writes for NaN.
Number = float | None
Vector = Annotated[tuple[float, float, float], msgspec.Meta(description="x, y, z, Earth-fixed")]
ClassName = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(CLASS_NAMES)})]
Reason = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(REASONS)})]
Moment = Annotated[
    str, msgspec.Meta(description="ISO 8601, UTC", extra_json_schema={"format": "date-time"})
]


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """How late and how coarse something is released.

    Attributes:
        delay_s: after it arrived.
        position_m: to which positions are rounded; 0 for exact ones.
        velocity_m_s: to which velocities are rounded.
        time_s: to which times are rounded.
        covariance_factor: what covariances are multiplied with.
        classes: of objects; null for all.
        events: kinds of events; null for all.
        names_sensors: whether sensors are named, or their parties alone.
    """

    delay_s: float
    position_m: float
    velocity_m_s: float
    time_s: float
    covariance_factor: float
    classes: tuple[str, ...] | None
    events: tuple[str, ...] | None
    names_sensors: bool


class Contributor(msgspec.Struct, frozen=True, kw_only=True):
    """Whose data went in.

    Attributes:
        party: whose.
        sensor: its id; empty where the terms do not name sensors.
    """

    party: str
    sensor: str


class Phases(msgspec.Struct, frozen=True, kw_only=True):
    """How likely an object is in each phase of a flight."""

    boost: float
    coast: float
    entry: float


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """An object of a picture.

    Attributes:
        number: of the object for this viewer.
        time_s: for which the state holds.
        position_ecef_m: Earth-fixed.
        velocity_ecef_m_s: relative to the Earth.
        covariance: the upper triangle of the 6 x 6 covariance, row by row; null where not known.
        object_class: what it is taken for.
        phases: null where not known.
        first_seen_s: when it was first detected.
        last_seen_s: when it was last detected.
        age_s: since then.
        is_coasted: whether the last look at it missed.
        contributors: places in the picture's contributors, of those that have detected it.
    """

    number: int
    time_s: float
    position_ecef_m: Vector
    velocity_ecef_m_s: Vector
    covariance: Annotated[tuple[float, ...], msgspec.Meta(min_length=21, max_length=21)] | None
    object_class: ClassName
    phases: Phases | None
    first_seen_s: Number
    last_seen_s: Number
    age_s: Number
    is_coasted: bool
    contributors: tuple[int, ...]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """What a viewer sees under one set of terms.

    Attributes:
        picture: its number for this viewer.
        mode: exercise or real.
        simulated: whether any of the data are made up.
        at: the instant of the picture.
        epoch: where its times count from.
        terms: under which it is released.
        contributors: whose data went in.
        tracks: its objects, by number.
        failed_at: when it last failed in this run of the centre: of what came before, nothing is
            in it; null for never.
        is_down: whether it rests after that, so that nothing is in it, whatever flies.
    """

    picture: int
    mode: ModeName
    simulated: bool
    at: Moment
    epoch: Moment
    terms: Terms
    contributors: tuple[Contributor, ...]
    tracks: tuple[Track, ...]
    failed_at: Moment | None = None
    is_down: bool = False


class Pictures(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=PICTURES):
    """All pictures of a viewer.

    Attributes:
        mode: of the centre.
        run: another text after each start of the centre; numbers of events count from 1 in each.
        at: the instant up to which the centre has come.
        pictures: by number.
    """

    mode: ModeName
    run: str
    at: Moment
    pictures: tuple[Picture, ...]


class History(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=HISTORY):
    """The way of one object, as columns of equal length.

    Attributes:
        mode: of the centre.
        simulated: whether any of the data are made up.
        picture: in which it is seen.
        number: of the object there.
        epoch: where the times count from.
        time_s: of each row.
        state_ecef: position (m) and velocity (m/s) of each row: six numbers.
        covariance: the upper triangle of each covariance, row by row: 21 numbers.
        phases: of boost, coast and entry; null where not known.
    """

    mode: ModeName
    simulated: bool
    picture: int
    number: int
    epoch: Moment
    time_s: list[float]
    state_ecef: list[list[float]]
    covariance: list[list[Number]]
    phases: list[list[Number]]


class Extract(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=EXTRACT):
    """What an owner released of one object over one span, made of its own data alone.

    Attributes:
        mode: of the centre.
        simulated: whether any of the data are made up.
        request: the id of the act that asked.
        epoch: where the times count from.
        time_s: of each row.
        state_ecef: position (m) and velocity (m/s) of each row: six numbers.
        covariance: the upper triangle of each covariance, row by row: 21 numbers.
        phases: of boost, coast and entry; null where not known.
    """

    mode: ModeName
    simulated: bool
    request: str
    epoch: Moment
    time_s: list[float]
    state_ecef: list[list[float]]
    covariance: list[list[Number]]
    phases: list[list[Number]]


class Acts(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=ACTS):
    """What people did, the oldest first."""

    acts: tuple[ActRecord, ...]


class Requests(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=REQUESTS):
    """What was asked of owners, the oldest first."""

    requests: tuple[RequestState, ...]


class Consultations(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=CONSULTATIONS
):
    """What parties were asked, and what they answered, the oldest first."""

    consultations: tuple[ConsultationState, ...]


class WouldSee(msgspec.Struct, frozen=True, kw_only=True):
    """One picture in which a viewer would see an object.

    Attributes:
        terms: how late and coarse.
        sensors: whose data it is made of, as `party/sensor`.
        rules: by which; none for the viewer's own data.
    """

    terms: Terms
    sensors: tuple[str, ...]
    rules: tuple[str, ...]


class WouldNotSee(msgspec.Struct, frozen=True, kw_only=True):
    """A sensor whose data would go into nothing that the viewer sees.

    Attributes:
        sensor: as `party/sensor`.
        reason: what the rule that comes nearest lacks.
        rule: that rule; null where none is for the viewer.
    """

    sensor: str
    reason: Reason
    rule: str | None


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """What a viewer would see of an object in one kind of release."""

    kind: Kind
    shown: tuple[WouldSee, ...]
    withheld: tuple[WouldNotSee, ...]


class Explanation(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=EXPLANATION):
    """What a viewer would see of an object, and why.

    Attributes:
        to: the viewer.
        mode: of the data.
        text: the same in words, line by line.
        answers: for each kind.
    """

    to: str
    mode: ModeName
    text: tuple[str, ...]
    answers: tuple[Explained, ...]


class EventBody(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to an object.

    Attributes:
        number: of the viewer's events in this run of the centre, from 1.
        picture: the first of the viewer's pictures in which the object is.
        kind: what happened.
        object: the number of the object in that picture.
        object_class: what it was taken for.
        time: when.
        at: when the viewer was told.
        again: whether it was found when kept data were gone through once more.
        simulated: whether any of the data are made up.
        contributors: whose data it stands on.
        place: what the place is.
        lat_rad: where, geodetic; null where it has no place.
        lon_rad: where, east positive.
        covariance_m2: of east and north around the place.
        radii: sizes of the ellipses that hold 50 and 95 %, in standard deviations.
        region: in which the place lies, by code; empty where not known.
        expected: when it was or will be at that place; null where that is the time itself.
        expected_sigma_s: standard deviation of that time.
        first_seen: when the first detection was measured.
        latency_s: from the arrival of the first detection to the warning.
        detections: how many it stands on; null where that is not told.
        notice: reference of the notice that it is about; empty where there is none.
        against: items of that notice that the flight contradicts.
    """

    number: int
    picture: int
    kind: EventKind
    object: int
    object_class: ClassName
    time: Moment
    at: Moment
    again: bool
    simulated: bool
    contributors: tuple[Contributor, ...]
    place: PlaceKind
    lat_rad: Number
    lon_rad: Number
    covariance_m2: tuple[tuple[float, float], tuple[float, float]] | None
    radii: tuple[float, float]
    region: str
    expected: Moment | None
    expected_sigma_s: Number
    first_seen: Moment | None
    latency_s: Number
    detections: int | None
    notice: str
    against: tuple[str, ...]


class Events(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=EVENTS):
    """What happened, the oldest first.

    Attributes:
        mode: of the centre.
        run: another text after each start of the centre; numbers count from 1 in each.
        events: with the numbers after the one that was asked for.
    """

    mode: ModeName
    run: str
    events: tuple[EventBody, ...]


class NoticeBody(msgspec.Struct, frozen=True, kw_only=True):
    """A notice of a launch to come.

    Attributes:
        party: that gave it.
        received: when the centre had it.
        notice: what it says, as `glasshield monitor notice --json` writes it.
    """

    party: str
    received: Moment
    notice: dict[str, Any]


class Notices(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=NOTICES):
    """All notices, the oldest first.

    Attributes:
        mode: of the centre.
        notices: the last 100 of each party that are not long over, replaced ones, too.
    """

    mode: ModeName
    notices: tuple[NoticeBody, ...]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """From where a sensor measures: what its detections mean nothing without.

    Attributes:
        id: as `party/sensor`.
        lat_rad: geodetic.
        lon_rad: east positive.
        height_m: above the ellipsoid.
    """

    id: str
    lat_rad: float
    lon_rad: float
    height_m: float


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Released detections of one tick under one set of terms, as columns of equal length.

    Attributes:
        number: of the viewer's chunks, from 1.
        at: when they were released.
        terms: under which.
        epoch: where the times count from.
        simulated: whether any of them are made up.
        sensors: from which they come.
        sensor: of each detection, its place in `sensors`.
        time_s: of each measurement.
        range_m: null where it was not measured.
        azimuth_rad: clockwise from north at the sensor.
        elevation_rad: above its horizontal.
        range_rate_m_s: positive when the target goes away.
        sigmas: standard deviations of the four: four numbers a detection.
    """

    number: int
    at: Moment
    terms: Terms
    epoch: Moment
    simulated: bool
    sensors: tuple[Place, ...]
    sensor: list[int]
    time_s: list[float]
    range_m: list[Number]
    azimuth_rad: list[Number]
    elevation_rad: list[Number]
    range_rate_m_s: list[Number]
    sigmas: list[list[Number]]


class Detections(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=RELEASED_DETECTIONS
):
    """Released detections, the oldest first.

    Attributes:
        mode: of the centre.
        run: another text after each start of the centre; numbers count from 1 in each.
        chunks: with the numbers after the one that was asked for.
    """

    mode: ModeName
    run: str
    chunks: tuple[Chunk, ...]


class AdvisedSensor(msgspec.Struct, frozen=True, kw_only=True):
    """A sensor that might look.

    Attributes:
        sensor: as `party/sensor`.
        is_own: whether all that its party has registered of it was taken into account; else what
            its released detections show, and that it has all of its horizon in view.
        adds_km2: how much larger the sum of areas would be, planned without it; null where that
            was too much to work out.
    """

    sensor: str
    is_own: bool
    adds_km2: Number


class AdvisedLooks(msgspec.Struct, frozen=True, kw_only=True):
    """At what one sensor should look in one step.

    Attributes:
        step: from 0.
        sensor: its place in `sensors`.
        objects: their numbers.
    """

    step: int
    sensor: int
    objects: tuple[int, ...]


class AdvisedObject(msgspec.Struct, frozen=True, kw_only=True):
    """What is expected to be known of where an object comes down.

    Attributes:
        number: of the object in the picture.
        before_km2: area of the ellipse that holds 95 %, if nobody looked any more.
        after_km2: the same after these looks.
    """

    number: int
    before_km2: float
    after_km2: float


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """An object about which nothing is advised.

    Attributes:
        number: of the object in the picture.
        reason: why.
    """

    number: int
    reason: Literal["in-orbit", "under-power", "too-little-known", "long-unseen", "too-many"]


class Advice(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag=ADVICE):
    """Who should look where, made of what the viewer is given alone.

    Attributes:
        mode: of the centre.
        simulated: whether any of the data are made up.
        notice: what advice is, in words: it commands nothing.
        picture: which of the viewer's pictures was looked at.
        at: when the plan begins.
        step_s: how long a sensor attends to the same objects.
        objects_each: how many a sensor was taken to attend to in a step.
        sensors: that might look.
        looks: by step and sensor.
        objects: that come down.
        before_km2: the sum of their areas if nobody looked any more.
        after_km2: after these looks.
        in_turn_km2: if each sensor looked in turn at what it sees.
        left_out: the other objects of the picture.
    """

    mode: ModeName
    simulated: bool
    notice: str
    picture: int
    at: Moment
    step_s: float
    objects_each: int
    sensors: tuple[AdvisedSensor, ...]
    looks: tuple[AdvisedLooks, ...]
    objects: tuple[AdvisedObject, ...]
    before_km2: float
    after_km2: float
    in_turn_km2: float
    left_out: tuple[LeftOut, ...]


class Hello(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="hello"):
    """The first message over a WebSocket.

    Attributes:
        mode: of the centre.
        run: another text after each start of the centre.
        viewer: whose picture follows.
        notice: what the mode means, in words.
    """

    mode: ModeName
    run: str
    viewer: str
    notice: str


class LivePictures(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="pictures"):
    """Pictures that changed since the message before.

    Attributes:
        at: the instant up to which the centre has come.
        pictures: the new ones; those that are not here are as they were.
    """

    at: Moment
    pictures: tuple[Picture, ...]


class Gone(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="gone"):
    """Pictures that are no more, by their numbers."""

    pictures: tuple[int, ...]


class LiveEvents(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="events"):
    """What happened since the message before."""

    events: tuple[EventBody, ...]


class Goodbye(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="goodbye"):
    """The last message: why no more will come."""

    why: str


LiveMessage = Hello | LivePictures | Gone | LiveEvents | Goodbye
