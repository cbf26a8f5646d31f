"""What the benches share: the best of some rounds, and the processor's own limit."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np


def best_seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The least time that the work took; the others tell of what else the machine did."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def gigaflops_a_core(size: int = 1200) -> float:
    """Operations a second (1e9) of one core: a matrix product by the BLAS library, fused."""
    rng = np.random.default_rng(0)
    a, b = rng.random((2, size, size))
    return 2.0 * size**3 / best_seconds(lambda: a @ b) / 1e9


# Operations of one integration step, counted in the source: six right-hand sides of 170, the sums
# of the stages, the error; the coast's twelve of 45 come out alike.
FLOP_A_STEP = 1500.0


def row(what: str, figure: str, beside: str = "") -> None:
    """One line of a bench."""
    print(f"{what:46} {figure:>22}  {beside}")
