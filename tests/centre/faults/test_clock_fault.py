"""The clock of a running centre is set back by ten seconds: stamps rise, pictures go on."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass
from pathlib import Path

from glasshield.centre.api.serving import serving
from glasshield.centre.log.clock import SystemClock
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.service import Centre
from glasshield.exchange.log.entries import ClockEntry, decoded, nanoseconds
from tests.centre.faults.ground import prepared
from tests.centre.faults.talking import Line, health, metrics, until
from tests.centre.faults.traffic import at, since, tracks, traffic

BACK_S = 10.0
AHEAD_S = 2.0  # the time of the log loses one second in twenty, while the test looks
TOLERANCE_S = 0.2  # between the step and the next look at the clock


@dataclass
class SetBack:
    """The machine's clocks, of which the one on the wall can be set back."""

    back_ns: int = 0

    def wall_ns(self) -> int:
        return SystemClock().wall_ns() - self.back_ns

    def monotonic_ns(self) -> int:
        return SystemClock().monotonic_ns()


def test_a_clock_set_back_is_told_and_changes_no_order(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre")
    clock = SetBack()
    centre = Centre(ground.config, clock)
    centre.start()
    with serving(centre) as url:
        line = Line(url, ground.tokens["duty"])
        with traffic(url, ground) as streams:
            before = at(line)
            clock.back_ns = round(BACK_S * 1e9)
            stepped_s = time.time()
            until(
                lambda: health(url, ground.tokens["duty"])["parts"]["clock"] == "stepped-back",
                "it is told",
            )
            assert health(url, ground.tokens["duty"])["state"] == "degraded"
            duty = ground.tokens["duty"]
            until(lambda: metrics(url, duty)["glasshield_clock_steps"] == 1.0, "it is counted")
            assert abs(metrics(url, duty)["glasshield_clock_ahead_seconds"] - BACK_S) < AHEAD_S
            until(lambda: at(line) > before, "pictures go on")
            assert tracks(line)
            until(lambda: len(since(streams["aurora"], stepped_s)) > 5, "batches are answered")
        line.close()
    centre.close()
    for stream in streams.values():
        assert stream.acknowledged == stream.outcomes
        assert all(one.answer is not None for one in stream.outcomes)
        written = [one.answer.json["at"] for one in stream.outcomes if one.answer is not None]
        assert written == sorted(written)
    steps = clock_entries(ground.config.store_file)
    assert len(steps) == 1
    assert abs(steps[0].back_ms / 1e3 - BACK_S) < TOLERANCE_S


def clock_entries(path: Path) -> list[ClockEntry]:
    """What the log says of its clock, after a look at the order of all times in it."""
    store = SqliteStore(path)
    entries = [decoded(each, str(path)) for each in store.entries(0, store.size)]
    store.close()
    times = [nanoseconds(each.at) for each in entries]
    assert all(first < then for first, then in itertools.pairwise(times))
    return [each for each in entries if isinstance(each, ClockEntry)]
