"""The live picture in a browser, from a served centre: what comes, goes, and comes again."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glasshield.centre.api import server
from glasshield.centre.picture.shown import Shown
from glasshield.report.saved_figure import read_figure
from tests.centre.api import standing_in
from tests.centre.api.standing_in import TOKENS, VIEWER, StandIn
from tests.centre.logged import NOW
from tests.report.fake_figure import saved as saved_figure
from tests.web.conftest import Open, listened

# What each wait is given at most; the page is there within a fraction of it.
WAIT_MS = 30_000
# An exercise flies its first object after some seconds.
FLIES_MS = 60_000
HOSTILE = "<img src=x onerror=document.title='ran'><script>document.title='ran'</script>"


@dataclass
class Exercise:
    """A centre of the exercise, in a process of its own."""

    folder: Path
    url: str = ""
    process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        port = self.url.rpartition(":")[2] or "0"
        command = [sys.executable, "-m", "glasshield", "serve", "--json"]
        self.process = subprocess.Popen(
            [*command, "--data", str(self.folder), "--port", port],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONWARNINGS": "default"},
        )
        assert self.process.stdout is not None
        self.url = json.loads(self.process.stdout.readline())["url"]

    def stop(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=30.0)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def token(self, person: str) -> str:
        return (self.folder / "tokens" / f"{person}.token").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="module")
def exercise(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exercise]:
    del chromium  # where there is no browser, no centre is started
    made = Exercise(tmp_path_factory.mktemp("exercise") / "demo")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def opened(chromium: Any, exercise: Exercise) -> Iterator[Open]:
    with listened(chromium, exercise.url) as found:
        yield found


def enter(page: Any, token: str) -> None:
    """Types a token, and waits until the picture is live."""
    page.fill("[data-key=live-token]", token)
    page.click("[data-key=live-open]")
    page.wait_for_selector(".gs-live-entrance[data-link=live]", timeout=WAIT_MS)


def until(page: Any, holds: Callable[[], bool], within_ms: int = WAIT_MS) -> None:
    """Waits until something holds; the page's policy lets no waiting in by itself."""
    for _ in range(within_ms // 100):
        if holds():
            return
        page.wait_for_timeout(100)
    assert holds()


def rows(page: Any) -> list[str]:
    found: list[str] = page.locator("table tbody tr").all_inner_texts()
    return found


def test_a_live_track_moves_and_all_comes_from_the_pages_own_server(
    opened: Open, exercise: Exercise
) -> None:
    page = opened(fragment="show=live&table=tracks")
    token = exercise.token("aspen-desk")
    enter(page, token)
    page.wait_for_selector("table tbody tr", timeout=FLIES_MS)
    before = rows(page)
    page.wait_for_timeout(4_000)
    after = rows(page)
    assert after
    assert before != after
    assert re.search(r"\d\d:\d\d:\d\d", page.inner_text(".gs-behind .gs-clock"))
    assert page.inner_text(".gs-mark").startswith("EXERCISE")
    own = (exercise.url, exercise.url.replace("http", "ws", 1), "blob:", "data:")
    assert all(address.startswith(own) for address in page.asked)
    assert any(address.endswith("/v1/live") for address in page.asked)
    assert all(token not in address for address in [*page.asked, page.url])
    assert page.heard == []


def test_the_policy_lets_nothing_else_in(opened: Open) -> None:
    page = opened(fragment="show=live")
    said = page.evaluate(
        """async () => {
            const broken = [];
            document.addEventListener("securitypolicyviolation", (event) =>
                broken.push(event.effectiveDirective));
            try {
                const script = document.createElement("script");
                script.textContent = "document.title = 'ran'";
                document.head.append(script);
            } catch {}
            document.body.setAttribute("style", "color: red");
            await fetch("http://127.0.0.1:9/").catch(() => undefined);
            const frame = document.createElement("iframe");
            frame.src = "/about";
            document.body.append(frame);
            await new Promise((done) => setTimeout(done, 300));
            return broken;
        }"""
    )
    assert page.title() != "ran"
    found = set(said)
    assert "connect-src" in found
    assert "frame-src" in found
    assert "style-src-attr" in found
    assert found & {"require-trusted-types-for", "script-src-elem"}


def test_a_click_on_a_track_tells_who_has_seen_it_and_why_it_is_shown(
    opened: Open, exercise: Exercise
) -> None:
    page = opened(fragment="show=live&table=tracks")
    enter(page, exercise.token("aspen-desk"))
    page.wait_for_selector("table tbody tr", timeout=FLIES_MS)
    page.locator("table tbody tr button").first.click()
    page.wait_for_selector(".gs-explain [data-key='live-rules-']", timeout=WAIT_MS)
    said = page.inner_text(".gs-explain")
    assert "Who has seen it" in said
    assert "at once" in said
    page.click(".gs-explain [data-key='live-rules-']")
    until(page, lambda: "its own data" in page.inner_text(".gs-explain"))
    page.fill("[data-key=live-rules-name]", "birch-liaison")
    page.click("[data-key=live-rules-more]")
    page.click("[data-key=live-rules-birch-liaison]")
    until(page, lambda: "What birch-liaison would see" in page.inner_text(".gs-explain"))
    assert page.heard == []


def test_one_goes_back_and_returns_to_live(opened: Open, exercise: Exercise) -> None:
    page = opened(fragment="show=live&lang=en")
    enter(page, exercise.token("aspen-desk"))
    page.wait_for_selector("[data-key=live-play]:not([disabled])", timeout=FLIES_MS)
    page.click("[data-key=live-play]")
    page.wait_for_timeout(3_000)
    assert page.inner_text(".gs-behind [role=status]").startswith("BEHIND LIVE by")
    assert "&t=" in page.url
    page.click("[data-key=live-return]")
    assert page.inner_text(".gs-behind [role=status]") == "Live"
    # Another language builds the panels anew; the line stays.
    sockets = sum(address.endswith("/v1/live") for address in page.asked)
    page.click("[data-key=language-ru]")
    assert "На связи" in page.inner_text(".gs-live-link")
    assert sum(address.endswith("/v1/live") for address in page.asked) == sockets
    assert page.heard == []


def test_a_token_that_is_none_is_said_to_be_none(opened: Open) -> None:
    page = opened(fragment="show=live")
    page.fill("[data-key=live-token]", "two words")
    page.click("[data-key=live-open]")
    assert "can be no token" in page.inner_text(".gs-live-bad")
    page.fill("[data-key=live-token]", "gs_" + "x" * 43)
    page.click("[data-key=live-open]")
    page.wait_for_selector(".gs-live-entrance[data-link=refused]", timeout=WAIT_MS)
    assert "does not know this token" in page.inner_text(".gs-live-entrance")


def test_a_token_is_kept_for_the_tab_only_where_that_was_asked(
    opened: Open, exercise: Exercise
) -> None:
    for is_kept in (False, True):
        page = opened(fragment="show=live")
        if is_kept:
            page.check("[data-key=live-keep]")
        enter(page, exercise.token("visitor"))
        page.reload()
        page.wait_for_selector(".gs-grid")
        if is_kept:
            page.wait_for_selector(".gs-live-entrance[data-link=live]", timeout=WAIT_MS)
        assert page.locator(".gs-live-entrance[data-link=off]").count() == (not is_kept)


def test_a_centre_that_goes_away_leaves_its_last_picture_and_comes_again(
    opened: Open, exercise: Exercise
) -> None:
    page = opened(fragment="show=live&table=tracks")
    enter(page, exercise.token("aspen-desk"))
    page.wait_for_selector("table tbody tr", timeout=FLIES_MS)
    exercise.stop()
    page.wait_for_selector(".gs-live-entrance[data-link=lost]", timeout=WAIT_MS)
    last = rows(page)
    assert last
    page.wait_for_timeout(3_000)
    assert rows(page) == last
    assert "Not live" in page.inner_text(".gs-live-link")
    assert re.search(r"what is seen is \d+\ss old", page.inner_text(".gs-live-age"))
    exercise.start()
    page.click("[data-key=live-retry]")
    page.wait_for_selector(".gs-live-entrance[data-link=live]", timeout=WAIT_MS)
    until(page, lambda: page.inner_text(".gs-live-age").endswith("is of now"), FLIES_MS)


# What no real centre would say, from one that stands in for it.


@contextmanager
def said(folder: Path, *pictures: Shown) -> Iterator[tuple[StandIn, str]]:
    centre = StandIn(folder)
    centre.pictures = {VIEWER: pictures}
    try:
        with server.running(centre.app(), server.Listen()) as url:
            yield centre, url
    finally:
        centre.close()


def over_europe(count: int, hostile: bool = False) -> Shown:
    """A picture with objects side by side at a height of some 400 km."""
    made = standing_in.shown(count)
    place = np.deg2rad([50.0, 10.0])
    state = np.zeros((count, 6))
    state[:, 0] = 6.8e6 * np.cos(place[0]) * np.cos(place[1])
    state[:, 1] = 6.8e6 * np.cos(place[0]) * np.sin(place[1]) + 5e4 * np.arange(count)
    state[:, 2] = 6.8e6 * np.sin(place[0])
    covariance = np.eye(6)[np.triu_indices(6)] * 1e8
    by = (("russia", HOSTILE), (HOSTILE, "")) if hostile else made.contributors
    return replace(
        made, state_ecef=state, packed_covariance=np.tile(covariance, (count, 1)), contributors=by
    )


def test_hostile_names_are_text(chromium: Any, tmp_path: Path) -> None:
    with (
        said(tmp_path, over_europe(3, hostile=True)) as (centre, url),
        listened(chromium, url) as opened,
    ):
        told = standing_in.event(1)
        body = replace(told.event, region=HOSTILE, notice=HOSTILE, against=(HOSTILE,))
        centre.told = {VIEWER: (replace(told, event=body),)}
        page = opened(fragment="show=live&table=tracks")
        enter(page, TOKENS["party"])
        page.wait_for_selector("table tbody tr", timeout=WAIT_MS)
        page.locator("table tbody tr button").first.click()
        until(page, lambda: HOSTILE in page.inner_text(".gs-explain"))
        page.click("[data-key=live-event-1]")
        page.click("[data-key=live-filters]")
        page.wait_for_timeout(500)
        assert HOSTILE in page.inner_text(".gs-live")
        assert page.title() != "ran"
        assert page.locator("img, .gs script").count() == 0


def test_filters_leave_out_and_a_link_restores_them(chromium: Any, tmp_path: Path) -> None:
    with (
        said(tmp_path, over_europe(6)) as (_, url),
        listened(chromium, url) as opened,
    ):
        page = opened(fragment="show=live&table=tracks")
        enter(page, TOKENS["party"])
        until(page, lambda: len(rows(page)) == 6)
        page.click("[data-key=live-filters]")
        page.uncheck("[data-key=live-no-classes-ICBM]")
        until(page, lambda: len(rows(page)) == 5)
        page.uncheck("[data-key=live-no-parties-russia]")
        until(page, lambda: len(rows(page)) < 5)
        kept = rows(page)
        until(page, lambda: "no-party=russia" in page.url)
        fragment = page.url.partition("#v=1&")[2]
        other = opened(fragment=fragment)
        enter(other, TOKENS["party"])
        until(other, lambda: len(rows(other)) == len(kept))


def test_pictures_that_come_are_drawn_in_the_next_moment(chromium: Any, tmp_path: Path) -> None:
    with (
        said(tmp_path, over_europe(2)) as (centre, url),
        listened(chromium, url) as opened,
    ):
        page = opened(fragment="show=live&table=tracks")
        enter(page, TOKENS["party"])
        until(page, lambda: len(rows(page)) == 2)
        at = NOW.plus_s(1.0)
        centre.put(VIEWER, replace(over_europe(4), at=at))
        until(page, lambda: len(rows(page)) == 4)
        centre.put(VIEWER)
        until(page, lambda: len(rows(page)) == 0)


def test_a_notice_is_drawn_listed_and_explained_and_a_figure_keeps_the_mark(
    opened: Open, exercise: Exercise, tmp_path: Path
) -> None:
    page = opened(fragment="show=live&table=notices", accept_downloads=True)
    enter(page, exercise.token("duty"))
    page.click("[data-key=live-notices]")
    until(page, lambda: page.locator(".gs-live-notices li").count() > 0, FLIES_MS)
    page.locator(".gs-live-notices li button").first.click()
    explained = page.inner_text(".gs-explain")
    assert "birch" in explained
    assert "80\N{NO-BREAK SPACE}km around" in explained
    assert len(rows(page)) >= 2
    page.wait_for_timeout(1500)
    with page.expect_download() as found:
        page.click("[data-key=png]")
    figure = read_figure(saved_figure(tmp_path, Path(found.value.path()).read_bytes()))
    assert figure.said.marks == ("exercise", "simulated")
    assert figure.said.document is None
    with page.expect_download() as found:
        page.click("[data-key=export-CSV]")
    assert "EXERCISE" in Path(found.value.path()).read_text(encoding="utf-8-sig")
    assert page.heard == []
