"""What the centre shows a viewer, as it stands on the wire: made of that alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.api import wire
from glasshield.centre.api.frames import Frame, fits, likeliest_phase, pack
from glasshield.centre.api.moving import moved_on
from glasshield.centre.picture.shown import Shown, ShownDetections, ShownEvent
from glasshield.exchange.release import terms as release
from glasshield.exchange.release.terms import CLASS_NAMES
from glasshield.fusion.tracks import Tracks


def terms(of: release.Terms) -> wire.Terms:
    """Terms of a release."""
    return wire.Terms(
        delay_s=of.delay_s,
        position_m=of.position_m,
        velocity_m_s=of.velocity_m_s,
        time_s=of.time_s,
        covariance_factor=of.covariance_factor,
        classes=_chosen(of.classes),
        events=_chosen(of.events),
        names_sensors=of.names_sensors,
    )


def contributors(of: Iterable[tuple[str, str]]) -> tuple[wire.Contributor, ...]:
    """Parties and sensors."""
    return tuple(wire.Contributor(party=party, sensor=sensor) for party, sensor in of)


def picture(shown: Shown) -> wire.Picture:
    """A picture with all of its numbers."""
    return wire.Picture(
        picture=shown.picture,
        mode=shown.mode.value,
        simulated=shown.simulated,
        at=str(shown.at),
        epoch=str(shown.epoch),
        terms=terms(shown.terms),
        contributors=contributors(shown.contributors),
        tracks=_tracks(shown),
        failed_at=None if shown.failed_at is None else str(shown.failed_at),
        is_down=shown.is_down,
    )


def frame(shown: Shown) -> bytes:
    """A picture in the compact form, without objects whose state no frame can hold.

    All objects are moved on to one time: that of the picture, less the delay of what it is made of.
    """
    known = fits(shown.state_ecef)
    time = shown.at.plus_s(-shown.terms.delay_s)
    state = moved_on(shown.state_ecef[known], time.since_s(shown.epoch) - shown.time_s[known])
    return pack(
        Frame(
            mode=shown.mode,
            simulated=shown.simulated,
            time=time,
            picture=shown.picture,
            number=shown.number[known],
            state_ecef=state,
            class_index=shown.class_index[known],
            phase=likeliest_phase(shown.phase_probability[known]),
            is_coasted=shown.is_coasted[known],
            is_shared=_is_shared(shown)[known],
        )
    )


def event(of: ShownEvent) -> wire.EventBody:
    """Something that happened."""
    told = of.event
    return wire.EventBody(
        number=of.number,
        picture=of.picture,
        kind=told.kind,
        object=told.object,
        object_class=told.object_class,
        time=str(told.time),
        at=str(of.at),
        again=of.again,
        simulated=of.simulated,
        contributors=contributors(told.contributors),
        place=told.place,
        lat_rad=_number(told.lat_rad),
        lon_rad=_number(told.lon_rad),
        covariance_m2=_ground(told.covariance_m2),
        radii=told.radii,
        region=told.region,
        expected=None if told.expected is None else str(told.expected),
        expected_sigma_s=_number(told.expected_sigma_s),
        first_seen=None if told.first_seen is None else str(told.first_seen),
        latency_s=_number(told.latency_s),
        detections=told.detections,
        notice=told.notice,
        against=told.against,
    )


def history(tracks: Tracks, mode: release.Mode, picture: int, number: int) -> wire.History:
    """The way of one object."""
    return wire.History(
        mode=mode.value,
        simulated=tracks.simulated,
        picture=picture,
        number=number,
        epoch=str(tracks.epoch),
        time_s=tracks.time_s.tolist(),
        state_ecef=tracks.state_ecef.tolist(),
        covariance=tracks.packed_covariance.tolist(),
        phases=tracks.phase_probability.tolist(),
    )


def extract(tracks: Tracks, mode: release.Mode, request: str) -> wire.Extract:
    """What was granted."""
    return wire.Extract(
        mode=mode.value,
        simulated=tracks.simulated,
        request=request,
        epoch=str(tracks.epoch),
        time_s=tracks.time_s.tolist(),
        state_ecef=tracks.state_ecef.tolist(),
        covariance=tracks.packed_covariance.tolist(),
        phases=tracks.phase_probability.tolist(),
    )


def chunk(of: ShownDetections) -> wire.Chunk:
    """Released detections of one tick."""
    found = of.detections
    return wire.Chunk(
        number=of.number,
        at=str(of.at),
        terms=terms(of.terms),
        epoch=str(found.epoch),
        simulated=found.simulated,
        sensors=tuple(
            wire.Place(
                id=each.id, lat_rad=each.lat_rad, lon_rad=each.lon_rad, height_m=each.height_m
            )
            for each in found.stations
        ),
        sensor=found.station_index.tolist(),
        time_s=found.time_s.tolist(),
        range_m=found.range_m.tolist(),
        azimuth_rad=found.azimuth_rad.tolist(),
        elevation_rad=found.elevation_rad.tolist(),
        range_rate_m_s=found.range_rate_m_s.tolist(),
        sigmas=found.sigmas.tolist(),
    )


def _tracks(shown: Shown) -> tuple[wire.Track, ...]:
    columns = zip(
        shown.number.tolist(),
        shown.time_s.tolist(),
        shown.state_ecef.tolist(),
        _known_rows(shown.packed_covariance),
        shown.class_index.tolist(),
        _known_rows(shown.phase_probability),
        shown.first_seen_s.tolist(),
        shown.last_seen_s.tolist(),
        shown.age_s.tolist(),
        shown.is_coasted.tolist(),
        [tuple(np.flatnonzero(row).tolist()) for row in shown.by],
        strict=True,
    )
    return tuple(
        wire.Track(
            number=number,
            time_s=time_s,
            position_ecef_m=tuple(state[:3]),
            velocity_ecef_m_s=tuple(state[3:]),
            covariance=covariance and tuple(covariance),
            object_class=CLASS_NAMES[class_index],
            phases=phases and wire.Phases(boost=phases[0], coast=phases[1], entry=phases[2]),
            first_seen_s=first_seen_s,
            last_seen_s=last_seen_s,
            age_s=age_s,
            is_coasted=is_coasted,
            contributors=by,
        )
        for (
            number,
            time_s,
            state,
            covariance,
            class_index,
            phases,
            first_seen_s,
            last_seen_s,
            age_s,
            is_coasted,
            by,
        ) in columns
    )


def _known_rows(values: Float[np.ndarray, "k c"]) -> list[list[float] | None]:
    """Rows of numbers; none for a row that is not known."""
    known = np.isfinite(values).all(axis=1).tolist()
    return [row if is_known else None for row, is_known in zip(values.tolist(), known, strict=True)]


def _is_shared(shown: Shown) -> Bool[np.ndarray, "k"]:
    """Whether data of more than one party went into each object."""
    parties = sorted({party for party, _ in shown.contributors})
    owner: Int[np.ndarray, "c"] = np.array(
        [parties.index(party) for party, _ in shown.contributors], dtype=np.int64
    )
    by_party = [shown.by[:, owner == index].any(axis=1) for index in range(len(parties))]
    return np.sum(by_party, axis=0) > 1 if by_party else np.zeros(len(shown), dtype=bool)


def _ground(
    covariance_m2: tuple[tuple[float, float], tuple[float, float]],
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    return covariance_m2 if np.isfinite(covariance_m2).all() else None


def _number(value: float) -> float | None:
    return value if np.isfinite(value) else None


def _chosen(of: release.Choice) -> tuple[str, ...] | None:
    return None if of is None else tuple(sorted(of))
