"""Pictures that fail in a running centre: told in health, counted, replayed, and nobody else's."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glasshield.centre import applying
from glasshield.centre.applying import Applier
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.logged import opened
from glasshield.centre.log.replaying import replayed
from glasshield.centre.picture import engine as engine_room
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.remote import RemoteTracks
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.picture.usual import usual_parts
from glasshield.centre.warning.regions import region_of
from glasshield.centre.warning.watch import Watch as Warnings
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import AnyEntry, PictureEntry, ReceivedEntry, nanoseconds
from glasshield.exchange.release.coarsen import Event
from glasshield.fusion.tracker import Tracker
from glasshield.workspace import Workspace
from tests.centre.faults.flights import Watch
from tests.centre.picture.drawn import fields_of
from tests.centre.service.running import (
    ANSWER_S,
    Running,
    detections,
    entries,
    running,
    within,
)
from tests.centre.service.test_faults import metric

FLY = Watch(count=3, span_s=4.0, every_s=0.1)
MANY = 5  # detections of one object, after which borealis's data are too much for the watch


class Fragile(Warnings):
    """Warnings that cannot work with what borealis sees, after so many detections."""

    def look(self, snapshot: Snapshot, tracker: Tracker, at: Instant) -> tuple[Event, ...]:
        is_its = any(each.party == "borealis" for each in tracker.stations)
        if is_its and snapshot.detections.max(initial=0) >= MANY:
            raise np.linalg.LinAlgError("Singular matrix")
        return super().look(snapshot, tracker, at)


def fragile() -> Parts:
    return Parts(Fragile, RemoteTracks, region_of)


def fly(here: Running) -> None:
    for future in here.fly(3.0, FLY):
        future.result(ANSWER_S)


def fullest(here: Running, viewer: str) -> Shown:
    """The picture with the most in it that is made of more than the viewer's own data."""
    return here.centre.published(viewer).result(ANSWER_S).pictures[-1]


def ran_again(
    log: list[AnyEntry], body_of: Callable[[str], bytes | None], parts: Parts
) -> tuple[Engine, list[bool]]:
    """The pictures of a log made again, and whether each was the same."""
    applier = Applier(Workspace.default().catalog, parts)
    same, at = [], 0
    for picture in [one for one in log if isinstance(one, PictureEntry)]:
        tick_ns = nanoseconds(picture.tick)
        while at < len(log) and nanoseconds(log[at].at) <= tick_ns:
            applier.apply(log[at], nanoseconds(log[at].at), body_of)
            at += 1
        applier.running.advance(Instant(tick_ns // 1000))
        same.append(applier.running.digest() == picture.picture_sha256)
    return applier.running, same


def test_a_feed_that_fails_costs_its_viewers_alone_and_no_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(engine_room, "usual_parts", fragile)
    with running(tmp_path) as before:
        fly(before)
        assert within(ANSWER_S, lambda: before.centre.health().parts["picture"] == "faulty")
        assert before.centre.health().state == "degraded"
        assert fullest(before, "borealis").failed_at is not None
        own = before.centre.published("aurora").result(ANSWER_S).pictures[0]
        assert (own.failed_at, own.is_down, len(own)) == (None, False, 3)
        assert metric(before, 'glasshield_failures_total{part="feed"') >= 2
        assert metric(before, 'glasshield_failures_total{part="all"') == 0
        assert metric(before, 'glasshield_good{part="picture"}') == 0
    assert "LinAlgError: Singular matrix" in caplog.text  # where in the program, too
    with running(tmp_path, ground=before.ground) as after:  # over the same data
        fly(after)
        assert after.centre.health().parts["picture"] == "faulty"
        log, store = entries(after.centre), after.centre.store
        failing, same = ran_again(log, store.body, fragile())
        sound, other = ran_again(log, store.body, usual_parts())
    assert len(same) > 4
    assert all(same)
    assert not all(other)
    ours, theirs = failing.pictures("aurora")[0], sound.pictures("aurora")[0]
    assert len(ours) >= 3
    assert fields_of(ours) == fields_of(theirs)
    with opened(after.ground.config.data) as kept:
        result = replayed(kept, Workspace.default().catalog)
    assert result.is_same
    assert result.pictures >= len(same)  # the last ones were written at the end


def test_pictures_that_end_at_a_start_keep_no_centre_from_taking_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with running(tmp_path) as before:
        fly(before)

    def ending(*_: object) -> None:
        raise MemoryError("no room for this")

    with monkeypatch.context() as patched:
        patched.setattr(Engine, "advance", ending)
        with running(tmp_path, ground=before.ground) as here:
            assert here.centre.health().parts["picture"] == "failed"
            assert here.centre.health().state == "failing"
            assert "MemoryError: no room for this" in caplog.text
            assert here.sent("aurora", detections("north", here.centre.now())).count == 1
            asked = here.centre.published("aurora").exception(ANSWER_S)
            assert isinstance(asked, RefusedError)
            assert asked.code is Code.BUSY
    with running(tmp_path, ground=before.ground) as after:
        assert isinstance(entries(after.centre)[-1], object)
        assert sum(isinstance(one, ReceivedEntry) for one in entries(after.centre)) > 2
        assert after.tracks("aurora") == 3
        assert after.centre.health().state == "good"


def test_a_fault_of_everything_at_a_start_is_over_at_the_next_tick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(tmp_path) as before:
        fly(before)
    build = Engine._build
    failed: list[int] = []

    @functools.wraps(build)
    def once(self: Engine, tick: int, told: Any) -> Any:
        if not failed:
            failed.append(tick)
            raise IndexError("list index out of range")
        return build(self, tick, told)

    monkeypatch.setattr(Engine, "_build", once)
    with running(tmp_path, ground=before.ground) as after:
        assert after.centre.health().parts["picture"] == "faulty"
        assert not after.tracks("aurora")  # what was kept is let go
        assert metric(after, 'glasshield_failures_total{part="all"') == 1
        fly(after)
        assert after.tracks("aurora") == 3


def test_a_batch_that_cannot_be_taken_in_costs_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived_of = applying.arrived_of
    seen: list[int] = []

    def failing(*arguments: Any, **more: Any) -> Any:
        seen.append(1)
        if len(seen) == 1:
            raise ZeroDivisionError("division by zero")
        return arrived_of(*arguments, **more)

    monkeypatch.setattr(applying, "arrived_of", failing)
    with running(tmp_path) as here:
        fly(here)
        assert here.tracks("aurora") == 3
        assert metric(here, 'glasshield_failures_total{part="entry"') == 1


def test_health_tells_whoever_runs_the_centre_what_went_into_no_picture(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        assert here.centre.health().left_out == {}
        old = here.centre.now().plus_s(-3_000.0)
        here.sent("aurora", detections("north", old, 4))
        assert within(ANSWER_S, lambda: here.centre.health().left_out == {"aurora": 4})
        assert here.centre.health().state == "good"
