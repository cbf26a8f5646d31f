"""Ellipses on the ground: they hold what they say, axes and outlines agree, everywhere."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.fusion.ellipse import LEVELS, Ellipses

PLACES = np.radians([(0.0, 0.0), (56.0, 38.0), (-33.0, 179.99), (89.99, 10.0), (-90.0, 0.0)])
SHARE_TOL = 0.005  # of counts over the samples themselves
LENGTH_TOL = 0.005  # the ground is taken for a sphere around each place


def scattered(count: int, *, wide_m: float = 30e3, bow: float = 0.0) -> np.ndarray:
    """Places around `PLACES` by a slanted normal distribution, bent into a bow where asked."""
    rng = np.random.default_rng(1)
    spread = rng.standard_normal((count, 2)) @ np.array(((1.0, 0.5), (0.0, 0.2))) * wide_m
    spread[:, 1] += bow * spread[:, 0] ** 2 / wide_m
    axes = east_north_up(PLACES[:, 0], PLACES[:, 1])[:, :2]
    middle = geodetic_to_ecef(PLACES[:, 0], PLACES[:, 1], 0.0)
    lat, lon, _ = ecef_to_geodetic(middle[:, None] + np.einsum("md,kdi->kmi", spread, axes))
    return geodetic_to_ecef(lat, lon, 0.0)


@pytest.mark.parametrize("bow", [0.0, 0.5])
def test_ellipses_hold_the_shares_that_they_say(bow: float) -> None:
    places = scattered(4_000, bow=bow)
    ellipses = Ellipses.of_samples(places)
    lat, lon, _ = ecef_to_geodetic(places)
    for level in LEVELS:
        for k in range(len(ellipses)):
            inside = ellipses.take(np.full(4_000, k)).contains(lat[k], lon[k], level)
            assert inside.mean() == pytest.approx(level, abs=SHARE_TOL)


def test_weights_count() -> None:
    places = scattered(4_000)
    weight = np.tile(np.where(np.arange(4_000) < 2_000, 1.0, 0.0), (len(PLACES), 1))
    some, half = Ellipses.of_samples(places, weight), Ellipses.of_samples(places[:, :2_000])
    assert some.lat_rad == pytest.approx(half.lat_rad)
    assert some.radii == pytest.approx(half.radii, rel=2e-3)


def test_a_normal_distribution_gives_the_usual_factors() -> None:
    normal = Ellipses.of_covariance(
        PLACES[:, 0], PLACES[:, 1], np.broadcast_to(np.eye(2), (5, 2, 2))
    )
    assert normal.radii[0] == pytest.approx([1.1774, 2.1460, 2.4477], abs=1e-4)
    sampled = Ellipses.of_samples(scattered(40_000))
    assert sampled.radii[:, :3] == pytest.approx(normal.radii, rel=0.03)


def test_axes_and_azimuth() -> None:
    covariance = np.array([np.diag((9e6, 1e6)), np.diag((1e6, 9e6)), [[5e6, 4e6], [4e6, 5e6]]])
    ellipses = Ellipses.of_covariance(np.full(3, 0.5), np.zeros(3), covariance)
    longer, shorter, azimuth = ellipses.axes(0.95)
    assert longer == pytest.approx(2.4477 * 3e3, rel=1e-4)
    assert shorter == pytest.approx(2.4477 * 1e3, rel=1e-4)
    assert azimuth == pytest.approx([0.5 * np.pi, 0.0, 0.25 * np.pi])


@pytest.mark.parametrize("wide_m", [10.0, 3e3, 300e3])
def test_outlines_lie_where_the_axes_say(wide_m: float) -> None:
    covariance = np.broadcast_to(np.diag((wide_m**2, 0.25 * wide_m**2)), (4, 2, 2))
    ellipses = Ellipses.of_covariance(PLACES[:4, 0], PLACES[:4, 1], covariance)
    lat, lon = ellipses.outline(0.9, points=73)
    longer, shorter, _ = ellipses.axes(0.9)
    for k in range(len(ellipses)):
        away = [
            geodesic.inverse(*map(float, (*PLACES[k], lat[k, p], lon[k, p]))).distance_m
            for p in range(73)
        ]
        assert max(away) == pytest.approx(longer[k], rel=LENGTH_TOL)
        assert min(away) == pytest.approx(shorter[k], rel=LENGTH_TOL)
        assert (lat[k, 0], lon[k, 0]) == pytest.approx((lat[k, -1], lon[k, -1]))
    near = ellipses.outline(0.5)
    for p in range(len(near[0][0])):
        assert ellipses.contains(near[0][:, p], near[1][:, p], 0.9).all()


def test_what_is_not_known_holds_nothing() -> None:
    nothing = np.array([np.nan])
    ellipses = Ellipses(nothing, nothing, np.full((1, 2, 2), np.nan), np.full((1, 3), np.nan))
    assert not ellipses.contains(0.0, 0.0, 0.95).any()


def test_other_probabilities_are_refused() -> None:
    ellipses = Ellipses.of_covariance(0.0, 0.0, np.eye(2)[None])
    with pytest.raises(RangeError, match=r"0\.5, 0\.9, 0\.95"):
        ellipses.axes(0.99)


def test_no_ellipses() -> None:
    none = Ellipses.of_samples(np.empty((0, 10, 3)))
    assert len(none) == 0
    assert none.radii.shape == (0, 3)
