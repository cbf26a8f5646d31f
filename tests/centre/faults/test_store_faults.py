"""The store of a running centre is full, or somebody else's: nothing is lost, all goes on after."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from glasshield.centre.log.sqlite_store import SqliteStore
from tests.centre.faults.ground import Ground, prepared
from tests.centre.faults.served import Served
from tests.centre.faults.talking import Line, Stream, health, metrics, until
from tests.centre.faults.traffic import at, since, tracks, traffic
from tests.centre.logged import LOCKS, in_another_process
from tests.centre.servers import missing

SMALL_MIB = 6
_GOOD = 'glasshield_good{part="store"}'


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A small disk in the place of a folder, with what lay there."""
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    make = f"mount -t tmpfs -o size={SMALL_MIB}m tmpfs {folder} && cp -a {kept}/. {folder}"
    holder = subprocess.Popen(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", f"{make} && echo there && cat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        if holder.stdout.readline() != "there\n":
            missing("the right to have a small disk")
        yield SmallDisk(holder.pid, folder)


@dataclass(frozen=True)
class SmallDisk:
    """A disk that only those see who are brought to it."""

    holder: int
    folder: Path

    @property
    def around(self) -> list[str]:
        """What brings a command to it."""
        return ["nsenter", f"--target={self.holder}", "--user", "--mount", "--preserve-credentials"]

    @property
    def path(self) -> Path:
        """Where it is reached from here."""
        return Path(f"/proc/{self.holder}/root{self.folder}")


def words(url: str, ground: Ground) -> tuple[str, str]:
    """The state of a centre, and that of its store."""
    found = health(url, ground.tokens["duty"])
    return found["state"], found["parts"]["store"]


def all_there(path: Path, streams: list[Stream]) -> None:
    """Every body that was acknowledged is in the store once, and nothing that was never sent."""
    store = SqliteStore(path)
    here = [bytes(each.body) for each in store.batches_since(0)]
    store.close()
    assert len(set(here)) == len(here)
    assert {one.body for stream in streams for one in stream.acknowledged} <= set(here)
    assert set(here) <= {one.body for stream in streams for one in stream.outcomes}


def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre")
    with small_disk(ground.config.data) as disk:
        with Served.start(ground, disk.around) as served:
            line = Line(served.url, ground.tokens["duty"])
            with traffic(served.url, ground) as streams:
                ballast = disk.path / "ballast"
                fill(ballast)
                is_told(served.url, ground, "full")
                is_refused(streams["aurora"], ground)
                before = at(line)
                until(lambda: at(line) > before, "pictures go on for those who read")
                assert tracks(line)
                ballast.unlink()
                goes_on(served.url, ground, streams["borealis"])
            line.close()
        copied = tmp_path / "copied.sqlite"
        shutil.copy(disk.path / ground.config.store_file.name, copied)
    all_there(copied, list(streams.values()))


def test_a_store_that_another_process_holds_is_told_and_waited_for(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre")
    path = ground.config.store_file
    with Served.start(ground) as served:
        line = Line(served.url, ground.tokens["duty"])
        with traffic(served.url, ground) as streams:
            other = in_another_process(LOCKS, str(path), "")
            is_told(served.url, ground, "locked")
            is_refused(streams["aurora"], ground)
            assert tracks(line)
            other.communicate("")
            goes_on(served.url, ground, streams["borealis"])
        line.close()
    all_there(path, list(streams.values()))


def test_a_second_centre_on_the_same_log_does_not_start(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre")
    command = [sys.executable, "-m", "glasshield", "serve", "--config", str(ground.file)]
    with Served.start(ground) as served:
        second = subprocess.run([*command, "--port", "0"], capture_output=True, text=True)
        assert second.returncode == 2
        assert "another process holds the store" in second.stderr
        assert len(second.stderr.strip().splitlines()) == 1
        assert words(served.url, ground) == ("good", "good")


def is_told(url: str, ground: Ground, word: str) -> None:
    """The centre says what is wrong with its store."""
    until(lambda: words(url, ground) == ("failing", word), f"the store is {word}")
    line = Line(url)
    assert line.ask("GET", "/healthz").status == 503
    line.close()
    assert metrics(url, ground.tokens["duty"])[_GOOD] == 0.0


def is_refused(stream: Stream, ground: Ground) -> None:
    """Batches are refused for now, and the answer says nothing of the centre's insides."""
    begin_s = time.time()
    until(lambda: len(since(stream, begin_s)) > 1, "batches are answered")
    answer = since(stream, begin_s)[0].answer
    assert answer is not None
    assert (answer.status, answer.code) == (503, "store")
    assert int(dict(answer.headers)["retry-after"]) >= 1
    assert str(ground.folder) not in answer.body.decode()


def goes_on(url: str, ground: Ground, stream: Stream) -> None:
    """All is well again, and batches are taken."""
    until(lambda: words(url, ground) == ("good", "good"), "the store is good again")
    begin_s = time.time()
    until(lambda: since(stream, begin_s), "batches are answered")
    assert since(stream, begin_s)[0].is_acknowledged


def fill(ballast: Path) -> None:
    """Fills a disk to its last byte."""
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
