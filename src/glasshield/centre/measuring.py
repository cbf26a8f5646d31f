"""The numbers about a centre that are asked for when they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from glasshield.centre.health import GOOD, Part
from glasshield.centre.log.journal import Journal, State
from glasshield.centre.metrics import Metrics


def measure(metrics: Metrics, journal: Journal, parts: Mapping[str, Part]) -> None:
    """Have metrics tell of the journal and of the parts that health knows at the start."""
    of_state: tuple[tuple[str, str, Callable[[State], float]], ...] = (
        ("log_entries", "Entries of the log.", lambda state: state.size),
        ("log_sealed", "Entries under the last checkpoint.", lambda state: state.sealed),
        ("log_waiting", "Entries that wait to be written.", lambda state: state.waiting),
        ("log_transactions", "Transactions since the start.", lambda state: state.groups),
        ("batches_again", "Batches that came again.", lambda state: state.again),
        ("log_refused", "Entries that could not be written.", lambda state: state.refused),
        ("clock_steps", "How often the clock was set back.", lambda state: state.clock_steps),
    )
    for name, about, read in of_state:
        metrics.gauge(f"glasshield_{name}", about, _asked(journal, read))
    metrics.gauge(
        "glasshield_clock_ahead_seconds",
        "By how much the log is ahead of a clock that was set back.",
        lambda: journal.stamps.ahead_ns / 1e9,
    )
    for name, part in parts.items():
        measure_part(metrics, name, part)


def measure_part(metrics: Metrics, name: str, part: Part) -> None:
    """Have metrics tell of a part of the centre."""
    metrics.gauge(
        "glasshield_good", "Whether a part is as it should be.", _is_good(part), part=name
    )


def _asked(journal: Journal, read: Callable[[State], float]) -> Callable[[], float]:
    return lambda: float(read(journal.state()))


def _is_good(part: Part) -> Callable[[], float]:
    return lambda: float(part() == GOOD)
