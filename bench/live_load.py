"""The load of `bench_centre_live.py`: radars that see objects in free flight, parties that send.

Run as a process of its own, so that what it costs is not taken for the centre's:

    python bench/live_load.py send URL FOLDER BEGINS_US
    python bench/live_load.py watch URL FOLDER SECONDS TOKEN...
"""

from __future__ import annotations

import asyncio
import json
import math
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from glasshield.centre.api.frames import SUBPROTOCOL, unpack
from glasshield.centre.client.packing import packed
from glasshield.centre.unattended import read_key
from glasshield.earth.time import Instant
from glasshield.fusion.arcs import COAST_STEP_S, Arcs, Grid, arcs
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, measure
from glasshield.sensing.station import Station
from tests.centre.faults.talking import Outcome, Stream
from tests.fusion.made_up import states

PARTIES = ("birch", "cedar", "elm")
RADARS = 10
PROBABILITY = 0.97
PLACEHOLDER = Instant.parse("2030-01-01T00:00:00Z")
_LONGER_S = 5.0
_SOONEST_S = 0.01  # from a look until its detections are sent


@dataclass(frozen=True)
class Load:
    """How much is sent.

    Attributes:
        rate: detections a second.
        seconds: for how long.
        objects: in view of all radars.
    """

    rate: float
    seconds: float
    objects: int = 500

    @property
    def period_s(self) -> float:
        """Of each radar's looks."""
        return self.objects * RADARS * PROBABILITY / self.rate


def radars(load: Load) -> tuple[Station, ...]:
    """Ten radars around the middle of the objects, of three parties in turn."""
    angles = 2.0 * math.pi * np.arange(RADARS) / RADARS
    return tuple(
        Station(
            f"radar-{k}",
            math.radians(50.5 + 4.0 * math.sin(angle)),
            math.radians(26.0 + 7.0 * math.cos(angle)),
            party=PARTIES[k % len(PARTIES)],
            period_s=load.period_s,
            detection_probability=PROBABILITY,
        )
        for k, angle in enumerate(angles)
    )


def write_looks(load: Load, folder: Path) -> None:
    """Writes what each radar sees: for each look its time, its length and the body of a batch."""
    for station, seen in zip(radars(load), looks(load), strict=True):
        with (folder / f"{station.id}.looks").open("wb") as file:
            for time_s, found in seen:
                body = packed(found)
                file.write(np.array([time_s, len(body), len(found)]).tobytes() + body)


def looks(load: Load) -> Iterator[Iterator[tuple[float, Detections]]]:
    """What each radar sees, one after the other: the time of each look, and its detections."""
    rng = np.random.default_rng(1)
    half_s = 0.5 * load.seconds + _LONGER_S
    begin = _in_flight(rng, load.objects)
    flown = arcs(np.zeros(load.objects), begin, Grid(half_s, half_s, COAST_STEP_S), None)
    for number in range(RADARS):
        yield _looks(load, number, flown, rng)


def _looks(
    load: Load, number: int, flown: Arcs, rng: np.random.Generator
) -> Iterator[tuple[float, Detections]]:
    station, things = radars(load)[number], np.arange(load.objects)
    frames = Frames.of((station,)).take(np.zeros(load.objects, dtype=int))
    sigma = np.array([station.accuracy.range_m, station.accuracy.azimuth_rad,
                      station.accuracy.elevation_rad])  # fmt: skip
    for time_s in np.arange(load.period_s * number / RADARS, load.seconds, load.period_s):
        at = np.full(load.objects, time_s - 0.5 * load.seconds)
        seen = measure(frames, flown.at(at, things))[:, :3]
        seen += rng.normal(size=seen.shape) * sigma
        seen = seen[rng.uniform(size=load.objects) < PROBABILITY]
        yield (
            time_s,
            Detections.of(
                PLACEHOLDER,
                (station,),
                np.full(len(seen), time_s),
                0,
                range_m=seen[:, 0],
                azimuth_rad=seen[:, 1] % (2.0 * np.pi),
                elevation_rad=np.minimum(seen[:, 2], 0.5 * np.pi),  # noise at the zenith
                simulated=True,
            ),
        )


def _in_flight(rng: np.random.Generator, count: int) -> np.ndarray:
    """States about the highest point of flights that last for minutes yet."""
    begin = states(rng, count)
    outward = begin[:, :3] / np.linalg.norm(begin[:, :3], axis=1, keepdims=True)
    climb = np.einsum("ki,ki->k", begin[:, 3:], outward)
    begin[:, 3:] -= climb[:, None] * outward
    begin[:, :3] += 250e3 * outward
    return begin


def read_looks(path: Path, begins: Instant) -> Iterator[tuple[float, int, bytes]]:
    """When each look is to be sent, by the clock on the wall; its detections; the body."""
    old = PLACEHOLDER.isoformat().encode()
    new = _as_long(begins, len(old)).encode()
    with path.open("rb") as file:
        while head := file.read(24):
            time_s, length, count = np.frombuffer(head)
            body = file.read(int(length)).replace(old, new, 1)
            yield begins.posix_us / 1e6 + time_s + _SOONEST_S, int(count), body


def _as_long(instant: Instant, length: int) -> str:
    text = instant.isoformat()
    assert len(text) == length, "the load begins at a whole second"
    return text


def send(url: str, folder: Path, begins: Instant) -> None:
    """Sends what all radars see, each over a connection of its own; writes what became of it."""
    streams = []
    counts: dict[str, list[int]] = {}
    stations = radars(Load(**json.loads((folder / "load.json").read_text())))
    for station in stations:
        looks = read_looks(folder / f"{station.id}.looks", begins)
        signer = read_key(station.party, folder / "centre" / "keys")
        counts[station.id] = []
        streams.append(Stream(url, signer, _counted(looks, counts[station.id])))
    with ThreadPoolExecutor(len(streams)) as pool:
        list(pool.map(Stream.send, streams))
    rows = [
        (number, outcome.sent_s, outcome.took_s, *_answered(outcome), count)
        for number, (station, stream) in enumerate(zip(stations, streams, strict=True))
        for outcome, count in zip(stream.outcomes, counts[station.id], strict=False)
    ]
    np.save(folder / "sent.npy", np.array(rows, dtype=float))


def _counted(
    looks: Iterator[tuple[float, int, bytes]], counts: list[int]
) -> Iterator[tuple[float, bytes]]:
    for due_s, count, body in looks:
        counts.append(count)
        yield due_s, body


def _answered(outcome: Outcome) -> tuple[float, float]:
    """The status of an answer, and the time in the log that it tells."""
    if outcome.answer is None:
        return 0.0, 0.0
    if not outcome.is_acknowledged:
        return float(outcome.answer.status), 0.0
    return 200.0, Instant.parse(outcome.answer.json["at"]).posix_us / 1e6


def watch(url: str, folder: Path, seconds: float, tokens: list[str]) -> None:
    """Reads the live picture with each token; writes when which frame came, and how large."""
    asyncio.run(_watch_all(url, folder, seconds, tokens))


async def _watch_all(url: str, folder: Path, seconds: float, tokens: list[str]) -> None:
    until_s = time.time() + seconds
    kept: list[list[tuple[float, float, int, int]]] = [[] for _ in tokens]
    await asyncio.gather(
        *(_watch(url, token, rows, until_s) for token, rows in zip(tokens, kept, strict=True))
    )
    every = [(float(at), *row) for at, rows in enumerate(kept) for row in rows]
    np.save(folder / "seen.npy", np.array(every, dtype=float).reshape(-1, 5))


async def _watch(
    url: str, token: str, rows: list[tuple[float, float, int, int]], until_s: float
) -> None:
    """One reader: when a message came, the latest tick in it, its tracks and its bytes."""
    live = f"ws{url.removeprefix('http')}/v1/live"
    try:
        async with connect(
            live,
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            additional_headers={"Authorization": f"Bearer {token}"},
            max_size=64 << 20,
            proxy=None,
        ) as socket:
            async with asyncio.timeout(until_s - time.time()):
                async for message in socket:
                    came_s = time.time()
                    if isinstance(message, bytes):
                        frames = unpack(message)
                        latest = max(frame.time.posix_us for frame in frames) / 1e6
                        most = max(len(frame) for frame in frames)
                        rows.append((came_s, latest, most, len(message)))
    except (TimeoutError, ConnectionClosed):
        return


def main() -> None:
    """Sends, or watches."""
    what, url, folder, *rest = sys.argv[1:]
    if what == "send":
        send(url, Path(folder), Instant(int(rest[0])))
    else:
        watch(url, Path(folder), float(rest[0]), rest[1:])


if __name__ == "__main__":
    main()
