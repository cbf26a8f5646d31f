"""The US Standard Atmosphere 1976 above 86 km: six gases that mix, diffuse and part.

The standard's equations are integrated upward once (about 10 ms), then read by cubic interpolation.

Source: U.S. Standard Atmosphere 1976, NOAA-S/T 76-1562, sections 1.2.5 to 1.3.4, tables 5 to 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from jaxtyping import Float

_GAS_J_KMOL_K: Final = 8314.32
_BOLTZMANN_J_K: Final = 1.380622e-23
_AVOGADRO_KMOL: Final = 6.022169e26
_GRAVITY_M_S2: Final = 9.80665
_RADIUS_KM: Final = 6356.766
_SEA_LEVEL_MOLAR_MASS: Final = 28.9644

# Fine near the turbopause, where the diffusion coefficients fall to zero within kilometres.
_GRID_KM: Final = np.concatenate((np.arange(86.0, 150.0, 0.05), np.arange(150.0, 1000.25, 0.5)))
_HYDROGEN_FROM_KM: Final = 150.0
_HYDROGEN_BASE_KM: Final = 500.0


@dataclass(frozen=True, slots=True)
class _Gas:
    """One gas of the model: table 5 (at 86 km), 6 (diffusion) and 7 (vertical transport)."""

    molar_mass: float
    number_m3: float
    diffusion_a: float = 0.0
    diffusion_b: float = 0.0
    thermal_diffusion: float = 0.0
    transport_km3: float = 0.0
    transport_centre_km: float = 0.0
    transport_width_km3: float = 0.0
    low_transport_km3: float = 0.0


_NITROGEN: Final = _Gas(28.0134, 1.129794e20)
_OXYGEN_ATOMS: Final = _Gas(
    15.9994, 8.6e16, 6.986e20, 0.75, 0.0, -5.809644e-4, 56.90311, 2.706240e-5, -3.416248e-3
)
_OXYGEN: Final = _Gas(31.9988, 3.030898e19, 4.863e20, 0.75, 0.0, 1.366212e-4, 86.0, 8.333333e-5)
_ARGON: Final = _Gas(39.948, 1.351400e18, 4.487e20, 0.87, 0.0, 9.434079e-5, 86.0, 8.333333e-5)
_HELIUM: Final = _Gas(4.0026, 7.5817e14, 1.7e21, 0.691, -0.40, -2.457369e-4, 86.0, 6.666667e-4)
_HYDROGEN: Final = _Gas(1.00797, 8.0e10, 3.305e21, 0.5, -0.25)
_HYDROGEN_FLUX_M2_S: Final = 7.2e11

# The second transport term of atomic oxygen, below 97 km only.
_LOW_TRANSPORT_TOP_KM: Final = 97.0
_LOW_TRANSPORT_WIDTH_KM3: Final = 5.008765e-4


@dataclass(frozen=True, slots=True)
class UpperAir:
    """The air above 86 km: temperatures (K), pressure (Pa) and density (kg/m3)."""

    temperature_k: Float[np.ndarray, "..."]
    molecular_temperature_k: Float[np.ndarray, "..."]
    pressure_pa: Float[np.ndarray, "..."]
    density_kg_m3: Float[np.ndarray, "..."]


def state(height_m: Float[np.ndarray, "..."]) -> UpperAir:
    """The air at geometric heights of 86 to 1,000 km; the caller has checked the range."""
    table = _table()
    height_km = height_m / 1e3
    temperature, _ = _temperature(height_km)
    mass = table.molar_mass.value(height_km)
    return UpperAir(
        temperature_k=temperature,
        molecular_temperature_k=temperature * _SEA_LEVEL_MOLAR_MASS / mass,
        pressure_pa=np.exp(table.log_pressure.value(height_km)),
        density_kg_m3=np.exp(table.log_density.value(height_km)),
    )


@dataclass(frozen=True, slots=True)
class _Curve:
    """A smooth curve over the grid: Hermite cubics with three-point slopes."""

    values: Float[np.ndarray, "k"]
    slopes: Float[np.ndarray, "k"]

    @classmethod
    def through(cls, values: Float[np.ndarray, "k"]) -> _Curve:
        return cls(values, np.gradient(values, _GRID_KM, edge_order=2))

    def value(self, height_km: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
        cell, step, u = _locate(height_km)
        left, right = self.values[cell], self.values[cell + 1]
        rise, start, end = right - left, self.slopes[cell] * step, self.slopes[cell + 1] * step
        bend = 3.0 * rise - 2.0 * start - end
        value: Float[np.ndarray, "..."] = left + u * (
            start + u * (bend + u * (start + end - 2.0 * rise))
        )
        return value


@dataclass(frozen=True, slots=True)
class _Table:
    log_density: _Curve
    log_pressure: _Curve
    molar_mass: _Curve


@cache
def _table() -> _Table:
    """Density, pressure and mean molar mass on the grid."""
    gases = _number_densities()
    total = np.sum([number for _, number in gases], axis=0)
    mass = np.sum([gas.molar_mass * number for gas, number in gases], axis=0)
    temperature, _ = _temperature(_GRID_KM)
    return _Table(
        log_density=_Curve.through(np.log(mass / _AVOGADRO_KMOL)),
        log_pressure=_Curve.through(np.log(total * _BOLTZMANN_J_K * temperature)),
        molar_mass=_Curve.through(mass / total),
    )


def _number_densities() -> list[tuple[_Gas, Float[np.ndarray, "k"]]]:
    """Molecules of each gas in a cubic metre on the grid, heavy and plentiful gases first."""
    z = _GRID_KM
    temperature, warming = _temperature(z)
    weight = _gravity(z) / (_GAS_J_KMOL_K * temperature) * 1e3
    # Mixed by turbulence to 100 km nitrogen goes with the mean air, above with its own mass.
    nitrogen_mass = np.where(z <= 100.0, _SEA_LEVEL_MOLAR_MASS, _NITROGEN.molar_mass)
    cooling = temperature[0] / temperature
    nitrogen = _NITROGEN.number_m3 * cooling * np.exp(-_integral(nitrogen_mass * weight))
    gases = [(_NITROGEN, nitrogen)]
    background = nitrogen
    for group in ((_OXYGEN_ATOMS, _OXYGEN), (_ARGON, _HELIUM)):
        fresh = [
            (gas, _diffusing(gas, background, nitrogen_mass, weight, temperature, warming))
            for gas in group
        ]
        gases += fresh
        background = background + sum(number for _, number in fresh)
    gases.append((_HYDROGEN, _hydrogen(background, weight, temperature)))
    return gases


def _diffusing(
    gas: _Gas,
    background_m3: Float[np.ndarray, "k"],
    mixed_mass: Float[np.ndarray, "k"],
    weight: Float[np.ndarray, "k"],
    temperature_k: Float[np.ndarray, "k"],
    warming_k_km: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "k"]:
    """Molecules of one minor gas in a cubic metre: equations 36 and 37 of the standard."""
    z = _GRID_KM
    diffusion = _diffusion(gas, background_m3, temperature_k)
    eddy = _eddy_diffusion(z)
    parted = diffusion / (diffusion + eddy)
    mass = gas.molar_mass + mixed_mass * eddy / diffusion
    thermal = gas.thermal_diffusion * warming_k_km / temperature_k
    settling = parted * (mass * weight + thermal)
    reach = z - gas.transport_centre_km
    transport = gas.transport_km3 * reach**2 * np.exp(-gas.transport_width_km3 * reach**3)
    below = np.maximum(_LOW_TRANSPORT_TOP_KM - z, 0.0)
    transport += gas.low_transport_km3 * below**2 * np.exp(-_LOW_TRANSPORT_WIDTH_KM3 * below**3)
    cooling = temperature_k[0] / temperature_k
    number: Float[np.ndarray, "k"] = (
        gas.number_m3 * cooling * np.exp(-_integral(settling + transport))
    )
    return number


def _hydrogen(
    background_m3: Float[np.ndarray, "k"],
    weight: Float[np.ndarray, "k"],
    temperature_k: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "k"]:
    """Atoms of hydrogen in a cubic metre above 150 km, escaping at a steady flux: equation 39."""
    base = int(np.searchsorted(_GRID_KM, _HYDROGEN_BASE_KM))
    tau = _integral(_HYDROGEN.molar_mass * weight)
    tau = tau - tau[base]
    spread = (temperature_k / temperature_k[base]) ** (1.0 + _HYDROGEN.thermal_diffusion)
    diffusion = _diffusion(_HYDROGEN, background_m3, temperature_k)
    escape = _integral(_HYDROGEN_FLUX_M2_S * 1e3 / diffusion * spread * np.exp(tau))
    escape = np.minimum(escape - escape[base], 0.0)
    number = (_HYDROGEN.number_m3 - escape) / spread * np.exp(-tau)
    return np.where(_GRID_KM >= _HYDROGEN_FROM_KM, number, 0.0)


def _diffusion(
    gas: _Gas, background_m3: Float[np.ndarray, "k"], temperature_k: Float[np.ndarray, "k"]
) -> Float[np.ndarray, "k"]:
    """Molecular diffusion coefficient (m2/s), equation 8 of the standard."""
    return gas.diffusion_a / background_m3 * (temperature_k / 273.15) ** gas.diffusion_b


def _eddy_diffusion(height_km: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    """Eddy diffusion coefficient (m2/s), equations 7a to 7c of the standard."""
    reach = np.clip(height_km - 95.0, 0.0, 19.999)
    fading = 1.2e2 * np.exp(1.0 - 400.0 / (400.0 - reach**2))
    return np.where(height_km < 115.0, fading, 0.0)


def _temperature(
    height_km: Float[np.ndarray, "..."],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Kinetic temperature (K) and its slope (K/km), equations 25 to 31 of the standard."""
    z = height_km
    ellipse = np.clip((z - 91.0) / -19.9429, -0.999, 0.999)
    bow = np.sqrt(1.0 - ellipse**2)
    depth = (z - 120.0) * (_RADIUS_KM + 120.0) / (_RADIUS_KM + z)
    exosphere = (1000.0 - 360.0) * np.exp(-0.01875 * depth)
    shrink = ((_RADIUS_KM + 120.0) / (_RADIUS_KM + z)) ** 2
    where = [z <= 91.0, z <= 110.0, z <= 120.0]
    value = np.select(
        where,
        [186.8673 + 0.0 * z, 263.1905 - 76.3232 * bow, 240.0 + 12.0 * (z - 110.0)],
        1000.0 - exosphere,
    )
    slope = np.select(
        where,
        [0.0 * z, -76.3232 * ellipse / bow / 19.9429, 12.0 + 0.0 * z],
        0.01875 * shrink * exosphere,
    )
    return value, slope


def _gravity(height_km: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    return _GRAVITY_M_S2 * (_RADIUS_KM / (_RADIUS_KM + height_km)) ** 2


def _integral(integrand: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    """The running integral over the grid from 86 km upward (trapezoids)."""
    steps = 0.5 * (integrand[1:] + integrand[:-1]) * np.diff(_GRID_KM)
    return np.concatenate(([0.0], np.cumsum(steps)))


def _locate(
    height_km: Float[np.ndarray, "..."],
) -> tuple[np.ndarray, Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Cell of the grid, its height (km), and how far up in it (0 to 1) heights are."""
    cell = np.clip(np.searchsorted(_GRID_KM, height_km, side="right") - 1, 0, _GRID_KM.size - 2)
    step = _GRID_KM[cell + 1] - _GRID_KM[cell]
    return cell, step, (height_km - _GRID_KM[cell]) / step
