"""ASTERIX over real sockets: what radars send comes out as they measured it, dated right."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from glasshield.centre.sources.asterix_udp import (
    AsterixGateway,
    GatewayOptions,
    GatewayState,
    Gathered,
)
from glasshield.cli.feeding import Troubles
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.asterix_writing import write_asterix
from glasshield.exchange.sensors import Sensors
from glasshield.sensing.detections import Detections
from tests.centre.larger.recorded import station
from tests.centre.servers import wait_until

NOON: Final = Instant.parse("2030-01-01T12:00:00Z")
STATIONS: Final = (station("west"), station("east"))
IDENTITIES: Final = {"west": (25, 13), "east": (25, 14)}
SENSORS: Final = Sensors(
    stations={each.id: each for each in STATIONS},
    asterix={code: name for name, code in IDENTITIES.items()},
)
TICK_S: Final = 1.0 / 128.0  # what ASTERIX resolves of a time
RANGE_M: Final = 0.1  # of a range
ANGLE_RAD: Final = float(np.radians(0.006))  # of an angle
WAIT_S: Final = 20.0
SOON: Final = GatewayOptions(gather_s=0.05)


def measured(
    time_s: list[float], sensor: int = 0, *, epoch: Instant = NOON, simulated: bool = False
) -> Detections:
    count = len(time_s)
    return Detections.of(
        epoch,
        STATIONS,
        np.array(time_s),
        np.full(count, sensor),
        range_m=np.linspace(100e3, 200e3, count),
        azimuth_rad=np.linspace(1.0, 2.0, count),
        elevation_rad=np.linspace(0.1, 0.2, count),
        simulated=simulated,
    )


def datagram(
    detections: Detections,
    folder: Path,
    category: int = 15,
    identities: Mapping[str, tuple[int, int]] = IDENTITIES,
) -> bytes:
    path = folder / "one.ast"
    write_asterix(detections, path, category, identities)
    return path.read_bytes()


@pytest.fixture
def gateway() -> Iterator[AsterixGateway]:
    made = AsterixGateway(("127.0.0.1", 0), SENSORS, SOON, lambda: NOON)
    yield made
    made.close()


def sent(gateway: AsterixGateway, *datagrams: bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as radar:
        for data in datagrams:
            radar.sendto(data, ("127.0.0.1", gateway.port))


def came(gateway: AsterixGateway, datagrams: int) -> Gathered:
    """What a gateway gives out once so many datagrams are there."""
    wait_until(lambda: sum_of(gateway) >= datagrams, "all datagrams have come")
    found = gateway.gathered(WAIT_S)
    assert found is not None
    return found


def sum_of(gateway: AsterixGateway) -> int:
    state = gateway.state()
    return state.datagrams + state.broken + state.strangers + state.lost


@pytest.mark.parametrize("category", [15, 48])
def test_what_a_radar_sends_comes_out_as_it_measured_it(
    gateway: AsterixGateway, tmp_path: Path, category: int
) -> None:
    one = measured([0.25, 0.5, 1.0])
    sent(gateway, datagram(one, tmp_path, category))
    found = came(gateway, 1)
    (got,) = found.detections
    assert found.problems == ()
    assert [got.stations[at].id for at in got.station_index] == ["west"] * 3
    assert got.epoch.since_s(NOON) + got.time_s == pytest.approx(one.time_s, abs=TICK_S)
    resolved_m = RANGE_M if category == 15 else 1852.0 / 256.0
    assert got.range_m == pytest.approx(one.range_m, abs=resolved_m)
    assert got.azimuth_rad == pytest.approx(one.azimuth_rad, abs=ANGLE_RAD)
    assert got.elevation_rad == pytest.approx(one.elevation_rad, abs=ANGLE_RAD)
    assert not got.simulated
    assert gateway.state().detections == 3


def test_what_comes_together_is_given_out_together_and_by_time(
    gateway: AsterixGateway, tmp_path: Path
) -> None:
    sent(
        gateway,
        datagram(measured([2.0, 3.0]), tmp_path),
        datagram(measured([1.0, 2.5], sensor=1), tmp_path),
    )
    (got,) = came(gateway, 2).detections
    names = [got.stations[at].id for at in got.station_index]
    assert names == ["east", "west", "east", "west"]
    assert np.diff(got.time_s) == pytest.approx([1.0, 0.5, 0.5], abs=2 * TICK_S)
    assert gateway.gathered(0.0) is None


@pytest.mark.parametrize(
    ("now", "measured_at"),
    [
        ("2030-01-01T00:00:01Z", "2029-12-31T23:59:59Z"),
        ("2029-12-31T23:59:59Z", "2030-01-01T00:00:01Z"),  # a radar's clock may be ahead
        ("2030-01-01T23:59:59Z", "2030-01-01T23:59:58Z"),
    ],
)
def test_a_time_of_day_is_the_one_nearest_to_now(
    tmp_path: Path, now: str, measured_at: str
) -> None:
    clock, true = Instant.parse(now), Instant.parse(measured_at)
    gateway = AsterixGateway(("127.0.0.1", 0), SENSORS, SOON, lambda: clock)
    sent(gateway, datagram(measured([0.0, 0.5], epoch=true), tmp_path))
    (got,) = came(gateway, 1).detections
    assert got.epoch.since_s(true) + got.time_s == pytest.approx([0.0, 0.5], abs=TICK_S)
    gateway.close()


def test_a_group_of_detections_over_midnight_stays_together(tmp_path: Path) -> None:
    true = Instant.parse("2029-12-31T23:59:59.5Z")
    gateway = AsterixGateway(("127.0.0.1", 0), SENSORS, SOON, lambda: true.plus_s(1.0))
    sent(gateway, datagram(measured([0.0, 0.25, 0.75, 1.0], epoch=true), tmp_path))
    (got,) = came(gateway, 1).detections
    shift_s = got.epoch.since_s(true)
    assert shift_s + got.time_s == pytest.approx([0.0, 0.25, 0.75, 1.0], abs=TICK_S)
    gateway.close()


def test_test_targets_do_not_make_other_radars_plots_made_up(
    gateway: AsterixGateway, tmp_path: Path
) -> None:
    made_up = datagram(measured([1.0, 2.0], simulated=True), tmp_path)
    real = datagram(measured([1.5], sensor=1), tmp_path)
    sent(gateway, made_up, real)
    got = came(gateway, 2).detections
    assert [(len(part), part.simulated) for part in got] == [(1, False), (2, True)]


def test_unknown_radars_are_told_and_the_others_are_kept(
    gateway: AsterixGateway, tmp_path: Path
) -> None:
    other = datagram(measured([1.0, 2.0]), tmp_path, 15, {"west": (1, 2), "east": (1, 3)})
    sent(gateway, other, datagram(measured([3.0]), tmp_path))
    found = came(gateway, 2)
    assert [len(part) for part in found.detections] == [1]
    assert "SAC 1 SIC 2" in found.problems[0].sentence
    state = gateway.state()
    assert (state.detections, state.rejected) == (1, 2)


@pytest.mark.parametrize(
    "noise",
    [b"", b"\x0f", b"\x0f\x00\x03", b"\x0f\x00\xff\x01", b"\x30\x00\x05\xff\xff\x30", bytes(100)],
)
def test_what_is_no_block_is_counted_and_costs_nothing_else(
    gateway: AsterixGateway, tmp_path: Path, noise: bytes
) -> None:
    sent(gateway, noise, datagram(measured([1.0]), tmp_path), noise)
    found = came(gateway, 3)
    assert [len(part) for part in found.detections] == [1]
    assert gateway.state().broken == 2


def test_noise_is_told_at_once_then_once_in_a_while_and_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now_s = [0.0]
    troubles = Troubles("en", lambda: now_s[0])
    for number in range(1, 121):  # eight a second
        troubles.say(GatewayState(broken=number), ())
        now_s[0] += 0.125
    said = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in said] == ["1", "41", "81"]
    troubles.say_rest(GatewayState(broken=120))
    troubles.say_rest(GatewayState(broken=120))
    assert capsys.readouterr().err == (
        "120 datagrams so far held no whole ASTERIX blocks, and were left\n"
    )


def test_prop_noise_that_looks_like_blocks_never_ends_it(
    gateway: AsterixGateway, tmp_path: Path
) -> None:
    random = np.random.default_rng(3)
    for number in range(60):
        body = random.bytes(int(random.integers(1, 60)))
        category = (15, 48, 62, 21)[number % 4]
        sent(gateway, bytes([category]) + (len(body) + 3).to_bytes(2, "big") + body)
    sent(gateway, datagram(measured([1.0]), tmp_path))
    wait_until(lambda: sum_of(gateway) >= 61, "all datagrams have come")
    while gateway.gathered(0.0) is not None:
        pass
    assert gateway.state().detections >= 1


def test_strangers_are_not_listened_to(tmp_path: Path) -> None:
    options = replace(SOON, senders=frozenset({"127.0.0.2"}))
    gateway = AsterixGateway(("127.0.0.1", 0), SENSORS, options, lambda: NOON)
    sent(gateway, datagram(measured([1.0]), tmp_path))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as radar:
        radar.bind(("127.0.0.2", 0))
        radar.sendto(datagram(measured([1.0, 2.0]), tmp_path), ("127.0.0.1", gateway.port))
    found = came(gateway, 2)
    assert [len(part) for part in found.detections] == [2]
    assert gateway.state().strangers == 1
    gateway.close()


def test_what_there_is_no_room_for_is_lost_and_counted(tmp_path: Path) -> None:
    data = datagram(measured([1.0]), tmp_path)
    options = replace(SOON, waiting_bytes=3 * len(data))
    gateway = AsterixGateway(("127.0.0.1", 0), SENSORS, options, lambda: NOON)
    sent(gateway, *[data] * 5)
    found = came(gateway, 5)
    assert gateway.state().lost == 2
    assert [len(part) for part in found.detections] == [3]
    gateway.close()


def test_a_multicast_group_is_joined(tmp_path: Path) -> None:
    options = replace(SOON, interface="127.0.0.1")
    gateway = AsterixGateway(("239.255.42.15", 0), SENSORS, options, lambda: NOON)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as radar:
        radar.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
        radar.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
        radar.sendto(datagram(measured([1.0]), tmp_path), ("239.255.42.15", gateway.port))
    assert [len(part) for part in came(gateway, 1).detections] == [1]
    gateway.close()


@pytest.mark.parametrize("address", [("192.0.2.1", 0), ("radar", 8600), ("127.0.0.1", 70_000)])
def test_where_nobody_can_listen_is_told(address: tuple[str, int]) -> None:
    with pytest.raises(InputError, match=f"udp://{address[0]}:{address[1]}: nobody can listen"):
        AsterixGateway(address, SENSORS)


def test_it_ends_while_somebody_waits(gateway: AsterixGateway) -> None:
    assert gateway.gathered(0.0) is None
    gateway.close()
    assert gateway.gathered(WAIT_S) is None
