"""A whole centre at work: signed batches over HTTP in, log on disk, live pictures out.

A process of `glasshield serve`, radars of three parties that see the same objects in free flight
and send each look as a signed batch over a connection of its own, and clients that read the live
picture over WebSockets. Senders and clients run on the same cores, and take their share. The
latency is that of a batch: from the moment at which its sender began to send it until a client has
the first frame that holds it. The anchor is what EUROCONTROL says of ARTAS: 2,000 reports a second,
4,000 tracks.

    python bench/bench_centre_live.py [--rate 50000] [--seconds 300] [--clients 20] [--folder DIR]
    python bench/bench_centre_live.py --short        half a minute
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import row

# isort: split
import numpy as np

from glasshield.centre.people.registered import Role
from glasshield.exchange.keys import new_signer
from live_load import PARTIES, Load, radars, write_looks
from tests.centre.faults.ground import Ground, Plan, person, prepared
from tests.centre.faults.served import Served
from tests.centre.faults.talking import metrics

ARTAS_REPORTS_PER_S = 2_000.0
ARTAS_TRACKS = 4_000
BEGINS_S = 4.0  # until the first look
AFTER_S = 2.0  # the clients read on
SETTLED_S = 5.0  # pictures have begun; latencies before are not counted
SHORT_S = 30.0
PARTS = 6  # into which the run is split for a look at how it went on
_BOUNDS_S = ("0.02", "0.05", "0.1", "0.2")
_UPTO = '_bucket{{le="{}"}}'
_CLOCK_HZ = os.sysconf("SC_CLK_TCK")

# Birch gets cedar's tracks coarsely, cedar everything ten seconds late, the staff all at once.
RULES = {
    "birch": """
[rule.late]
from = "birch"
to = ["cedar"]
kinds = ["events", "tracks"]
sensors = ["all"]
mode = "exercise"
delay = "10 s"
round = { position = "5 km", velocity = "50 m/s", time = "1 s" }
""",
    "cedar": """
[rule.coarse]
from = "cedar"
to = ["birch"]
kinds = ["events", "tracks"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
round = { position = "1 km", velocity = "10 m/s" }
covariance_factor = 4
""",
    "elm": """
[rule.late]
from = "elm"
to = ["cedar"]
kinds = ["events", "tracks"]
sensors = ["all"]
mode = "exercise"
delay = "10 s"
round = { position = "5 km", velocity = "50 m/s", time = "1 s" }
""",
}
STAFF = """
[rule.staff]
from = "{party}"
to = ["centre-staff"]
kinds = ["events", "tracks"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
name_sensors = true
"""
# What is kept is a minute's, so that some minutes show whether memory grows.
KEPT = "[picture]\nkeep_s = 60.0\nhistory_s = 60.0\n"
# Whose data each kind of client has at once.
VIEWERS = {"duty": PARTIES, "birch-desk": ("birch", "cedar"), "cedar-desk": ("cedar",),
           "elm-desk": ("elm",)}  # fmt: skip


@dataclass
class Watched:
    """What a process took of the machine, second by second.

    Attributes:
        pid: of the process.
        memory: its resident bytes, and when.
        threads: seconds of a core that each has taken, by its id.
    """

    pid: int
    memory: list[tuple[float, float]] = field(default_factory=list)
    threads: dict[int, float] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    _ended: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Looks once a second until it is told to end."""
        while not self._ended.wait(1.0):
            pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
            self.memory.append((time.time(), pages * os.sysconf("SC_PAGE_SIZE")))
            self.threads = thread_seconds(self.pid)

    def end(self) -> None:
        """Looks no more."""
        self._ended.set()


def thread_seconds(pid: int) -> dict[int, float]:
    """Seconds of a core that each thread of a process has taken."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            said = (task / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        found[int(task.name)] = (int(said[11]) + int(said[12])) / _CLOCK_HZ
    return found


def thread_names(pid: int, spy: str) -> dict[int, str]:
    """What Python calls the threads of a process; asked of py-spy, if it is there."""
    if not spy:
        return {}
    said = subprocess.run(
        [spy, "dump", "--nonblocking", "--json", "--pid", str(pid)], capture_output=True
    )
    if said.returncode != 0:
        return {}
    return {one["os_thread_id"]: one["thread_name"] or "main" for one in json.loads(said.stdout)}


def laid(folder: Path, load: Load) -> Ground:
    """The centre that is measured, and what its radars will see."""
    folder.mkdir(exist_ok=True)
    head = 'schema = "glasshield-rules/1"\n'
    rules = {party: head + RULES[party] + STAFF.format(party=party) for party in PARTIES}
    people = tuple(person(f"{party}-desk", Role.OPERATOR, party) for party in PARTIES)
    ground = prepared(folder / "centre", Plan(radars(load), rules, KEPT, people))
    (folder / "load.json").write_text(json.dumps(asdict(load)))
    write_looks(load, folder)
    return ground


def beside(*arguments: str) -> subprocess.Popen[bytes]:
    """A process of the load."""
    script = Path(__file__).with_name("live_load.py")
    return subprocess.Popen([sys.executable, str(script), *arguments])


def measure(ground: Ground, folder: Path, load: Load, asked: argparse.Namespace) -> None:
    """Runs it, and prints what it took."""
    kinds = [list(VIEWERS)[at % len(VIEWERS)] for at in range(asked.clients)]
    with Served.start(ground) as served:
        tokens = [ground.tokens[kind] for kind in kinds]
        seconds = f"{BEGINS_S + load.seconds + AFTER_S}"
        clients = beside("watch", served.url, str(folder), seconds, *tokens)
        begins_us = (int(time.time() + BEGINS_S)) * 1_000_000
        senders = beside("send", served.url, str(folder), str(begins_us))
        watched = Watched(served.process.pid)
        watched.names = thread_names(served.process.pid, asked.spy)
        thread = threading.Thread(target=watched.run)
        thread.start()
        if asked.profile:
            time.sleep(BEGINS_S + 0.5 * load.seconds)
            watched.names |= thread_names(served.process.pid, asked.spy)
            profiled(served.process.pid, asked.spy, Path(asked.profile))
        senders.wait()
        clients.wait()
        watched.end()
        thread.join()
        watched.names |= thread_names(served.process.pid, asked.spy)
        numbers = metrics(served.url, ground.tokens["duty"])
    report(folder, load, kinds, begins_us / 1e6)
    report_machine(watched, load, numbers)


def profiled(pid: int, spy: str, path: Path) -> None:
    """Where a process spends its time for ten seconds, as py-spy samples it."""
    options = ["--duration", "10", "--rate", "200", "--format", "raw", "--threads", "--gil"]
    subprocess.run(
        [spy, "record", *options, "--output", str(path), "--pid", str(pid)],
        capture_output=True,
        check=True,
    )


def report(folder: Path, load: Load, kinds: Sequence[str], begins_s: float) -> None:
    """Prints what was taken in, and how late it came out."""
    sent, seen = np.load(folder / "sent.npy"), np.load(folder / "seen.npy")
    radar, sent_s, took_s, status, at_s, count = sent.T
    taken = status == 200
    span_s = load.seconds
    acknowledged = count[taken].sum() / span_s
    row("detections sent a second", f"{count.sum() / span_s:,.0f}", f"{len(sent):,} batches")
    row("acknowledged a second", f"{acknowledged:,.0f}",
        f"{acknowledged / ARTAS_REPORTS_PER_S:.1f} times ARTAS")  # fmt: skip
    others = {int(code): int((status == code).sum()) for code in np.unique(status[~taken])}
    row("not taken", str(int((~taken).sum())), str(others or ""))
    late_s = sent_s - (begins_s + _due_s(load, radar))
    row("answer, ms", _quantiles(1e3 * took_s[taken]), "median, 99 %, longest")
    row("senders behind their time, ms", _quantiles(1e3 * late_s), "median, 99 %, longest")
    party = np.array([station.party for station in radars(load)])[radar.astype(int)]
    delays, when = [], []
    for client, kind in enumerate(kinds):
        rows = seen[seen[:, 0] == client]
        mine = taken & np.isin(party, VIEWERS[kind])
        delays.append(_delays(rows, at_s[mine], sent_s[mine]))
        when.append(sent_s[mine] - begins_s)
    report_latency(np.concatenate(delays), np.concatenate(when), span_s)
    staff = seen[np.isin(seen[:, 0], np.flatnonzero(np.array(kinds) == "duty"))]
    row("tracks shown", f"{int(np.median(staff[:, 3]))}",
        f"{np.median(staff[:, 3]) / ARTAS_TRACKS:.2f} times ARTAS")  # fmt: skip
    row("bytes a message", f"{int(np.median(staff[:, 4])):,}", "of the staff's picture")
    messages = len(seen) / len(kinds) / span_s
    row("messages a second and client", f"{messages:.1f}", f"{len(kinds)} clients")


def report_latency(delay_s: np.ndarray, when_s: np.ndarray, span_s: float) -> None:
    """Prints how long batches took to the clients, altogether and as time went on."""
    settled = when_s > SETTLED_S
    row("latency, ms", _quantiles(1e3 * delay_s[settled]), "median, 99 %, longest")
    row("never seen", f"{int(np.isinf(delay_s).sum())}", f"of {len(delay_s):,}")
    part = np.minimum((when_s / span_s * PARTS).astype(int), PARTS - 1)
    for number in range(PARTS):
        few = _quantiles(1e3 * delay_s[part == number])
        row(f"  from {span_s * number / PARTS:.0f} s on", few)


def _due_s(load: Load, radar: np.ndarray) -> np.ndarray:
    """When each look was to be sent, after the begin."""
    due = np.empty(len(radar))
    for number in range(len(radars(load))):
        own = radar == number
        first_s = load.period_s * number / len(radars(load))
        due[own] = first_s + load.period_s * np.arange(own.sum())
    return due


def _delays(rows: np.ndarray, at_s: np.ndarray, sent_s: np.ndarray) -> np.ndarray:
    """From sending each batch until a client had the first frame that holds it.

    A receipt tells the time in the log cut to the millisecond, so a frame has to be later by one.
    """
    if not len(rows):
        return np.full(len(at_s), np.inf)
    came_s, tick_s = rows[:, 1], np.maximum.accumulate(rows[:, 2])
    first = np.searchsorted(tick_s, at_s + 1e-3)
    return np.append(came_s, np.inf)[first] - sent_s


def _quantiles(values: np.ndarray) -> str:
    if not len(values):
        return "none"
    return ", ".join(f"{np.quantile(values, q, method='nearest'):,.1f}" for q in (0.5, 0.99, 1.0))


def report_machine(watched: Watched, load: Load, numbers: dict[str, float]) -> None:
    """Prints what the centre took of memory and of the cores."""
    when, used = np.array(watched.memory).T
    elapsed = when - when[0]
    half = elapsed > 0.5 * elapsed[-1]
    slope = np.polyfit(elapsed[half], used[half], 1)[0] * 60.0 if half.sum() > 5 else np.nan
    marks = [used[np.searchsorted(elapsed, part * elapsed[-1])] / 1e6 for part in (0.1, 0.5, 1.0)]
    row("memory, MB", ", ".join(f"{each:,.0f}" for each in marks), "after 10, 50, 100 %")
    row("memory grows, MB a minute", f"{slope / 1e6:,.1f}", "in the second half")
    total = sum(watched.threads.values()) / load.seconds
    row("cores taken by the centre", f"{total:.2f}", f"of {os.cpu_count()}")
    for task, spent in sorted(watched.threads.items(), key=lambda item: -item[1])[:8]:
        row(f"  {watched.names.get(task, task)}", f"{spent / load.seconds:.3f}", "of a core")
    for name in ("glasshield_tick_seconds", "glasshield_latency_seconds"):
        count = max(numbers[f"{name}_count"], 1.0)
        parts = [numbers[name + _UPTO.format(bound)] / count for bound in _BOUNDS_S]
        within = ", ".join(f"{part:.1%}" for part in parts)
        mean_ms = 1e3 * numbers[f"{name}_sum"] / count
        row(name, f"{mean_ms:.1f} ms in the mean", f"{within} within 20, 50, 100, 200 ms")
    shown = ("glasshield_frames", "glasshield_flood", "glasshield_refused", "glasshield_events")
    for name in sorted(numbers):
        if name.startswith(shown):
            row(name, f"{numbers[name]:,.0f}")


def report_limits(folder: Path) -> None:
    """Prints what the disk and a core allow at most."""
    path = folder / "flushed"
    with path.open("wb", buffering=0) as file:
        began = time.perf_counter()
        for _ in range(200):
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
        row("flushes of the disk", f"{200 / (time.perf_counter() - began):,.0f} /s")
    signer = new_signer("limit")
    data = os.urandom(300)
    signature = signer.sign(data)
    began = time.perf_counter()
    for _ in range(2000):
        assert signer.public.has_signed(data, signature)
    rate = 2000 / (time.perf_counter() - began)
    row("signatures checked on a core", f"{rate:,.0f} /s")


def asked() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rate", type=float, default=50_000.0, help="detections a second")
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--objects", type=int, default=500)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="on the disk that is meant")
    parser.add_argument("--short", action="store_true", help="half a minute")
    parser.add_argument("--spy", default="", help="the program py-spy, for the names of threads")
    parser.add_argument("--profile", default="", help="a file for py-spy's samples")
    found = parser.parse_args()
    found.seconds = SHORT_S if found.short else found.seconds
    return found


def main() -> None:
    """Print all of it."""
    options = asked()
    load = Load(options.rate, options.seconds, options.objects)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        report_limits(folder)
        measure(laid(folder, load), folder, load, options)


if __name__ == "__main__":
    main()
