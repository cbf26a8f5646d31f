"""The rooms of an exercise in a real browser: one is asked, answers, and the others see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from glasshield.exercise.api.serving import serving
from tests.exercise.api import kept
from tests.exercise.api.looking import Rooms
from tests.web.conftest import IS_REQUIRED, WITHOUT_GL, Open, browser, listened

WAIT_MS = 15_000
ASPEN, BIRCH, CONTROLLER = "aspen-national", "birch-national", "controller"
STEP_S = 2
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
HOSTILE = "<img src=x onerror=document.title='ran'><script>document.title='ran'</script>"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser that draws the map on a canvas: nothing here hangs on WebGL."""
    with browser(WITHOUT_GL) as found:
        yield found


@pytest.fixture
def rooms(chromium: Any, tmp_path: Path) -> Iterator[Rooms]:
    del chromium  # where there is no browser, nothing is served
    with serving(kept.table(tmp_path / "run"), speed=60.0) as served:
        yield Rooms(served)


@pytest.fixture
def opened(chromium: Any, rooms: Rooms) -> Iterator[Open]:
    with listened(chromium, rooms.served.url) as found:
        yield found


def entered(opened: Open, rooms: Rooms, room: str, fragment: str = "", **options: Any) -> Any:
    """The page of a room, whose token was typed."""
    page = opened(fragment=f"show=live&{fragment}", **options)
    page.fill("[data-key=live-token]", rooms.token(room))
    page.click("[data-key=live-open]")
    page.wait_for_selector(".gs-room-clock:not([hidden])", timeout=WAIT_MS)
    return page


def until(page: Any, holds: Callable[[], bool]) -> None:
    """Waits until something holds; the page's policy lets no waiting in by itself."""
    for _ in range(WAIT_MS // 50):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def test_what_is_asked_in_one_room_is_answered_there_and_the_decision_shows_in_another(
    opened: Open, rooms: Rooms
) -> None:
    rooms.step_to(110, STEP_S)
    aspen = entered(opened, rooms, ASPEN)
    birch = entered(opened, rooms, BIRCH, "lang=ru&theme=dark")
    controller = entered(opened, rooms, CONTROLLER)
    aspen.wait_for_selector(".gs-room-card >> nth=1")
    asked = aspen.inner_text(".gs-room-asked")
    assert "Birch consults Aspen's national cell, by 2:50" in asked
    assert "left" in asked
    aspen.fill(".gs-room-card:has-text('consults') input", HOSTILE)
    aspen.click(".gs-room-card:has-text('consults') .gs-room-yes")
    until(aspen, lambda: "it takes effect at 1:52" in aspen.inner_text(".gs-room-desk"))
    # The key is turned without a mouse; an answer stands, so its buttons rest.
    key = aspen.locator(".gs-room-card:has-text('key') .gs-room-yes")
    key.focus()
    aspen.keyboard.press("Enter")
    until(aspen, key.is_disabled)
    for card in range(2):
        answer = birch.locator(".gs-room-card .gs-room-yes").nth(card)
        answer.click()
        until(birch, answer.is_disabled)
    assert "Записано" in birch.inner_text(".gs-room-desk")
    controller.click("[data-key=room-step]")
    for page, said in (
        (aspen, "in the simulation (agreed)"),
        (birch, "в модели (согласовано)"),
        (controller, "in the simulation (agreed)"),
    ):
        until(page, lambda page=page, said=said: said in page.inner_text(".gs-room-desk"))  # type: ignore[misc]
    until(birch, lambda: HOSTILE in birch.inner_text(".gs-room-desk"))
    until(birch, lambda: HOSTILE in birch.inner_text(".gs-room-log"))
    assert birch.title() != "ran"
    assert birch.locator("img, .gs script").count() == 0
    assert "Сейчас вас ни о чём не спрашивают." in birch.inner_text(".gs-room-desk")
    for page in (aspen, birch, controller):
        assert page.heard == []
        assert all(rooms.token(room) not in page.url for room in (ASPEN, BIRCH, CONTROLLER))


def test_the_page_is_called_as_its_exercise_before_and_after_somebody_has_come_in(
    opened: Open, rooms: Rooms
) -> None:
    title = rooms.served.stepper.places[CONTROLLER].now.room.title
    outside = opened(fragment="v=1&lang=ru")
    outside.wait_for_selector("h1.gs-name")
    assert outside.locator("h1").all_inner_texts() == [title.ru]
    assert outside.title() == f"УЧЕНИЕ: {title.ru} – Glasshield"
    inside = entered(opened, rooms, ASPEN)
    assert inside.locator("h1").all_inner_texts() == [title.en]
    assert inside.title() == f"EXERCISE: {title.en} – Glasshield"


def test_the_controller_makes_something_happen_and_the_picture_changes(
    opened: Open, rooms: Rooms
) -> None:
    rooms.step_to(80, STEP_S)
    aspen = entered(opened, rooms, ASPEN, "table=tracks")
    controller = entered(opened, rooms, CONTROLLER)
    aspen.wait_for_selector("table tbody tr")
    before = aspen.inner_text("table tbody")
    controller.select_option("[data-key=room-inject-what]", "sensor-fails")
    controller.select_option("[data-key=room-inject-name]", "west")
    controller.click("[data-key=room-inject]")
    until(controller, lambda: "Written down" in controller.inner_text(".gs-room-desk"))
    controller.select_option("[data-key=room-speed]", "60")
    controller.click("[data-key=room-go]")
    until(aspen, lambda: "The sensor west fails." in aspen.inner_text(".gs-room-log"))
    until(aspen, lambda: "lost" in aspen.inner_text(".gs-room-log"))
    controller.click("[data-key=room-go]")
    until(controller, lambda: "Paused" in controller.inner_text(".gs-room-clock"))
    assert aspen.inner_text("table tbody") != before
    # Back to before it happened: another run, in which it has not.
    slider = controller.locator("[data-key=room-back]")
    slider.focus()
    slider.evaluate("(each) => { each.value = '80'; each.dispatchEvent(new Event('input')); }")
    controller.click("[data-key=room-rewind]")
    until(aspen, lambda: "1:20" in aspen.inner_text(".gs-room-time"))
    until(aspen, lambda: "fails" not in aspen.inner_text(".gs-room-log"))
    assert "A branch" in controller.inner_text(".gs-room-clock")
    assert aspen.heard == controller.heard == []


def test_the_mark_stands_there_before_anybody_is_in_and_refusals_are_told_in_words(
    opened: Open, rooms: Rooms
) -> None:
    rooms.step_to(110, STEP_S)
    page = opened(fragment="show=live")
    assert page.inner_text(".gs-mark").startswith("EXERCISE")
    assert "paste it below" in page.inner_text(".gs-room")
    page.fill("[data-key=live-token]", "gs_" + "x" * 43)
    page.click("[data-key=live-open]")
    page.wait_for_selector(".gs-live-entrance[data-link=refused]")
    page.fill("[data-key=live-token]", rooms.token(ASPEN))
    page.click("[data-key=live-open]")
    page.wait_for_selector(".gs-room-card >> nth=1")
    assert page.locator("[data-key=room-go]:visible").count() == 0  # the controller alone steers
    rooms.act(ASPEN, "answer", question=1, says="yes")
    page.click("[data-key=room-no-1]")
    until(page, lambda: "This has been answered already." in page.inner_text(".gs-room-desk"))
    page.click("[data-key=language-ru]")
    assert page.inner_text(".gs-mark").startswith("УЧЕНИЕ")
    page.click("[data-key=room-no-1]")
    until(page, lambda: "На это уже дан ответ." in page.inner_text(".gs-room-desk"))


def test_the_setting_is_drawn_has_its_rows_and_a_radar_fails_in_the_rooms_that_are_told(
    opened: Open, rooms: Rooms
) -> None:
    rooms.step_to(110, STEP_S)
    rooms.act(CONTROLLER, "inject", what="sensor-fails", name="west")
    rooms.step_to(112, STEP_S)
    aspen = entered(opened, rooms, ASPEN, "table=sensors")
    birch = entered(opened, rooms, BIRCH, "lang=ru&theme=dark&table=sectors")
    aspen.wait_for_selector("table tbody tr")
    birch.wait_for_selector("table tbody tr")
    # A row for each radar, and what it is where it is pressed; by keyboard as well.
    west = aspen.locator("table tbody tr", has_text="west")
    assert "failed" in west.inner_text()
    assert "no failure is known" in aspen.locator("table tbody tr", has_text="east").inner_text()
    button = west.locator("button")
    button.focus()
    aspen.keyboard.press("Enter")
    until(aspen, lambda: "failed since 1:52" in aspen.inner_text(".gs-explain"))
    assert "2500\xa0km" in aspen.inner_text(".gs-explain")
    assert "The sensor west fails." in aspen.inner_text(".gs-room-desk")
    # To whom nobody said so, it works.
    birch.click("[data-key=table-sensors]")
    until(birch, lambda: "west" in birch.inner_text("table tbody"))
    assert "не работает" not in birch.inner_text("table tbody")
    birch.click("[data-key=table-sectors]")
    until(birch, lambda: "aspen-land" in birch.inner_text("table tbody"))
    birch.click("table tbody button:has-text('birch-land')")
    until(birch, lambda: "birch-land" in birch.inner_text(".gs-explain"))
    assert "Берёза" in birch.inner_text(".gs-explain")
    assert "north" in birch.inner_text(".gs-explain")  # the battery that stands for it
    for layer in ("sectors", "regions", "reach", "fans", "sites"):
        assert birch.locator(f"[data-key=layer-{layer}]").is_visible()
    until(birch, lambda: "sel=region:birch-land" in birch.url)
    assert birch.heard == aspen.heard == []


def test_a_proposal_names_the_rooms_own_object_and_shows_it(opened: Open, rooms: Rooms) -> None:
    rooms.step_to(110, STEP_S)
    (found,) = rooms.served.stepper.places[ASPEN].now.objects.objects
    own = f"{found.tracks[0].picture}/{found.tracks[0].number}"
    aspen = entered(opened, rooms, ASPEN)
    card = aspen.locator(".gs-room-card").first
    card.wait_for()
    # The centre has counted false alarms, too, so that its number is another one.
    assert str(found.tracks[0].number) != str(found.number)
    assert f"in your picture: {own} (the centre’s {found.number})" in card.inner_text()
    proposal = aspen.locator(".gs-room-list [data-key^=room-object-proposal]").first
    assert own in proposal.inner_text()
    proposal.focus()
    aspen.keyboard.press("Enter")
    told = aspen.locator(".gs-explain")
    until(aspen, lambda: f"the centre’s {found.number}" in told.inner_text())
    for said in ("Proposal 1", "consults Aspen's national cell", "asks Aspen's national cell"):
        assert said in told.inner_text()
    assert aspen.locator(".gs-room-list li[data-selected]").count() >= 2
    until(aspen, lambda: f"sel=track:{own}" in aspen.url)
    # The log names it, too, and words that are typed stay while the exercise goes on.
    card.locator("input").fill("half a sen")
    rooms.step_to(114, STEP_S)
    until(aspen, lambda: "1:54" in aspen.inner_text(".gs-room-time"))
    assert card.locator("input").input_value() == "half a sen"
    assert aspen.locator(f".gs-room-log [data-track='{own}']").count() > 0
    assert aspen.heard == []


@pytest.mark.skipif(not AXE.exists() and not IS_REQUIRED, reason="npm ci was not run in web/")
def test_axe_finds_nothing_in_any_room(opened: Open, rooms: Rooms) -> None:
    rooms.step_to(110, STEP_S)
    for room, fragment, shade, width in (
        (ASPEN, "lang=en", "light", 1300),
        (BIRCH, "lang=ru", "dark", 420),
        (CONTROLLER, "lang=ru", "light", 1300),
    ):
        page = entered(
            opened, rooms, room, fragment, width=width, color_scheme=shade, bypass_csp=True
        )
        if room != CONTROLLER:
            page.wait_for_selector(".gs-room-card")
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        page.add_script_tag(path=str(AXE))
        found = page.evaluate(
            "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
        )
        told = [(each["id"], [n["html"] for n in each["nodes"]]) for each in found["violations"]]
        assert told == [], room
