"""A centre that is killed again and again under load, and what has to hold afterwards."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.earth.time import Instant
from tests.centre.faults.flights import Watch, bodies, seen
from tests.centre.faults.ground import NORTH, SOUTH, Ground, Plan
from tests.centre.faults.served import Served
from tests.centre.faults.talking import Line, Outcome, Stream, until
from tests.centre.logged import ROOT

OBJECTS = 5
_RADARS = tuple(
    replace(each, id=f"{each.id}-{number}", period_s=0.1)
    for number in range(4)
    for each in (NORTH, SOUTH)
)
PLAN = Plan(_RADARS, config="[picture]\nlag_s = 5.0\n")
_LATEST_S = 30.0


@dataclass
class Sending:
    """A radar that goes on where it was interrupted: what got no answer is sent again.

    Attributes:
        party: whose.
        waiting: when what is due.
        outcomes: of all that was sent.
    """

    party: str
    waiting: deque[tuple[float, bytes]]
    outcomes: list[Outcome] = field(default_factory=list)

    def next(self) -> Iterator[tuple[float, bytes]]:
        """What is to be sent; it stays until it is acknowledged."""
        while self.waiting:
            yield self.waiting[0]
            self.waiting.popleft()

    def take(self, stream: Stream) -> None:
        """Notes what came of a stream."""
        self.outcomes += stream.outcomes
        assert all(each.answer is None or each.is_acknowledged for each in stream.outcomes)


@dataclass
class Trials:
    """A centre in a folder that is killed at given moments.

    Attributes:
        ground: its folder.
        sending: its radars, each over a connection of its own.
        back_s: from each start of the process to its first picture that shows objects.
        shown: how many objects a picture showed before each kill, and the first one after it.
    """

    ground: Ground
    sending: list[Sending]
    back_s: list[float] = field(default_factory=list)
    shown: list[tuple[int, int]] = field(default_factory=list)
    _before: int = 0

    @classmethod
    def of(cls, ground: Ground, span_s: float) -> Trials:
        """Trials that last for some time, from now on."""
        begins = Instant(int(time.time() + 1.0) * 1_000_000)
        made = []
        for radar in PLAN.stations:
            watch = Watch(OBJECTS, span_s, radar.period_s, radar.period_s)
            found = seen((radar,), watch)
            made.append(Sending(radar.party, deque(bodies(found, begins, watch.every_s))))
        return cls(ground, made)

    def killed(self, after_s: float) -> None:
        """Starts the centre, has it run under load for a while, and kills it."""
        served = Served.start(self.ground)
        try:
            self._await_picture(served)
            streams = [
                Stream(served.url, self.ground.signer(each.party), each.next()).start()
                for each in self.sending
            ]
            time.sleep(after_s)
            self._before = tracks_shown(served, self.ground)
        finally:
            served.kill()
        for each, stream in zip(self.sending, streams, strict=True):
            stream.join()
            each.take(stream)
        assert served.said.read_text() == ""

    def _await_picture(self, served: Served) -> None:
        """Waits until objects are shown again, found in nothing but what is kept."""
        if self._before:
            until(lambda: tracks_shown(served, self.ground), "a picture is back", _LATEST_S)
            self.back_s.append(time.monotonic() - served.began_s)
            self.shown.append((self._before, tracks_shown(served, self.ground)))

    def ended(self) -> None:
        """Sends again what got no answer, and ends the centre as its operator does."""
        with Served.start(self.ground) as served:
            for each in self.sending:
                lost = [one.body for one in each.outcomes if not one.is_acknowledged]
                left = iter([(0.0, body) for body in lost])
                stream = Stream(served.url, self.ground.signer(each.party), left)
                stream.send()
                assert len(stream.acknowledged) == len(lost)
                each.take(stream)

    def check(self) -> int:
        """Asserts that nothing was lost or doubled and that the log is sound; its batches."""
        store = SqliteStore(self.ground.config.store_file)
        here = Counter(bytes(each.body) for each in store.batches_since(0))
        store.close()
        sent = {one.body for each in self.sending for one in each.outcomes}
        assert set(here) == sent
        assert set(here.values()) == {1}
        self._check_log()
        return len(here)

    def _check_log(self) -> None:
        """An outsider verifies the log, and it gives the same pictures again."""
        exported = self.ground.folder / "exported.log"
        command = [sys.executable, "-m", "glasshield"]
        run([*command, "log", "export", str(self.ground.file), "--out", str(exported)])
        verifier = ROOT / "tools" / "verify_log.py"
        run([sys.executable, "-I", str(verifier), str(exported), "--log", self._log_key()])
        run([*command, "replay", str(self.ground.config.data)])

    def _log_key(self) -> str:
        return self.ground.seals.log.line


def tracks_shown(served: Served, ground: Ground) -> int:
    """How many objects the centre's staff sees."""
    line = Line(served.url, ground.tokens["duty"])
    pictures = line.get("/v1/pictures")["pictures"]
    line.close()
    return max((len(each["tracks"]) for each in pictures), default=0)


def run(command: list[str]) -> str:
    """What a command says that has to succeed."""
    found = subprocess.run(command, check=False, capture_output=True, text=True, cwd=Path(ROOT))
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout
