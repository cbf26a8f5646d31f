"""The compiled kernels' face: what `native/` offers."""

def isa() -> str:
    """The instruction set whose copy of the kernels runs: baseline, avx2 or avx512."""

def best_isa() -> str:
    """The widest instruction set that this build and this processor both have."""

def set_isa(name: str) -> None:
    """Chooses the instruction set for the whole process; for tests and benches.

    Raises:
        ValueError: when this build or this processor does not have it.
    """
