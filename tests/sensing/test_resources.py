"""Who is looked at when there is too much, and launches reported from orbit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from glasshield import catalog
from glasshield.earth import geodesic
from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError
from glasshield.sensing.launch_detection import LaunchDetections, LaunchSensor, shifted
from glasshield.sensing.measurement import turned
from glasshield.sensing.resources import looked_at

FACTS = catalog.load()
# Spherical moves of up to 100 km against geodesics of the ellipsoid, 0.5 % at most.
SPHERE_SHARE = 6e-3


@given(
    arrays(bool, st.tuples(st.integers(1, 8), st.integers(1, 30))),
    st.floats(0.0, 10.0),
    st.sampled_from([0.5, 1.0, 3.0]),
)
def test_prop_no_more_looks_than_there_are(
    in_view: np.ndarray, looks_per_s: float, period_s: float
) -> None:
    looked = looked_at(in_view, looks_per_s, period_s)
    assert not (looked & ~in_view).any()
    # Over any stretch, at most what the time gives and the share kept from before it.
    spent = np.cumsum(looked.sum(axis=0))
    most = looks_per_s * period_s * np.arange(1, in_view.shape[1] + 1)
    assert (spent <= most + max(1.0, looks_per_s * period_s) + 1e-9).all()


def test_enough_looks_for_all() -> None:
    in_view = np.ones((5, 7), bool)
    assert looked_at(in_view, 5.0, 1.0).all()
    assert looked_at(in_view, np.inf, 1.0).all()


def test_everybody_gets_the_same_share() -> None:
    looked = looked_at(np.ones((10, 100), bool), 3.0, 1.0)
    assert set(looked.sum(axis=0)) == {3}
    assert set(looked.sum(axis=1)) == {30}


def test_a_newcomer_is_looked_at_first() -> None:
    in_view = np.ones((4, 9), bool)
    in_view[3, :5] = False
    looked = looked_at(in_view, 1.0, 1.0)
    assert looked[3, 5]


def test_half_a_look_a_scan_is_one_every_other_scan() -> None:
    looked = looked_at(np.ones((1, 10), bool), 0.5, 1.0)
    assert looked[0].tolist() == [False, True] * 5


def test_time_not_used_is_gone() -> None:
    in_view = np.zeros((6, 6), bool)
    in_view[:, 5] = True
    assert looked_at(in_view, 2.0, 1.0)[:, 5].sum() == 2


def test_looks_below_zero() -> None:
    with pytest.raises(RangeError, match="not below zero"):
        looked_at(np.ones((1, 1), bool), -1.0, 1.0)


def test_infrared_sensors_of_the_catalogue_report_launches() -> None:
    found = LaunchSensor.of(FACTS.sensors["overhead-infrared"])
    assert found.party == "united-states"
    assert found.delay_s > 0.0


def test_a_radar_reports_no_launches() -> None:
    with pytest.raises(InputError, match="reports no launches"):
        LaunchSensor.of(FACTS.sensors["shemya"])


@pytest.mark.parametrize("lat_deg", [0.0, 51.0, -70.0])
def test_val_places_move_as_far_as_asked(lat_deg: float) -> None:
    north, east = np.array([40e3]), np.array([-30e3])
    lat, lon = shifted(np.radians([lat_deg]), np.radians([179.99]), north, east)
    along = geodesic.inverse(np.radians(lat_deg), np.radians(179.99), float(lat[0]), float(lon[0]))
    assert float(along.distance_m) == pytest.approx(50e3, rel=SPHERE_SHARE)
    wanted = np.arctan2(-30.0, 40.0)
    assert float(turned(along.azimuth1_rad - wanted)) == pytest.approx(0.0, abs=SPHERE_SHARE)


def test_launches_of_no_accuracy_are_refused() -> None:
    one = np.ones(1)
    with pytest.raises(RangeError, match="above zero"):
        LaunchDetections(
            Instant(0), ("a",), one, one, one, 0 * one, one, one, one.astype(int), one.astype(int),
            simulated=True,
        )  # fmt: skip
