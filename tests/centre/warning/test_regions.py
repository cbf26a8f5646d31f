"""Where places lie, by code and in words."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.centre.warning.regions import named, region_of, regions_of
from glasshield.errors import UnknownNameError
from glasshield.messages import Language


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "code"),
    [
        (23.6, 58.3, "OMN"),
        (24.5, 59.0, "sea/OMN"),
        (51.0, 10.0, "DEU"),
        (31.0, -35.0, "sea"),
        (-75.0, 0.0, "ATA"),
        (67.0, -175.5, "RUS"),  # beyond the date line
        (0.0, -150.0, "sea"),
    ],
)
def test_val_places_lie_where_an_atlas_has_them(lat_deg: float, lon_deg: float, code: str) -> None:
    assert region_of(np.radians(lat_deg), np.radians(lon_deg)) == code


def test_no_place_lies_nowhere_and_one_is_as_among_many() -> None:
    lat, lon = np.radians([51.0, np.nan, 31.0]), np.radians([10.0, 0.0, -35.0])
    assert regions_of(lat, lon) == ["DEU", "", "sea"]
    assert regions_of(lat[:0], lon[:0]) == []
    assert region_of(np.nan, np.nan) == ""


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("OMN", "en", "Oman"),
        ("OMN", "ru", "Оман"),
        ("sea/OMN", "en", "sea off Oman"),
        ("sea/OMN", "ru", "море у берегов: Оман"),
        ("sea", "en", "open sea"),
        ("sea", "ru", "открытое море"),
        ("", "en", ""),
    ],
)
def test_regions_have_names(code: str, language: Language, words: str) -> None:
    assert named(code, language) == words


def test_a_region_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        named("XYZZY", "en")
