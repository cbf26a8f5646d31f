"""Simulated sensors that send to a centre in real time, over the same API as everybody.

A scenario is flown once, then its detections are sent when they would arrive; when all have come
down it begins again, with another seed. Each party sends by itself, signed with its own key.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from glasshield.catalog import Catalog
from glasshield.catalog.scenarios import Salvo
from glasshield.centre.bodies import NOTICE
from glasshield.centre.client.links import Link
from glasshield.centre.client.packing import CONTENT_TYPE, packed
from glasshield.centre.client.sending import NOTICES, Sender
from glasshield.earth import sphere
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.detections import UNKNOWN, Detections

# The sensors have been on for so long when the centre opens, so that there is a picture at once.
BACKLOG_S: Final = 4.5
_AHEAD_S: Final = 1.0
_EVERY_S: Final = 0.1
_PAUSE_S: Final = 15.0  # between the last detection and the next run
_PATIENCE_S: Final = 15.0
_END_S: Final = 5.0

_ISSUED_S: Final = 600.0  # before the launch
ANNOUNCED: Final = "announced"  # the salvo of the scenario of which notice is given
ANNOUNCER: Final = "birch"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the scenario, set into the present.

    Attributes:
        number: from 0.
        made: what flies and who sees it.
        begins: the instant at which the scenario's own time is 0.
        detections: those of each party in the order in which they arrive, without the truth.
        ends: when the next run begins.
    """

    number: int
    made: Simulation
    begins: Instant
    detections: Mapping[str, Detections]
    ends: Instant


def run(made: Simulation, number: int, now: Instant) -> Run:
    """A simulation set into the present: the first object is seen in a second.

    In the first run it has been seen for `BACKLOG_S` already.

    Args:
        made: what flies and who sees it.
        number: of the run.
        now: the present.
    """
    found = made.detections.by_arrival()
    first_s = float(found.arrival_s[found.truth >= 0].min())
    begins = now.plus_s(-(first_s + BACKLOG_S) if number == 0 else _AHEAD_S - first_s)
    later = found.take(found.arrival_s >= first_s - 1.0)
    owner = np.array([station.party for station in later.stations])[later.station_index]
    bare = replace(later, epoch=begins, truth=np.full(len(later), UNKNOWN, dtype=np.int32))
    parties = {station.party for station in later.stations}
    split = {party: bare.take(owner == party) for party in sorted(parties)}
    ends = begins.plus_s(float(found.arrival_s.max()) + _PAUSE_S)
    return Run(number, made, begins, split, ends)


class Sensors:
    """The simulated sensors of all parties of an exercise, each party in a thread of its own."""

    __slots__ = ("_ended", "_runs", "_said", "_senders", "_threads")

    def __init__(
        self,
        link: Link,
        signers: Mapping[str, Signer],
        first: Simulation,
        facts: Catalog,
        said: Callable[[str], None],
        to: str,
    ) -> None:
        """Prepares to send.

        Args:
            link: how the centre is reached.
            signers: the parties.
            first: what flies in the first run; the others fly the same with other seeds.
            facts: of the catalogue.
            said: is told what goes wrong, in one sentence.
            to: the name of the centre.
        """
        self._runs = _Runs(first, facts)
        self._said = said
        self._ended = threading.Event()
        self._senders = [
            Sender(link, signer, "exercise", _PATIENCE_S, to=to) for signer in signers.values()
        ]
        self._threads = [
            threading.Thread(target=self._send, args=(one,), name=f"sensors of {one.party}")
            for one in self._senders
        ]

    def start(self) -> None:
        """Begins to send."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends sending."""
        self._ended.set()
        for sender in self._senders:
            sender.give_up()
        for thread in self._threads:
            thread.join(_END_S)
        for sender in self._senders:
            sender.close()

    def _send(self, sender: Sender) -> None:
        """Sends one run of a party after the other."""
        number = 0
        while not self._ended.is_set():
            this = self._runs.numbered(number)
            if sender.party == ANNOUNCER:
                self._try(sender, notice(this).encode(), NOTICE, NOTICES)
            self._send_run(sender, this)
            number += 1

    def _send_run(self, sender: Sender, this: Run) -> None:
        """Sends what a party sees in a run as it arrives, then waits for the run to end."""
        detections = this.detections[sender.party]
        sent = 0
        while not self._ended.wait(_EVERY_S) and (now := _now()) < this.ends:
            come = int(
                np.searchsorted(detections.arrival_s, now.since_s(this.begins), side="right")
            )
            if come > sent:
                few = detections.take(slice(sent, come)).in_order()
                self._try(sender, packed(few), CONTENT_TYPE)
                sent = come

    def _try(self, sender: Sender, body: bytes, content_type: str, *path: str) -> None:
        """Sends a body; what the centre does not take is said and left out."""
        try:
            sender.send(body, content_type, *path)
        except InputError as error:
            if not self._ended.is_set():
                self._said(f"{sender.party}: {error.sentence}")


class _Runs:
    """The runs of a scenario, each made once for all parties."""

    __slots__ = ("_facts", "_first", "_lock", "_runs")

    def __init__(self, first: Simulation, facts: Catalog) -> None:
        self._first, self._facts = first, facts
        self._runs: dict[int, Run] = {}
        self._lock = threading.Lock()

    def numbered(self, number: int) -> Run:
        """The run of a number, which begins when the first party asks for it."""
        with self._lock:
            if number not in self._runs:
                self._runs = {number: run(self._made(number), number, _now())}
            return self._runs[number]

    def _made(self, number: int) -> Simulation:
        if number == 0:
            return self._first
        return simulate(self._first.scenario, self._facts, self._first.seed + number)


def notice(this: Run) -> str:
    """The notice of the one flight of a run that is announced, in the fields of a regime.

    Args:
        this: the run, whose launch lies ahead.
    """
    salvo = next(one for one in this.made.scenario.salvos if one.id == ANNOUNCED)
    launch = this.begins.plus_s(salvo.start.si)
    return "\n".join(
        (
            "EXERCISE EXERCISE EXERCISE",
            "LAUNCH NOTICE",
            "regime: plns",
            f"from: {ANNOUNCER}",
            f"issued: {_second(launch.plus_s(-_ISSUED_S))}",
            f"reference: exercise-{this.number + 1}",
            "",
            f"launch_window: {_second(launch.plus_s(-60.0))} to {_second(launch.plus_s(600.0))}",
            "missile_class: IRBM",
            *_where(salvo),
            "",
        )
    )


def _where(salvo: Salvo) -> tuple[str, ...]:
    """Where from, which way and where to, as the lines of a notice."""
    start, end = salvo.launch_position, salvo.target_position
    assert start is not None, "the scenario flies from place to place"
    assert end is not None, "the scenario flies from place to place"
    ends = (start.lat_rad, start.lon_rad, end.lat_rad, end.lon_rad)
    azimuth_deg = round(float(np.degrees(sphere.azimuth_rad(*ends)))) % 360
    return (
        f"launch_area: launch = circle of 80 km around {_place(start.lat_rad, start.lon_rad)}",
        f"launch_azimuth: {azimuth_deg} deg, {azimuth_deg - 8} to {azimuth_deg + 8} deg",
        f"impact_area: impact = circle of 100 km around {_place(end.lat_rad, end.lon_rad)}",
    )


def _place(lat_rad: float, lon_rad: float) -> str:
    lat_deg, lon_deg = (round(float(np.degrees(one)), 4) for one in (lat_rad, lon_rad))
    return f"{abs(lat_deg):g} {'NS'[lat_deg < 0]} {abs(lon_deg):g} {'EW'[lon_deg < 0]}"


def _second(at: Instant) -> Instant:
    """An instant to the second."""
    return Instant(at.posix_us // 1_000_000 * 1_000_000)


def _now() -> Instant:
    return Instant(time.time_ns() // 1000)
