"""Numbers about a running centre, in the text that Prometheus reads.

Source: Prometheus, Exposition formats, text format version 0.0.4.
"""

from __future__ import annotations

import bisect
import math
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
SECONDS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)

_Labels = tuple[tuple[str, str], ...]


class Counter:
    """A number that only grows."""

    __slots__ = ("_lock", "_value")

    def __init__(self) -> None:
        self._value = 0.0
        self._lock = threading.Lock()

    def add(self, amount: float = 1.0) -> None:
        """Count so many more."""
        with self._lock:
            self._value += amount

    @property
    def value(self) -> float:
        """How many there were."""
        return self._value


class Gauge:
    """A number that goes up and down: set, or asked for when it is read."""

    __slots__ = ("_ask", "_value")

    def __init__(self, ask: Callable[[], float] | None = None) -> None:
        self._ask, self._value = ask, 0.0

    def set(self, value: float) -> None:
        """What it is now."""
        self._value = value

    @property
    def value(self) -> float:
        """What it is now."""
        return self._value if self._ask is None else self._ask()


class Histogram:
    """How often a number was at most so large."""

    __slots__ = ("_bounds", "_counts", "_lock", "_sum")

    def __init__(self, bounds: Sequence[float]) -> None:
        self._bounds = tuple(bounds)
        self._counts = [0] * (len(bounds) + 1)
        self._sum = 0.0
        self._lock = threading.Lock()

    def observe(self, value: float) -> None:
        """Count a number."""
        with self._lock:
            self._counts[bisect.bisect_left(self._bounds, value)] += 1
            self._sum += value

    def lines(self, name: str, labels: _Labels) -> Iterator[str]:
        """What Prometheus reads of it."""
        with self._lock:
            counts, total = tuple(self._counts), self._sum
        upto = 0
        for bound, count in zip((*self._bounds, math.inf), counts, strict=True):
            upto += count
            yield f"{name}_bucket{_shown((*labels, ('le', _number(bound))))} {upto}"
        yield f"{name}_sum{_shown(labels)} {_number(total)}"
        yield f"{name}_count{_shown(labels)} {upto}"


Metric = Counter | Gauge | Histogram


@dataclass(slots=True)
class _Family:
    kind: str
    help: str
    members: dict[_Labels, Metric] = field(default_factory=dict)


class Metrics:
    """All numbers of one centre, each made when it is first asked for."""

    __slots__ = ("_families", "_lock")

    def __init__(self) -> None:
        self._families: dict[str, _Family] = {}
        self._lock = threading.Lock()

    def counter(self, name: str, about: str, **labels: str) -> Counter:
        """The counter of a name and labels."""
        found = self._found(("counter", name, about), labels, Counter)
        assert isinstance(found, Counter)
        return found

    def gauge(
        self, name: str, about: str, ask: Callable[[], float] | None = None, **labels: str
    ) -> Gauge:
        """The gauge of a name and labels.

        Args:
            name: of the metric.
            about: what it is.
            ask: gives its value when it is read; without it the value is set.
            labels: of the metric.
        """
        found = self._found(("gauge", name, about), labels, lambda: Gauge(ask))
        assert isinstance(found, Gauge)
        return found

    def histogram(
        self, name: str, about: str, bounds: Sequence[float] = SECONDS, **labels: str
    ) -> Histogram:
        """The histogram of a name and labels."""
        found = self._found(("histogram", name, about), labels, lambda: Histogram(bounds))
        assert isinstance(found, Histogram)
        return found

    def text(self) -> str:
        """All of them, as Prometheus reads them."""
        return "".join(f"{line}\n" for line in self._lines())

    def _found(
        self, family: tuple[str, str, str], labels: dict[str, str], make: Callable[[], Metric]
    ) -> Metric:
        kind, name, about = family
        with self._lock:
            found = self._families.setdefault(name, _Family(kind, about))
            key = tuple(sorted(labels.items()))
            if key not in found.members:
                found.members[key] = make()
            return found.members[key]

    def _lines(self) -> Iterator[str]:
        with self._lock:
            families = {name: (one, dict(one.members)) for name, one in self._families.items()}
        for name, (family, members) in sorted(families.items()):
            yield f"# HELP {name} {family.help}"
            yield f"# TYPE {name} {family.kind}"
            for labels, metric in sorted(members.items(), key=lambda item: item[0]):
                if isinstance(metric, Histogram):
                    yield from metric.lines(name, labels)
                else:
                    yield f"{name}{_shown(labels)} {_number(metric.value)}"


def _shown(labels: _Labels) -> str:
    """Labels in braces; nothing where there are none."""
    parts = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels)
    return f"{{{parts}}}" if parts else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    return "NaN" if math.isnan(value) else f"{value:.15g}"
