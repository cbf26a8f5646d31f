"""The samples of docs/larger.md, run as they stand there; only the ports are others."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path
from typing import Final

import nats
import pytest

from glasshield.centre.sources.asterix_udp import AsterixGateway
from glasshield.centre.sources.nats_link import NatsLink
from glasshield.exchange.sensors import sensors_for
from tests.centre.servers import nats_server
from tests.cli.run import glasshield

DOCS: Final = Path(__file__).parents[3] / "docs"
PAGE: Final = (DOCS / "larger.md").read_text(encoding="utf-8")


def samples(under: str) -> list[str]:
    """The Python under a heading."""
    section = PAGE.split(f"\n## {under}\n")[1].split("\n## ")[0]
    return re.findall(r"^```python\n(.*?)^```", section, re.M | re.S)


def run(sample: str) -> None:
    exec(compile(sample, "larger.md", "exec"), {})


def test_the_samples_for_nats_make_a_server_that_lets_both_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with nats_server(tmp_path) as server:
        for sample in samples("NATS JetStream"):
            run(sample.replace("127.0.0.1:4222", f"127.0.0.1:{server.port}"))
        server.start()

        async def named(user: str) -> bool:
            link = NatsLink(server.address, Path(f"{user}.nkey"))
            client = await nats.connect(**link.options(), allow_reconnect=False)
            is_in = client.is_connected
            await client.close()
            return is_in

        assert asyncio.run(named("centre"))
        assert asyncio.run(named("aspen"))


def test_the_sample_for_asterix_is_received_as_the_exercises_radar_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = glasshield("simulate", "joint-centre", "--out", "out/sim", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (sample,) = samples("ASTERIX over UDP")
    monkeypatch.setattr(time, "sleep", lambda _s: None)
    begun, sending = sample.split("begin, begin_s =")
    # The file of the sensors is there before anything is sent.
    run(begun)
    sensors = Path("out/sim/radars.toml")
    gateway = AsterixGateway(("127.0.0.1", 0), sensors_for([], sensors))
    try:
        run(f"{begun}begin, begin_s ={sending}".replace("8600", str(gateway.port)))
        found = gateway.gathered(20.0)
    finally:
        gateway.close()
    assert found is not None
    assert found.problems == ()
    (got,) = found.detections
    assert {one.id for one in got.stations} == {"west"}
    assert len(got) > 1000
    assert got.simulated
    assert f"--sensors {sensors} " in PAGE
    assert f"--sensors {sensors} " in (DOCS / "centre.md").read_text(encoding="utf-8")
