"""Physical constants, in SI units, each with its source."""

from __future__ import annotations

from typing import Final

# WGS 84: NIMA TR8350.2, third edition, tables 3.1 and 3.3.
EARTH_SEMI_MAJOR_AXIS_M: Final = 6_378_137.0
EARTH_FLATTENING: Final = 1.0 / 298.257223563
EARTH_MU_M3_S2: Final = 3.986004418e14
EARTH_ROTATION_RAD_S: Final = 7.292115e-5

EARTH_SEMI_MINOR_AXIS_M: Final = EARTH_SEMI_MAJOR_AXIS_M * (1.0 - EARTH_FLATTENING)
EARTH_ECCENTRICITY_SQUARED: Final = EARTH_FLATTENING * (2.0 - EARTH_FLATTENING)
EARTH_MEAN_RADIUS_M: Final = (2.0 * EARTH_SEMI_MAJOR_AXIS_M + EARTH_SEMI_MINOR_AXIS_M) / 3.0

# Dynamical form factor of the WGS 84 ellipsoid, from its four defining parameters.
EARTH_J2: Final = 1.082629821313e-3

# Standard gravity, CGPM 1901: defines specific impulse in seconds.
STANDARD_GRAVITY_M_S2: Final = 9.80665
