"""`glasshield feed --to nats://...` as a process: what it says where nobody takes its batches."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from glasshield.centre.sources.nats_accounts import Listening, server_configuration
from glasshield.centre.sources.nats_link import write_user
from glasshield.centre.unattended import make_key
from glasshield.earth.time import Instant
from glasshield.exchange.parquet import write_detections
from glasshield.sensing.detections import Detections
from tests.centre.larger.recorded import station
from tests.centre.servers import NatsServer, nats_server, wait_until

SOON_S: Final = 20.0  # on a machine with other work; it gives up after 4 s
RAW: Final = ("Traceback", "Task was", "asyncio", "Exception in", "never retrieved", "Errno")


class Feeding:
    """A party's folder: its key, its recording, the keys of users of a NATS server."""

    def __init__(self, folder: Path, server: NatsServer) -> None:
        self.folder, self.server = folder, server
        make_key("aspen", folder)
        self.file = folder / "seen.parquet"
        write_detections(seen(), self.file)
        self.public = {
            name: write_user(folder / f"{name}.nkey") for name in ("centre", "aspen", "other")
        }

    def serve(self) -> None:
        """Start the server, with an account for the centre and one for the party."""
        listening = Listening(f"127.0.0.1:{self.server.port}", self.folder / "kept")
        accounts = {"aspen": self.public["aspen"]}
        self.server.start(server_configuration(listening, self.public["centre"], accounts))

    def begin(self, *options: str) -> subprocess.Popen[str]:
        """`glasshield feed` of the recording."""
        to = ("--to", self.server.address, "--as", "aspen", "--keys", str(self.folder))
        return subprocess.Popen(
            [sys.executable, "-m", "glasshield", "feed", str(self.file), *to, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def refused(self, *options: str) -> str:
        """The one sentence with which it ends, without anything raw, and soon."""
        process = self.begin(*options, "--rate", "max", "--keep-times")
        began_s = time.monotonic()
        out, err = process.communicate(timeout=60.0)
        assert time.monotonic() - began_s < SOON_S
        assert (process.returncode, out) == (2, ""), err
        (sentence,) = err.splitlines()
        assert not any(word in err for word in RAW), err
        return sentence


def seen() -> Detections:
    """Detections over some ten minutes."""
    return Detections.of(
        Instant.parse("2030-01-01T12:00:00Z"),
        (station("west", "aspen"),),
        np.linspace(0.0, 600.0, 600),
        np.zeros(600, dtype=np.int32),
        range_m=np.linspace(100e3, 200e3, 600),
        azimuth_rad=np.linspace(1.0, 2.0, 600),
        elevation_rad=np.linspace(0.1, 0.2, 600),
        simulated=True,
    )


@pytest.fixture
def feeding(tmp_path: Path) -> Iterator[Feeding]:
    with nats_server(tmp_path) as server:
        yield Feeding(tmp_path, server)


def test_no_server_is_said_soon_in_one_sentence(feeding: Feeding) -> None:
    said = feeding.refused()
    assert f"{feeding.server.address}: no NATS server answers; got connection refused" in said


def test_a_server_that_lets_nobody_in_is_said_with_what_to_do(feeding: Feeding) -> None:
    feeding.serve()
    said = feeding.refused()
    assert "the NATS server does not let this user in; got authorization violation" in said
    assert said.endswith("give the file of your user's key with --credentials.")
    said = feeding.refused("--credentials", str(feeding.folder / "other.nkey"))
    assert "the NATS server does not let this user in" in said
    assert said.endswith("has the public part of this key.")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
@pytest.mark.parametrize("is_served", [True, False])
def test_who_ends_it_reads_nothing_raw(
    feeding: Feeding, number: signal.Signals, code: int, *, is_served: bool
) -> None:
    """With a server, but without the stream, which the centre makes, it sends again and says so."""
    if is_served:
        feeding.serve()
    process = feeding.begin("--credentials", str(feeding.folder / "aspen.nkey"), "--rate", "max")
    assert process.stderr is not None
    first = process.stderr.readline() if is_served else ""
    while is_served and "no stream takes the batches" not in first:
        assert first, "it says why it waits"
        first = process.stderr.readline()
    if not is_served:
        time.sleep(1.5)
    process.send_signal(number)
    out, err = process.communicate(timeout=SOON_S)
    assert not any(word in err for word in RAW), err
    assert out == ""
    if is_served:
        assert process.returncode == code, err
        assert "It is sent again." in first
        assert "0 detections are on" in err


def test_what_the_stream_has_is_not_said_to_be_on_the_centres_disk(feeding: Feeding) -> None:
    from glasshield.centre.config import NatsAt
    from glasshield.centre.sources.nats_source import NatsSource

    feeding.serve()
    where = NatsAt(address=feeding.server.address, credentials=feeding.folder / "centre.nkey")
    source = NatsSource(where, lambda _parts, _via: pytest.fail("nothing comes yet"))
    source.start()
    wait_until(lambda: source.word() == "good", "the stream is made")
    source.close()  # the centre is away
    process = feeding.begin("--credentials", str(feeding.folder / "aspen.nkey"), "--rate", "max")
    out, err = process.communicate(timeout=SOON_S)
    assert process.returncode == 0, err
    assert "600 detections on the disk of the NATS stream" in out
    assert "the centre takes them from there" in out
    assert "centre's disk" not in out + err
