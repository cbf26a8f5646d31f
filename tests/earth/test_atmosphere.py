"""The air against the tables of the US Standard Atmosphere 1976."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.earth import atmosphere
from glasshield.earth.atmosphere import cubic_table, geometric_height, geopotential_height, state
from glasshield.errors import RangeError

# Geometric height m, temperature K, pressure Pa, density kg/m3, sound m/s, as printed in
# NOAA-S/T 76-1562, table I; at 86 km the temperature is the molecular-scale one.
TABLE = [
    (0, "288.150", "101325", "1.2250", "340.294"),
    (5_000, "255.676", "54048", "0.73643", "320.55"),
    (10_000, "223.252", "26500", "0.41351", "299.53"),
    (20_000, "216.650", "5529.3", "0.088910", "295.07"),
    (30_000, "226.509", "1197.0", "0.018410", "301.71"),
    (40_000, "250.350", "287.14", "0.0039957", "317.19"),
    (50_000, "270.650", "79.78", "0.0010269", "329.80"),
    (60_000, "247.021", "21.96", "0.00030968", "315.07"),
    (70_000, "219.585", "5.221", "0.000082829", "297.06"),
    (80_000, "198.639", "1.0525", "0.000018458", "282.54"),
    (86_000, "186.946", "0.37338", "0.000006958", "274.10"),
]

# Geometric height km, kinetic temperature K, density kg/m3: same source, table I, above 86 km.
UPPER_TABLE = [
    (90, 186.87, 3.416e-6),
    (95, 188.42, 1.393e-6),
    (100, 195.08, 5.604e-7),
    (110, 240.00, 9.708e-8),
    (120, 360.00, 2.222e-8),
    (150, 634.39, 2.076e-9),
    (200, 854.56, 2.541e-10),
    (300, 976.01, 1.916e-11),
    (500, 999.24, 5.215e-13),
    (800, 999.99, 1.136e-14),
    (1000, 1000.00, 3.561e-15),
]
UPPER_DENSITY_TOL = 1e-3  # our integration and the standard's, both from the same equations


def digits(value: float, printed: str) -> str:
    """The value written with as many decimals as the printed one has."""
    return f"{value:.{len(printed.partition('.')[2])}f}"


@pytest.mark.parametrize(("height_m", "temperature", "pressure", "density", "sound"), TABLE)
def test_val_standard_atmosphere_to_the_digits_printed(
    height_m: float, temperature: str, pressure: str, density: str, sound: str
) -> None:
    air = state(height_m)
    assert digits(float(air.molecular_temperature_k), temperature) == temperature
    assert digits(float(air.pressure_pa), pressure) == pressure
    assert digits(float(air.density_kg_m3), density) == density
    assert digits(float(air.sound_speed_m_s), sound) == sound


@pytest.mark.parametrize(("height_km", "temperature_k", "density_kg_m3"), UPPER_TABLE)
def test_val_standard_atmosphere_above_86_km(
    height_km: float, temperature_k: float, density_kg_m3: float
) -> None:
    air = state(height_km * 1e3)
    assert air.temperature_k == pytest.approx(temperature_k, abs=0.006)
    assert air.density_kg_m3 == pytest.approx(density_kg_m3, rel=UPPER_DENSITY_TOL)


def test_val_geopotential_height_at_32_km() -> None:
    """OpenRocket issue 2731: leaving the conversion out is 162 m wrong at 32 km."""
    assert geometric_height(32_000.0) - 32_000.0 == pytest.approx(162.0, abs=0.5)


def test_prop_geopotential_round_trip() -> None:
    height_m = np.linspace(-5e3, 1e6, 301)
    assert np.allclose(geometric_height(geopotential_height(height_m)), height_m, atol=1e-9)


def test_density_is_continuous_over_every_layer() -> None:
    kinks_m = np.append(geometric_height([11e3, 20e3, 32e3, 47e3, 51e3, 71e3]), 86e3)
    below, above = state(kinks_m - 1e-3), state(kinks_m + 1e-3)
    assert np.allclose(above.density_kg_m3, below.density_kg_m3, rtol=1e-5)
    assert np.allclose(above.sound_speed_m_s, below.sound_speed_m_s, rtol=1e-5)
    assert np.allclose(above.pressure_pa, below.pressure_pa, rtol=2e-5)


@pytest.mark.parametrize("step_m", [100.0, 200.0, 500.0, 1000.0])
def test_cubic_table_follows_the_standard(step_m: float) -> None:
    table = cubic_table(step_m, 147e3)
    potential_m = np.linspace(0.0, 147e3, 400_001)[:-1]
    row = (potential_m // step_m).astype(int)
    u = potential_m / step_m - row
    c = table[row]
    density = c[:, 0] + u * (c[:, 1] + u * (c[:, 2] + u * c[:, 3]))
    sound = c[:, 4] + u * (c[:, 5] + u * (c[:, 6] + u * c[:, 7]))
    air = state(geometric_height(potential_m))
    density_error = np.abs(density / air.density_kg_m3 - 1.0)
    sound_error = np.abs(sound / air.sound_speed_m_s - 1.0)
    below = potential_m < 79e3
    # The error of a cubic grows with the fourth power of its step.
    assert density_error[below].max() < 2e-6 * max((step_m / 500.0) ** 4, 1e-2)
    assert sound_error[below].max() < 2e-6
    assert density_error.max() < 1e-3
    assert sound_error.max() < 1e-3


def test_cubic_table_is_continuous() -> None:
    table = cubic_table(500.0, 147e3)
    for c in (table[:, :4], table[:, 4:]):
        assert np.allclose(c.sum(axis=1)[:-1], c[1:, 0], rtol=1e-12)


def test_cubic_table_refuses_a_top_between_steps() -> None:
    with pytest.raises(RangeError, match="no multiple"):
        cubic_table(300.0, 100e3)


@pytest.mark.parametrize("height_m", [-5_001.0, 1_000_001.0])
def test_heights_outside_are_refused(height_m: float) -> None:
    with pytest.raises(RangeError, match="outside the standard atmosphere"):
        state([0.0, height_m])


@pytest.mark.parametrize("count", [0, 1, 5])
def test_arrays_of_any_length_and_one_equals_batch(count: int) -> None:
    height_m = np.linspace(10e3, 400e3, 5)[:count]
    air = state(height_m)
    assert air.density_kg_m3.shape == (count,)
    for k in range(count):
        assert state(height_m[k]).density_kg_m3 == air.density_kg_m3[k]


def test_nan_height_gives_nan() -> None:
    assert np.isnan(state(np.nan).density_kg_m3)
    assert np.isnan(state([0.0, 9e5, np.nan]).density_kg_m3[2])


def test_layers_have_the_standards_constants() -> None:
    assert atmosphere.GAS_CONSTANT_J_KMOL_K == 8314.32
    assert atmosphere.AIR_MOLAR_MASS_KG_KMOL == 28.9644
