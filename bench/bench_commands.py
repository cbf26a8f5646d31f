"""How long the commands take as whole processes, from the shell's prompt to the next.

The peer is the bare interpreter: `python -c pass` in the same run, so that the ratio says what the
program adds to it on this machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
COMMANDS = (
    ("python -c pass", ["-c", "pass"], None),
    ("glasshield --help", ["-m", "glasshield", "--help"], 0.4),
    ("glasshield catalog show gbi2", ["-m", "glasshield", "catalog", "show", "gbi2"], None),
    (
        "glasshield flight infer",
        ["-m", "glasshield", "flight", "infer", "--apogee", "2111.5km", "--range", "787km"],
        None,
    ),
    (
        "glasshield flight plan",
        [
            *("-m", "glasshield", "flight", "plan", "--missile", "icbm-solid"),
            *("--from", "57.9,33.7", "--to", "38.9,-77.0"),
        ],
        0.6,
    ),
)


def seconds(arguments: list[str]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Times every command in turn, round by round, and prints medians and ratios."""
    taken: dict[str, list[float]] = {name: [] for name, _, _ in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments, _ in COMMANDS:
            taken[name].append(seconds(arguments))
    bare = statistics.median(taken[COMMANDS[0][0]])
    print(f"{'command':32} {'median s':>9} {'least s':>8} {'of bare python':>15} {'allowed s':>10}")
    for name, _, allowed in COMMANDS:
        middle = statistics.median(taken[name])
        print(
            f"{name:32} {middle:9.3f} {min(taken[name]):8.3f} {middle / bare:15.1f} "
            f"{'' if allowed is None else allowed:>10}"
        )


if __name__ == "__main__":
    main()
