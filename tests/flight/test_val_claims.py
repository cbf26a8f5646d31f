"""Published claims that bear on the geometry and the speed of flights.

The letters are those of the list of claims in docs/validation.md; the others stand with sensing
and with the shield.
"""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2
from glasshield.earth import geodesic, sphere
from glasshield.flight import kepler, rotation

MILE_M = 1609.344
NAUTICAL_MILE_M = 1852.0
MILE_PER_HOUR_M_S = 0.44704

REDZIKOWO_DEG = (54.48, 17.10)
VANDENBERG_LAT_RAD = np.radians(34.74)

# T1: the press gives the apogee as "about 1,125 miles" and the range as "about 3,500 miles".
SPEED_TOL_M_S = 100.0
# T6: the published launch fields stand to 0.01 deg and the cities to a whole one at worst.
PASS_TOL_M = 10e3
DOWNRANGE_TOL_M = 25e3  # where a path runs almost parallel, the foot moves twice as far
AZIMUTH_TOL_DEG = 1.0
# T15: the nearest point of the border was read from memory to 0.01 deg.
BORDER_TOL_M = 5e3


def test_val_t1_obv_test_flight_of_2003() -> None:
    """Orbital, February 2003: apogee about 1,125 mi, range about 3,500 mi from Vandenberg."""
    flight = kepler.arc(1125 * MILE_M, 3500 * MILE_M)
    assert abs(flight.speed_m_s - 6320.0) < SPEED_TOL_M_S
    assert round(float(np.degrees(flight.angle_rad)), 1) == 44.6
    assert round(float(flight.time_s) / 60.0, 1) == 29.1
    westward = rotation.arc(1125 * MILE_M, 3500 * MILE_M, VANDENBERG_LAT_RAD, np.radians(267.0))
    assert abs(westward.ground_speed_m_s - 6390.0) < SPEED_TOL_M_S


FIELDS_DEG = {
    "Vypolzovo": (57.87, 33.68),
    "Kozelsk": (54.03, 35.77),
    "Tatishchevo": (51.67, 45.57),
    "Teykovo": (56.85, 40.53),
    "Yoshkar-Ola": (56.63, 47.85),
    "Dombarovsky": (50.75, 59.5),
    "Nizhny Tagil": (58.07, 60.55),
    "Semnan": (35.23, 53.92),
}
TARGETS_DEG = {
    "Washington": (38.9, -77.04),
    "New York": (40.71, -74.01),
    "Chicago": (41.88, -87.63),
    "Minot": (48.42, -101.36),
    "Los Angeles": (34.05, -118.24),
}
# Nearest pass to Redzikowo km, downrange km, whole range km, launch azimuth deg where printed.
PASSES: dict[str, list[tuple[float, float, float, float | None]]] = {
    "Vypolzovo": [
        (846, 689, 7487, 308),
        (833, 705, 7176, 307),
        (944, 546, 7664, 317),
        (1040, 328, 7499, 329),
        (1073, 189, 9463, 337),
    ],
    "Kozelsk": [
        (613, 1045, 7858, 311),
        (597, 1054, 7543, 310),
        (765, 940, 8069, 319),
        (946, 758, 7934, 332),
        (1033, 634, 9907, 339),
    ],
    "Tatishchevo": [
        (859, 1715, 8513, 318),
        (829, 1731, 8202, 317),
        (1105, 1570, 8675, 326),
        (1401, 1314, 8451, 338),
        (1579, 1092, 10353, 347),
    ],
    "Teykovo": [
        (1015, 1088, 7873, 313),
        (994, 1108, 7566, 312),
        (1172, 918, 8017, 322),
        (1338, 649, 7792, 334),
        (1418, 447, 9711, 343),
    ],
    "Yoshkar-Ola": [
        (1292, 1446, 8202, None),
        (1261, 1474, 7901, None),
        (1499, 1230, 8295, None),
        (1718, 895, 7992, None),
        (1841, 593, 9847, None),
    ],
    "Dombarovsky": [
        (1486, 2452, 9184, None),
        (1432, 2482, 8887, None),
        (1831, 2214, 9233, None),
        (2221, 1821, 8838, None),
        (2522, 1360, 10583, None),
    ],
    "Nizhny Tagil": [
        (1924, 1871, 8535, None),
        (1874, 1922, 8251, None),
        (2185, 1554, 8516, None),
        (2445, 1086, 8058, None),
        (2609, 552, 9771, None),
    ],
    "Semnan": [
        (307, 3531, 10355, None),
        (267, 3532, 10035, None),
        (791, 3460, 10589, None),
        (1441, 3264, 10396, None),
        (1927, 3018, 12268, None),
    ],
}
CASES = [
    (field, target, printed)
    for field, passes in PASSES.items()
    for target, printed in zip(TARGETS_DEG, passes, strict=True)
]


@pytest.mark.parametrize(
    ("field", "target", "printed"),
    CASES,
    ids=[f"{field} to {target}" for field, target, _ in CASES],
)
def test_val_t6_paths_pass_far_from_redzikowo(
    field: str, target: str, printed: tuple[float, float, float, float | None]
) -> None:
    """Podvig 2005: eastern Europe is far from the paths of Russian missiles."""
    pass_km, downrange_km, range_km, azimuth_deg = printed
    start, end = np.radians(FIELDS_DEG[field]), np.radians(TARGETS_DEG[target])
    nearest = sphere.nearest_pass(start, end, np.radians(REDZIKOWO_DEG))
    assert abs(nearest.distance_m - pass_km * 1e3) < PASS_TOL_M
    assert abs(nearest.downrange_m - downrange_km * 1e3) < DOWNRANGE_TOL_M
    assert abs(sphere.distance_m(*start, *end) - range_km * 1e3) < PASS_TOL_M
    if azimuth_deg is not None:
        azimuth = np.degrees(sphere.azimuth_rad(*start, *end))
        assert abs(azimuth - azimuth_deg) < AZIMUTH_TOL_DEG


def test_val_t10_the_press_gave_the_satellites_speed() -> None:
    """USA-193 was met at 133 nmi; "17,000 mph" for the missile is the satellite's own speed."""
    height_m = 133 * NAUTICAL_MILE_M
    satellite_m_s = np.sqrt(EARTH_MU_M3_S2 / (EARTH_MEAN_RADIUS_M + height_m))
    assert satellite_m_s == pytest.approx(7760.0, rel=0.01)
    assert satellite_m_s / MILE_PER_HOUR_M_S == pytest.approx(17_360.0, rel=0.01)
    climb_m_s = kepler.arc(height_m, 0.0).speed_m_s
    assert climb_m_s == pytest.approx(2160.0, rel=0.01)


def test_val_t15_redzikowo_to_the_kaliningrad_border() -> None:
    """Press, 2024: 165 km."""
    border_deg = (54.45, 19.65)
    line = geodesic.inverse(*np.radians((*REDZIKOWO_DEG, *border_deg)))
    assert abs(line.distance_m - 165e3) < BORDER_TOL_M
