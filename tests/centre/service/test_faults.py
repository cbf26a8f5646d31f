"""What goes wrong while a centre runs: told in health, counted, and no matter of the others."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from glasshield.centre import decoding, intake
from glasshield.centre.bodies import TDM_XML
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.clock import SLOWED
from glasshield.centre.people.registered import PARTIES, read_parties, write_parties
from glasshield.centre.picture.engine import Engine
from glasshield.centre.turns import Turns
from glasshield.earth.time import Instant
from glasshield.errors import NumericalError
from glasshield.exchange.batches import Reason
from glasshield.exchange.log.entries import ClockEntry, PartyEntry, PictureEntry, ReceivedEntry
from glasshield.exchange.tdm_writing import write_tdm
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.centre.faults.flights import Watch
from tests.centre.faults.ground import Plan
from tests.centre.logged import LOCKS, in_another_process
from tests.centre.service.running import (
    ANSWER_S,
    HERE,
    Running,
    detections,
    entries,
    refused,
    running,
    within,
)

FLY = Watch(count=3, span_s=4.0, every_s=0.1)


def metric(found: Running, name: str) -> float:
    """A number as Prometheus reads it."""
    lines = found.centre.metrics.text().splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name))


def test_a_party_that_floods_waits_and_the_others_do_not(tmp_path: Path) -> None:
    slow = Plan(config="[limits]\nbatches_per_s = 5\nburst_s = 1")
    with running(tmp_path, slow) as here:
        at = here.centre.now()
        flood = [
            here.send("aurora", detections("north", at, 1, range_m=[4e5 + k])) for k in range(60)
        ]
        other = here.sent("borealis", detections("south", at))
        errors = [future.exception(ANSWER_S) for future in flood]
        held = [one for one in errors if isinstance(one, RefusedError)]
        assert not other.again
        assert 50 <= len(held) <= 55
        assert {one.code for one in held} == {Code.TOO_MANY}
        assert all(one.retry_after_s and one.retry_after_s <= 1.0 for one in held)
        assert metric(here, 'glasshield_flooded_total{party="aurora"}') == len(held)
        assert metric(here, 'glasshield_flooded_total{party="borealis"}') == 0.0
        assert within(ANSWER_S, lambda: "flooded" in here.centre.health().parts.values())
        assert here.centre.health().state == "degraded"
        log = entries(here.centre)
        assert sum(isinstance(one, ReceivedEntry) for one in log) == 61 - len(held)


def test_junk_has_to_wait_and_a_party_behind_the_same_address_has_not(tmp_path: Path) -> None:
    with running(tmp_path, Plan(config="[limits]\nrefused_per_s = 5\nburst_s = 1")) as here:
        junk = [here.centre.receive(Reason.MALFORMED, HERE) for _ in range(40)]
        codes = [refused(future).code for future in junk]
        assert codes.count(Code.TOO_MANY) >= 30
        assert here.sent("aurora", detections("north", here.centre.now())).count == 1


def test_a_reader_who_does_not_read_misses_pictures_and_holds_up_nobody(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        asleep = here.centre.subscribe(here.reader("duty"), lambda: None)
        awake = here.centre.subscribe(here.reader("duty"), lambda: None)
        seen = []
        for _ in range(40):
            time.sleep(0.05)
            found = awake.take()
            seen += [found.at] if found else []
        assert len(seen) >= 20
        assert seen == sorted(set(seen))
        latest = asleep.take()
        assert latest is not None
        assert latest.at >= seen[-1]
        assert asleep.take() is None
        assert asleep.skipped >= len(seen) - 1
        assert metric(here, "glasshield_frames_skipped") >= asleep.skipped
        assert here.centre.health().state == "good"


def test_a_key_revoked_in_mid_stream_ends_its_batches_and_sessions(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        asked = here.signed("aurora", b"nonce", "application/vnd.glasshield.session")
        token = here.centre.session(asked, HERE).token
        with pytest.raises(RefusedError) as again:
            here.centre.session(asked, HERE)
        assert again.value.code is Code.OUT_OF_ORDER
        live = here.centre.subscribe(here.centre.reader(token), lambda: None)
        body = detections("north", here.centre.now())
        here.sent("aurora", body)

        file = here.ground.config.data / PARTIES
        parties = read_parties(file)
        key = here.signer("aurora").public.fingerprint
        registry = parties.registry.revoked("aurora", key, here.centre.now())
        write_parties(type(parties)(registry, parties.witnesses, parties.stations), file)

        assert within(ANSWER_S, lambda: bool(live.closed))
        assert refused(here.send("aurora", body)).code is Code.NOT_TAKEN
        with pytest.raises(RefusedError):
            here.centre.reader(token)
        here.sent("borealis", detections("south", here.centre.now()))
        assert within(ANSWER_S, lambda: "revoke" in verbs(here))
        assert verbs(here) == ["add", "add", "revoke"]
        assert here.centre.health().state == "good"


def verbs(here: Running) -> list[str]:
    return [one.verb for one in entries(here.centre) if isinstance(one, PartyEntry)]


def test_a_file_of_parties_that_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        file = here.ground.config.data / PARTIES
        sound = file.read_text()
        file.write_text("party = ")
        assert within(ANSWER_S, lambda: here.centre.health().parts["parties"] == "unreadable")
        assert here.centre.health().state == "degraded"
        assert metric(here, 'glasshield_good{part="parties"}') == 0.0
        here.sent("aurora", detections("north", here.centre.now()))
        file.write_text(sound)
        assert within(ANSWER_S, lambda: here.centre.health().state == "good")


def test_a_full_disk_takes_nothing_loses_nothing_and_goes_on_with_space(tmp_path: Path) -> None:
    with running(tmp_path, Plan(config="[store]\nmost = 250000")) as here:
        taken, error = 0, None
        while error is None and taken < 300:
            body = detections("north", here.centre.now())
            future = here.send("aurora", body)
            found = future.exception(ANSWER_S)
            error = found if isinstance(found, RefusedError) else None
            taken += error is None
            time.sleep(0.01)
        assert error is not None
        assert (error.code, error.status) == (Code.STORE, 503)
        assert error.retry_after_s
        assert here.centre.health().parts["store"] == "full"
        assert here.centre.health().state == "failing"
        assert metric(here, 'glasshield_good{part="store"}') == 0.0
        at = here.centre.published("aurora").result(ANSWER_S).at
        assert within(ANSWER_S, lambda: here.centre.published("aurora").result(ANSWER_S).at > at)
        stored = [one for one in entries(here.centre) if isinstance(one, ReceivedEntry)]
        assert len(stored) == taken


def test_a_locked_store_takes_nothing_while_it_is_and_all_afterwards(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        body = detections("north", here.centre.now())
        other = in_another_process(LOCKS, str(here.ground.config.store_file), "")
        try:
            error = refused(here.send("aurora", body))
            assert (error.code, error.status) == (Code.STORE, 503)
            assert here.centre.health().parts["store"] == "locked"
            assert here.centre.health().state == "failing"
        finally:
            other.communicate()
        receipt = here.sent("aurora", body)
        assert not receipt.again
        assert within(ANSWER_S, lambda: here.centre.health().state == "good")


def went_on_s(here: Running, before: Instant) -> float:
    """How far the pictures have gone on since an instant."""
    return here.centre.published("aurora").result(ANSWER_S).at.since_s(before)


BACK_S = 10.0  # so long pictures would stand still that wait for the clock on the wall


def test_a_clock_set_back_stops_no_picture(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        here.fly(2.0, FLY)
        assert here.tracks("aurora") == 3
        before = here.centre.published("aurora").result(ANSWER_S).at
        here.clock.moved_s = -BACK_S
        assert within(0.5 * BACK_S, lambda: went_on_s(here, before) > 0.5 * SLOWED)
        assert here.centre.health().parts["clock"] == "stepped-back"
        assert here.centre.health().state == "degraded"
        assert within(ANSWER_S, lambda: metric(here, "glasshield_clock_steps") == 1.0)
        assert 0.8 * BACK_S < metric(here, "glasshield_clock_ahead_seconds") <= BACK_S
        here.sent("aurora", detections("north", here.centre.now()))
        here.clock.moved_s = 0.0
        assert within(ANSWER_S, lambda: here.centre.health().state == "good")
        steps = [one.back_ms for one in entries(here.centre) if isinstance(one, ClockEntry)]
        assert steps == [pytest.approx(10_000, abs=50)]
        ticks = [one.tick for one in entries(here.centre) if isinstance(one, PictureEntry)]
        assert ticks == sorted(set(ticks))


def test_a_second_centre_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        code = (
            "import sys; from pathlib import Path\n"
            "from glasshield.centre.config import read_config\n"
            "from glasshield.centre.service import Centre\n"
            "Centre(read_config(Path(sys.argv[1])))"
        )
        found = subprocess.run(
            [sys.executable, "-c", code, str(here.ground.file)],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert "another process holds the store" in found.stderr
        here.sent("aurora", detections("north", here.centre.now()))


def test_pictures_that_cannot_be_made_are_told_and_data_are_taken_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(tmp_path) as here:

        def failing(*_: object) -> None:
            raise NumericalError("an inner matter", where="test")

        monkeypatch.setattr(Engine, "advance", failing)
        assert within(ANSWER_S, lambda: here.centre.health().parts["picture"] == "failed")
        assert here.centre.health().state == "failing"
        error = here.centre.published("aurora").exception(ANSWER_S)
        assert isinstance(error, RefusedError)
        assert (error.status, "inner" in error.sentence) == (503, False)
        assert here.centre._pipeline.behind_s == 0.0
        here.sent("aurora", detections("north", here.centre.now()))


def test_a_source_beside_the_centre_is_started_told_of_and_closed(tmp_path: Path) -> None:
    words, said = ["good"], list[str]()

    class Beside:
        def start(self) -> None:
            said.append("start")

        def close(self) -> None:
            said.append("close")

        def word(self) -> str:
            return words[-1]

    with running(tmp_path) as here:
        here.centre.run_beside("nats", Beside())
        assert here.centre.health().state == "good"
        words.append("away")
        assert here.centre.health().parts["nats"] == "away"
        assert here.centre.health().state == "degraded"
        assert metric(here, 'glasshield_good{part="nats"}') == 0.0
    assert said == ["start", "close"]


def test_long_texts_of_one_party_do_not_hold_up_the_others(tmp_path: Path) -> None:
    patient = Plan(config="[limits]\nburst_s = 60")  # the time that texts take counts elsewhere
    with running(tmp_path, patient) as here:
        path = tmp_path / "long.xml"
        write_tdm(nobodys(8_000), path)
        message = path.read_bytes()
        write_tdm(nobodys(5), tmp_path / "short.xml")
        short = (tmp_path / "short.xml").read_bytes()
        slow = [here.send("aurora", message + b" " * k, TDM_XML) for k in range(8)]
        began_s = time.monotonic()
        other = here.send("borealis", short, TDM_XML)
        for _ in range(5):
            here.sent("borealis", detections("south", here.centre.now()))
        took_s = time.monotonic() - began_s
        assert took_s < 5.0  # beside other work; it takes milliseconds
        assert refused(other).where == "sensors"
        errors = [refused(future) for future in slow]
        read = [error for error in errors if error.code is Code.BAD_BODY]
        assert {error.where for error in read} == {"sensors"}
        assert {error.code for error in errors} == {Code.BAD_BODY, Code.TOO_MANY}
        assert len(read) == 2
        again = here.send("aurora", message, TDM_XML)
        assert refused(again).where == "sensors"


def test_parties_come_in_turn() -> None:
    turns: Turns[str] = Turns(2, "test")
    gate, done = threading.Event(), list[str]()
    first = turns.put("aurora", lambda: str(gate.wait(ANSWER_S)))
    assert first is not None
    waiting = [
        turns.put(party, partial(done.append, f"{party} {number}"))  # type: ignore[arg-type]
        for party, number in (("borealis", 1), ("borealis", 2), ("aurora", 2), ("cumulus", 1))
    ]
    assert turns.put("aurora", str) is None
    assert turns.put("borealis", str) is None
    gate.set()
    turns.close()
    assert done == ["borealis 1", "aurora 2", "cumulus 1", "borealis 2"]
    assert all(future is not None and future.done() for future in (first, *waiting))


def test_what_a_task_in_turn_fails_with_is_told() -> None:
    turns: Turns[float] = Turns(1, "test")
    failed = turns.put("aurora", lambda: 1 / 0)
    assert failed is not None
    assert isinstance(failed.exception(ANSWER_S), ZeroDivisionError)
    after = turns.put("aurora", lambda: 2.0)
    assert after is not None
    assert after.result(ANSWER_S) == 2.0
    turns.close()


def test_what_is_beyond_a_rate_is_not_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = list[int]()

    def counted(body: bytes, *more: str) -> object:
        bodies.append(len(body))
        return decoding.decoded(body, *more)

    monkeypatch.setattr(intake, "decoded", counted)
    slow = Plan(config="[limits]\ndetections_per_s = 100\nburst_s = 1")
    with running(tmp_path, slow) as here:
        junk = [here.send("aurora", b"[" * 50_000 + b" " * k) for k in range(20)]
        codes = [refused(future).code for future in junk]
        assert codes.count(Code.BAD_BODY) == len(bodies) == 1
        assert codes.count(Code.TOO_MANY) == 19
        many = here.sent("borealis", detections("south", here.centre.now(), 300))
        assert many.count == 300
        later = refused(here.send("borealis", detections("south", here.centre.now())))
        assert later.code is Code.TOO_MANY
        assert later.retry_after_s is not None
        assert later.retry_after_s > 1.0


A_ROW_S = 0.01  # more than one detection costs


def test_a_text_is_charged_for_the_time_that_it_took_whatever_came_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent_s, each_s, burst_s = [0.0], 3.0, 2.0

    def long(body: bytes, *more: str) -> object:
        spent_s[0] += each_s
        return decoding.decoded(body, *more)

    monkeypatch.setattr(intake, "decoded", long)
    monkeypatch.setattr(intake, "thread_time", lambda: spent_s[0])
    with running(tmp_path, Plan(config=f"[limits]\nburst_s = {burst_s}")) as here:
        assert refused(here.send("aurora", b"no message", TDM_XML)).code is Code.BAD_BODY
        later = refused(here.send("aurora", detections("north", here.centre.now())))
        assert later.code is Code.TOO_MANY
        assert later.retry_after_s is not None
        # Half of the time is a party's: six seconds' worth for three, of which it had two.
        assert 0.0 < later.retry_after_s <= 2.0 * each_s - burst_s + A_ROW_S
        for _ in range(3):  # what is no text is charged for by what it holds
            here.sent("borealis", detections("south", here.centre.now()))


def nobodys(count: int) -> Detections:
    """Detections of a sensor that the centre does not know."""
    stations = (Station("nobodys", 0.9, 0.3),)
    level = np.full(count, 0.5)
    time_s = np.arange(count) * 1e-3
    return Detections.of(
        Instant.parse("2026-11-22T12:00:00Z"),
        stations,
        time_s,
        0,
        range_m=1e6 * level,
        azimuth_rad=level,
        elevation_rad=level,
        simulated=True,
    )


def test_one_address_cannot_take_all_places(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        many = [here.send("aurora", detections("north", here.centre.now())) for _ in range(400)]
        elsewhere = here.signed("borealis", detections("south", here.centre.now()))
        assert here.centre.receive(elsewhere, "192.0.2.2").result(ANSWER_S).count == 1
        found = [future.exception(ANSWER_S) for future in many]
        assert {each.code for each in found if isinstance(each, RefusedError)} <= {Code.BUSY}
