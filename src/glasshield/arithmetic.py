"""How NumPy computes, said in the environment before it is loaded; where it is, nothing changes.

NumPy and its linear algebra take the widest instructions that they find, and the last digits go
with them. Kernels of our own give the same digits on every processor, these do not.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from typing import Final

# On small matrices the threads of linear algebra cost more than they bring: on a machine that has
# other work, threads that wait for each other take five times as long as one.
ALONE: Final[Mapping[str, str]] = {"OPENBLAS_NUM_THREADS": "1"}
# What every x86-64 processor since 2008 has, and nothing that only some have; in NumPy 2.4's names.
ALIKE: Final[Mapping[str, str]] = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Nehalem",
}


def alone() -> None:
    """Keeps linear algebra to one thread, where somebody has not said otherwise."""
    if "numpy" not in sys.modules:
        for name, value in ALONE.items():
            os.environ.setdefault(name, value)


def alike() -> None:
    """Gives the same digits on every x86-64 processor, for what is compared by its hash."""
    if "numpy" not in sys.modules:
        os.environ.update(ALONE)
        if platform.machine() in {"x86_64", "AMD64"}:
            os.environ.update(ALIKE)


def said() -> dict[str, str]:
    """What the environment of this process says of instructions, by name; empty for nothing."""
    return {name: os.environ.get(name, "") for name in ALIKE}
