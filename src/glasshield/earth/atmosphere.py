"""The US Standard Atmosphere 1976, from the ground to 1,000 km.

To 86 km it is the standard's closed form, entered with geometric heights. Above, it is the
standard's own model of diffusing gases (`earth.upper_atmosphere`), integrated once and read by
cubic interpolation; it gives the tabulated densities to 0.1 %.

Source: U.S. Standard Atmosphere 1976, NOAA-S/T 76-1562.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import STANDARD_GRAVITY_M_S2
from glasshield.earth import upper_atmosphere
from glasshield.errors import RangeError

# The constants of the standard, section 1.1; its gas constant is not today's.
GAS_CONSTANT_J_KMOL_K: Final = 8314.32
AIR_MOLAR_MASS_KG_KMOL: Final = 28.9644
HEAT_RATIO: Final = 1.4
POTENTIAL_RADIUS_M: Final = 6_356_766.0

LOWER_TOP_M: Final = 86_000.0
TOP_M: Final = 1_000_000.0
# The closed form goes on below the ellipsoid as far as the standard's own tables do.
BOTTOM_M: Final = -5_000.0

_GAS_J_KG_K: Final = GAS_CONSTANT_J_KMOL_K / AIR_MOLAR_MASS_KG_KMOL

# Table 4: geopotential height of each layer's base and the molecular-scale lapse rate in it.
_BASE_M: Final = np.array([0.0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3])
_LAPSE_K_M: Final = np.array([-6.5e-3, 0.0, 1.0e-3, 2.8e-3, 0.0, -2.8e-3, -2.0e-3])

# Table 8: ratio of mean molar mass to that at sea level, each 500 m from 80 to 86 km.
_MASS_RATIO_HEIGHT_M: Final = np.arange(80e3, 86.25e3, 500.0)
_MASS_RATIO: Final = np.array(
    [
        1.0,
        0.999996,
        0.999989,
        0.999971,
        0.999941,
        0.999909,
        0.999870,
        0.999829,
        0.999786,
        0.999741,
        0.999694,
        0.999641,
        0.999579,
    ]
)


@dataclass(frozen=True, slots=True)
class Air:
    """The state of the air at some heights.

    Attributes:
        temperature_k: kinetic temperature.
        molecular_temperature_k: molecular-scale temperature, which the density follows; the same
            number below 80 km.
        pressure_pa: pressure.
        density_kg_m3: density.
        sound_speed_m_s: speed of sound from the molecular-scale temperature. The standard stops
            giving it at 86 km; above, it is the same formula carried on, for Mach numbers only.
    """

    temperature_k: Float[np.ndarray, "..."]
    molecular_temperature_k: Float[np.ndarray, "..."]
    pressure_pa: Float[np.ndarray, "..."]
    density_kg_m3: Float[np.ndarray, "..."]
    sound_speed_m_s: Float[np.ndarray, "..."]


def state(height_m: ArrayLike) -> Air:
    """The air at geometric heights of -5 km to 1,000 km; NaN heights give NaN.

    Args:
        height_m: geometric height above mean sea level (here: above the ellipsoid).

    Raises:
        RangeError: a height outside the model.
    """
    height = np.asarray(height_m, dtype=float)
    _check(height)
    lower_temperature, lower_pressure = _lower(np.minimum(height, LOWER_TOP_M))
    mass_ratio = np.interp(height, _MASS_RATIO_HEIGHT_M, _MASS_RATIO)
    temperature = lower_temperature * mass_ratio
    density = lower_pressure / (_GAS_J_KG_K * lower_temperature)
    above = height > LOWER_TOP_M
    if not above.any():
        return _air(temperature, lower_temperature, lower_pressure, density)
    upper = upper_atmosphere.state(np.maximum(height, LOWER_TOP_M))
    return _air(
        np.where(above, upper.temperature_k, temperature),
        np.where(above, upper.molecular_temperature_k, lower_temperature),
        np.where(above, upper.pressure_pa, lower_pressure),
        np.where(above, upper.density_kg_m3, density),
    )


def geopotential_height(height_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """Geopotential heights (m) of geometric heights, by the standard's formula."""
    height = np.asarray(height_m, dtype=float)
    return POTENTIAL_RADIUS_M * height / (POTENTIAL_RADIUS_M + height)


def geometric_height(geopotential_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """Geometric heights (m) of geopotential heights; the inverse of `geopotential_height`."""
    potential = np.asarray(geopotential_m, dtype=float)
    return POTENTIAL_RADIUS_M * potential / (POTENTIAL_RADIUS_M - potential)


def cubic_table(step_m: float, top_m: float) -> Float[np.ndarray, "k 8"]:
    """Density and sound speed as one cubic each for every step of geopotential height.

    In row k, with u = H / step_m - k in [0, 1), the density is c0 + u (c1 + u (c2 + u c3)) from the
    first four columns (kg/m3), the speed of sound the same from the last four (m/s): cubics through
    four exact values, continuous from row to row. The layers' kinks lie at whole kilometres of
    geopotential, so with a step that divides one they fall between rows and no cubic has to bend
    around them. With 500 m steps both stay within 2e-6 of `state` below 79 km, and within 1e-3
    above, where the standard passes from one model to the other.

    Args:
        step_m: geopotential height of one interval.
        top_m: geopotential height of the table's end; a multiple of `step_m`.

    Raises:
        RangeError: a top between two steps, or above the standard's 1,000 km.
    """
    count = round(top_m / step_m)
    if count < 1 or abs(count * step_m - top_m) > 1e-9 * top_m:
        raise RangeError("the top is no multiple of the step", got=(step_m, top_m))
    nodes = np.array([0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0])
    potential = np.arange(count)[:, None] * step_m + nodes * step_m
    air = state(geometric_height(potential))
    to_powers = np.linalg.inv(np.vander(nodes, increasing=True)).T
    tables = (air.density_kg_m3 @ to_powers, air.sound_speed_m_s @ to_powers)
    return np.ascontiguousarray(np.concatenate(tables, axis=-1))


def _check(height_m: Float[np.ndarray, "..."]) -> None:
    outside = (height_m < BOTTOM_M) | (height_m > TOP_M)
    if outside.any():
        raise RangeError(
            "height outside the standard atmosphere",
            where="height_m",
            got=float(height_m[outside].flat[0]),
            expected=f"{BOTTOM_M:g} to {TOP_M:g} m",
        )


def _lower(
    height_m: Float[np.ndarray, "..."],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Molecular-scale temperature (K) and pressure (Pa) at heights up to 86 km.

    Source: NOAA-S/T 76-1562, equations 23, 33a and 33b.
    """
    potential = geopotential_height(height_m)
    layer = np.maximum(np.searchsorted(_BASE_M, potential, side="right") - 1, 0)
    base_temperature, base_pressure = _BASE_TEMPERATURE_K[layer], _BASE_PRESSURE_PA[layer]
    lapse = _LAPSE_K_M[layer]
    above = potential - _BASE_M[layer]
    temperature = base_temperature + lapse * above
    steady = lapse == 0.0
    power = STANDARD_GRAVITY_M_S2 / (_GAS_J_KG_K * np.where(steady, 1.0, lapse))
    decay = STANDARD_GRAVITY_M_S2 / (_GAS_J_KG_K * base_temperature)
    ratio = np.where(
        steady,
        np.exp(-decay * above),
        (base_temperature / temperature) ** np.where(steady, 0.0, power),
    )
    return temperature, base_pressure * ratio


def _bases() -> tuple[Float[np.ndarray, "7"], Float[np.ndarray, "7"]]:
    """Temperature and pressure at the base of each layer, from sea level upward."""
    temperature, pressure = [288.15], [101_325.0]
    for rise, lapse in zip(np.diff(_BASE_M), _LAPSE_K_M[:-1], strict=True):
        top = temperature[-1] + lapse * rise
        if lapse == 0.0:
            ratio = np.exp(-STANDARD_GRAVITY_M_S2 * rise / (_GAS_J_KG_K * top))
        else:
            ratio = (temperature[-1] / top) ** (STANDARD_GRAVITY_M_S2 / (_GAS_J_KG_K * lapse))
        temperature.append(top)
        pressure.append(pressure[-1] * ratio)
    return np.array(temperature), np.array(pressure)


_BASE_TEMPERATURE_K, _BASE_PRESSURE_PA = _bases()


def _air(
    temperature_k: Float[np.ndarray, "..."],
    molecular_temperature_k: Float[np.ndarray, "..."],
    pressure_pa: Float[np.ndarray, "..."],
    density_kg_m3: Float[np.ndarray, "..."],
) -> Air:
    sound_m_s = np.sqrt(HEAT_RATIO * _GAS_J_KG_K * molecular_temperature_k)
    return Air(temperature_k, molecular_temperature_k, pressure_pa, density_kg_m3, sound_m_s)
