"""A tracker that is fed by a layer makes the same tracks whatever else the centre holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.exchange.release import coarsen
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Layer, layers
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import Kind, Mode, Terms
from glasshield.fusion.tracker import track
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections
from tests.fusion.made_up import sky

COARSE = Terms(
    delay_s=30.0,
    position_m=1e3,
    velocity_m_s=10.0,
    covariance_factor=4.0,
    names_sensors=False,
)


def layer() -> Layer:
    """What `viewer` gets: of party two one radar of its two, of party one nothing."""
    source = Source("two", frozenset({"south"}))
    granted = Rule(
        "south", source, frozenset({"viewer"}), frozenset({Kind.TRACKS}), Mode.EXERCISE, COARSE
    )
    (found,) = layers(
        RuleSet.of([granted]), "viewer", Kind.TRACKS, Mode.EXERCISE, contributes=False
    )
    return found


def of_party(found: Detections, party: str) -> Detections:
    own = np.array([station.party == party for station in found.stations])
    return found.take(own[found.station_index])


def released(found: Detections) -> Tracks:
    """The tracks that the viewer gets of all that two parties sent."""
    fed = []
    for party in ("one", "two"):
        sent = of_party(found, party)
        mask = layer().admits(Batch.of(sent, party, Mode.EXERCISE))
        fed.append(coarsen.bare(sent, mask))
    return coarsen.tracks(track(Detections.join([part for part in fed if len(part)])), COARSE)


def bits(found: Tracks) -> tuple[bytes, ...]:
    columns = (
        found.id,
        found.first_row,
        found.time_s,
        found.state_ecef,
        found.packed_covariance,
        found.phase_probability,
        found.detection,
        found.station_index,
    )
    return (*(column.tobytes() for column in columns), repr(found.stations).encode())


@pytest.mark.parametrize("change", ["removed", "moved", "fewer"])
def test_prop_withheld_sensors_change_no_bit_of_released_tracks(change: str) -> None:
    rng = np.random.default_rng(3)
    found = sky(rng, 6).detections
    allowed = np.array([station.id == "south" for station in found.stations])[found.station_index]
    if change == "removed":
        other = found.take(allowed)
    elif change == "fewer":
        other = found.take(allowed | (rng.random(len(found)) < 0.5))
    else:
        moved = np.where(allowed, found.range_m, found.range_m * rng.uniform(0.5, 1.5, len(found)))
        other = replace(found, range_m=moved)
    tracks = released(found)
    assert len(tracks) >= 6
    assert tracks.stations == ()
    assert bits(released(other)) == bits(tracks)
    everything = coarsen.tracks(track(found), COARSE)
    assert bits(everything) != bits(tracks)
