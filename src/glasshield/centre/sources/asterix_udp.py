"""A party's gateway for ASTERIX over UDP: what its radars send becomes detections to be signed.

Datagrams are signed by nobody, so a gateway listens inside a party's own network and signs with the
party's key what it then sends to a centre. A datagram holds whole data blocks; one that does not is
counted and left. Times of day are taken for those nearest to the clock of this machine.

Source: EUROCONTROL-SPEC-0149, Part 1, section 4 (data blocks).
"""

from __future__ import annotations

import contextlib
import io
import ipaddress
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange import asterix, checks
from glasshield.exchange.problems import Problem, Problems
from glasshield.exchange.sensors import Sensors
from glasshield.sensing.detections import Detections

_LARGEST: Final = 65_535
_HEAD: Final = 3  # category and length of a data block
_DAY_S: Final = 86_400.0
_BUFFER_BYTES: Final = 8 << 20  # of the system, for while this thread does not run
_LOOK_S: Final = 0.2  # how often the thread sees whether it is to end


@dataclass(frozen=True, slots=True)
class GatewayOptions:
    """How a gateway works.

    Attributes:
        gather_s: what comes within so many seconds is given out together.
        waiting_bytes: how much may wait to be looked at; what comes beyond is lost and counted.
        interface: the address of the network card on which a multicast group is joined.
        senders: addresses from which datagrams are taken; none for any.
    """

    gather_s: float = 0.05
    waiting_bytes: int = 16 << 20
    interface: str = ""
    senders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came within a span of time.

    Attributes:
        detections: of the known sensors, by time; what is made up apart from what is not.
        problems: what was wrong with the rest.
        first_came_s: before how long the first of it came.
    """

    detections: tuple[Detections, ...]
    problems: tuple[Problem, ...]
    first_came_s: float


@dataclass(frozen=True, slots=True)
class GatewayState:
    """What came so far.

    Attributes:
        datagrams: that were taken.
        detections: that were given out.
        rejected: records that were none, or of sensors that nobody knows.
        broken: datagrams that did not hold whole blocks.
        strangers: datagrams of others than the senders.
        lost: datagrams for which there was no room.
    """

    datagrams: int = 0
    detections: int = 0
    rejected: int = 0
    broken: int = 0
    strangers: int = 0
    lost: int = 0


class AsterixGateway:
    """A socket on which ASTERIX comes."""

    __slots__ = (
        "_arrived",
        "_bytes",
        "_clock",
        "_ended",
        "_options",
        "_sensors",
        "_socket",
        "_state",
        "_thread",
        "_waiting",
        "port",
    )

    def __init__(
        self,
        address: tuple[str, int],
        sensors: Sensors,
        options: GatewayOptions | None = None,
        clock: Callable[[], Instant] | None = None,
    ) -> None:
        """Listens from now on.

        Args:
            address: of this machine or of a multicast group, and the port; 0 for any that is free.
            sensors: whom SAC and SIC mean.
            options: how to work.
            clock: that says on which day a time of day lies, if not that of this machine.

        Raises:
            InputError: nobody can listen there.
        """
        self._sensors, self._options = sensors, options or GatewayOptions()
        self._clock = clock or _now
        self._socket = _listening(address, self._options.interface)
        self.port: int = self._socket.getsockname()[1]
        self._arrived, self._ended = threading.Condition(), False
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._bytes = 0
        self._state = GatewayState()
        self._thread = threading.Thread(target=self._listen, name="asterix", daemon=True)
        self._thread.start()

    def gathered(self, wait_s: float) -> Gathered | None:
        """What came; None where nothing did for so long, or this is closed.

        Args:
            wait_s: how long to wait for the first of it.
        """
        with self._arrived:
            self._arrived.wait_for(lambda: self._waiting or self._ended, wait_s)
            if not self._waiting:
                return None
            first_s = self._waiting[0][0]
            left_s = first_s + self._options.gather_s - time.monotonic()
            self._arrived.wait_for(lambda: self._ended, max(left_s, 0.0))
            datagrams = [data for _, data in self._waiting]
            self._waiting.clear()
            self._bytes = 0
        problems = Problems(Path("udp"))
        found = tuple(_detections(datagrams, self._sensors, problems, self._clock()))
        self._count(detections=sum(map(len, found)), rejected=problems.rejected)
        return Gathered(found, tuple(problems.all), time.monotonic() - first_s)

    def state(self) -> GatewayState:
        """What came so far."""
        with self._arrived:
            return self._state

    def close(self) -> None:
        """Listens no more."""
        with self._arrived:
            self._ended = True
            self._arrived.notify_all()
        self._thread.join()
        self._socket.close()

    def _listen(self) -> None:
        while not self._ended:
            try:
                data, (sender, *_) = self._socket.recvfrom(_LARGEST)
            except TimeoutError:
                continue
            self._take(data, sender)

    def _take(self, data: bytes, sender: str) -> None:
        options = self._options
        if options.senders and sender not in options.senders:
            self._count(strangers=1)
        elif not _is_whole(data):
            self._count(broken=1)
        elif self._bytes + len(data) > options.waiting_bytes:
            self._count(lost=1)
        else:
            with self._arrived:
                self._waiting.append((time.monotonic(), data))
                self._bytes += len(data)
                self._arrived.notify_all()
            self._count(datagrams=1)

    def _count(self, **more: int) -> None:
        with self._arrived:
            now = {name: getattr(self._state, name) + count for name, count in more.items()}
            self._state = replace(self._state, **now)


def _detections(
    datagrams: Sequence[bytes], sensors: Sensors, problems: Problems, now: Instant
) -> list[Detections]:
    """The detections of some datagrams; what is made up apart from what is not."""
    whole = _of_one(b"".join(datagrams), sensors, problems, now)
    if whole is None:
        return []
    if not whole.simulated or len(datagrams) == 1:
        return [whole]
    # A test target of one radar does not make another radar's plots made up.
    quiet = Problems(Path("udp"))
    parts = [_of_one(data, sensors, quiet, now) for data in datagrams]
    kinds = [[part for part in parts if part is not None and part.simulated is kind]
             for kind in (False, True)]  # fmt: skip
    return [Detections.join(kind).in_order() for kind in kinds if kind]


def _of_one(data: bytes, sensors: Sensors, problems: Problems, now: Instant) -> Detections | None:
    """The detections of some blocks, by time; none where there is none."""
    records = asterix.read_detections(io.BytesIO(data), sensors, problems, now)
    if records is None or not len(records):
        return None
    since_s = now.since_s(records.epoch)
    days = np.round((since_s - records.time_s[0]) / _DAY_S)
    time_s = records.time_s + days * _DAY_S
    records = replace(records, time_s=time_s, arrival_s=time_s)
    found = {name: sensors.find(name) for name in records.names}
    stations = {name: station for name, station in found.items() if station is not None}
    good = checks.possible(records, stations.__contains__, problems)
    return checks.detections(good, stations).in_order() if len(good) else None


def _is_whole(data: bytes) -> bool:
    """Whether a datagram is made of whole data blocks."""
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at + 1 : at + _HEAD], "big")
        if length <= _HEAD:
            return False
        at += length
    return at == len(data) > 0


def _listening(address: tuple[str, int], interface: str) -> socket.socket:
    """A socket on an address, or in a multicast group.

    Raises:
        InputError: nobody can listen there.
    """
    host, port = address
    with contextlib.ExitStack() as undo:
        try:
            group = ipaddress.ip_address(host)
            family = socket.AF_INET6 if group.version == 6 else socket.AF_INET
            made = undo.enter_context(socket.socket(family, socket.SOCK_DGRAM))
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
            if group.is_multicast:
                # Several gateways of one machine may listen to one group.
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((host, port))
            if group.is_multicast:
                _join(made, group, interface)
            made.settimeout(_LOOK_S)
        except (OSError, ValueError, OverflowError) as error:
            reason = str(getattr(error, "strerror", None) or error).lower()
            raise InputError(
                f"nobody can listen here ({reason})",
                where=f"udp://{host}:{port}",
                expected="an address of this machine or of a multicast group, and a free port",
            ) from None
        undo.pop_all()
    return made


def _join(
    made: socket.socket, group: ipaddress.IPv4Address | ipaddress.IPv6Address, interface: str
) -> None:
    """Enter a multicast group."""
    if group.version == 6:
        index = socket.if_nametoindex(interface) if interface else 0
        request = group.packed + struct.pack("@I", index)
        made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, request)
        return
    own = socket.inet_aton(interface or "0.0.0.0")  # any card
    made.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group.packed + own)


def _now() -> Instant:
    return Instant(time.time_ns() // 1000)
