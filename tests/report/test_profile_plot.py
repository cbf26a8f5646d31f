from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from glasshield.errors import InputError, OutputError
from glasshield.messages import Language
from glasshield.report import profile_plot

SIGNATURES = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture
def plan() -> dict[str, Any]:
    """A half sine with the keys of `glasshield flight plan --json`."""
    profile = [
        {
            "t_s": 10.0 * k,
            "downrange_km": 50.0 * k,
            "altitude_km": 1000.0 * math.sin(math.pi * k / 100),
            "speed_km_s": 6.0,
            "phase": "boost" if k < 20 else "coast" if k < 95 else "entry",
            "lat_deg": 0.0,
            "lon_deg": 0.0,
        }
        for k in range(101)
    ]
    return {
        "missile": "icbm-solid",
        "range_km": 5000.0,
        "apogee_km": 1000.0,
        "flight_time_s": 1000.0,
        "burnout_time_s": 200.0,
        "burnout_speed_km_s": 6.1,
        "reentry_speed_km_s": None,
        "profile": profile,
    }


@pytest.mark.parametrize("kind", sorted(SIGNATURES))
def test_the_suffix_says_the_format(
    plan: dict[str, Any], tmp_path: Path, kind: str, lang: Language
) -> None:
    path = tmp_path / f"flight.{kind}"
    profile_plot.plot(plan, path, lang=lang)
    content = path.read_bytes()
    assert content.startswith(SIGNATURES[kind])
    profile_plot.plot(plan, tmp_path / f"again.{kind}", lang=lang)
    assert (tmp_path / f"again.{kind}").read_bytes() == content


def test_every_format_bears_the_mark(plan: dict[str, Any], tmp_path: Path) -> None:
    for kind in ("png", "svg"):
        path = tmp_path / f"flight.{kind}"
        profile_plot.plot(plan, path)
        assert b"nothing was measured" in path.read_bytes()


def test_another_suffix_is_refused(plan: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"\.png or \.svg or \.pdf"):
        profile_plot.plot(plan, tmp_path / "flight.jpeg")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_refused(plan: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        profile_plot.plot(plan, tmp_path / "file" / "flight.png")


def test_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="profile"):
        profile_plot.plot({"range_km": 1.0}, tmp_path / "flight.png")
