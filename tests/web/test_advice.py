"""Advice in the live picture of a browser: asked for while it is open, and text alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from glasshield.centre.people.registered import Parties
from glasshield.centre.picture.shown import Shown
from glasshield.exchange.release.terms import CLASS_NAMES
from glasshield.fusion.tracks import pack
from tests.centre.api import standing_in
from tests.centre.api.standing_in import TOKENS, VIEWER
from tests.coordination.planned import objects, sensors
from tests.web.conftest import listened
from tests.web.test_live import HOSTILE, enter, said, until


def falling() -> Shown:
    """A picture of four objects that come down."""
    tracks = objects(np.random.default_rng(3), 4)
    return replace(
        standing_in.shown(4),
        state_ecef=tracks.state_ecef,
        packed_covariance=pack(tracks.covariance),
        class_index=np.full(4, CLASS_NAMES.index("MRBM")),
    )


def test_advice_is_asked_for_while_it_is_open(chromium: Any, tmp_path: Path) -> None:
    stations = tuple(
        replace(each, party=VIEWER, id=id, range_m=5_000e3)
        for each, id in zip(
            sensors(np.random.default_rng(2), 2), ("armavir-2", HOSTILE), strict=True
        )
    )
    with (
        said(tmp_path, falling()) as (centre, url),
        listened(chromium, url) as opened,
    ):
        centre.parties = Parties(stations={VIEWER: stations})
        page = opened(fragment="show=live")
        enter(page, TOKENS["party"])
        page.wait_for_timeout(1_500)
        assert not any("/v1/advice" in address for address in page.asked)
        page.click("[data-key=live-advice]")
        until(page, lambda: page.locator(".gs-live-advice li").count() == 3)
        text = page.inner_text(".gs-live-advice")
        assert "It commands nothing." in text
        assert f"{VIEWER}/armavir-2" in text
        assert HOSTILE in text
        assert "km²" in text
        assert page.title() != "ran"
        assert page.heard == []


def test_who_has_no_picture_is_offered_no_advice(chromium: Any, tmp_path: Path) -> None:
    with said(tmp_path) as (_, url), listened(chromium, url) as opened:
        page = opened(fragment="show=live")
        enter(page, TOKENS["party"])
        page.click("[data-key=live-advice]")
        until(page, lambda: not page.is_visible("[data-key=live-advice]"))
