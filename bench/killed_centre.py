"""A whole centre killed at random moments under load, hundreds of times.

    python bench/killed_centre.py [KILLS] [FOLDER]

After each SIGKILL the process is started again, and waited for until its picture shows objects,
made of what is on disk alone; then the senders go on. In the end every batch
that was acknowledged has to be in the log once, an outsider verifies the log, and `glasshield
replay` finds the same pictures.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from yardstick import row

# isort: split
import numpy as np

from tests.centre.faults.ground import prepared
from tests.centre.faults.killing import PLAN, Trials

LATEST_S = 2.0
A_KILL_S = 8.0  # how long one lasts at most, for the length of the flights


def main() -> None:
    """Kill, look, and print."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    moments = random.Random(kills)
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
        folder = Path(name)
        trials = Trials.of(prepared(folder / "centre", PLAN), min(A_KILL_S * kills, 900.0))
        for number in range(kills):
            trials.killed(moments.uniform(0.0, LATEST_S))
            if number % 20 == 19:
                print(f"{number + 1} kills, back after {trials.back_s[-1]:.2f} s", flush=True)
        trials.ended()
        batches = trials.check()
    outcomes = [one for each in trials.sending for one in each.outcomes]
    row("kills", str(kills))
    row("batches in the log", f"{batches:,}", "each once")
    row("acknowledged", f"{sum(one.is_acknowledged for one in outcomes):,}", "none lost")
    row("without an answer, sent again", f"{sum(one.answer is None for one in outcomes):,}")
    back = ", ".join(f"{np.quantile(trials.back_s, q):.2f}" for q in (0.5, 0.99, 1.0))
    row("back after a start, s", back, "median, 99 %, longest; limit 3")
    before, after = np.array(trials.shown).sum(axis=0)
    row("objects shown", f"{before} and {after}", "before the kills, and at once after them")


if __name__ == "__main__":
    main()
