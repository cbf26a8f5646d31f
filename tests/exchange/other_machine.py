"""Computes a statement again as another machine would: other threads, other instructions.

Run as a program, with a statement and a number of threads: prints every difference as JSON.
"""

from __future__ import annotations

import ast
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from glasshield import kernels
from glasshield.exchange.exercised import Reviewed
from glasshield.exchange.rerun import rerun
from glasshield.exchange.statements import read
from glasshield.workspace import Cache, Workspace

# What processors of the year 2008 lack: for NumPy, for its linear algebra, for the C library.
OLD_PROCESSOR = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Nehalem",
    "OPENBLAS_NUM_THREADS": "1",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F",
}


def with_threads(threads: int) -> int:
    """How many kernels were made to run on so many threads, whatever they are asked for."""
    face = Path(kernels.__file__).with_name("kernels.pyi").read_text(encoding="utf-8")
    functions = [node for node in ast.parse(face).body if isinstance(node, ast.FunctionDef)]
    changed = 0
    for function in functions:
        names = [argument.arg for argument in function.args.args]
        if "threads" in names:
            _replace(function.name, names.index("threads"), threads)
            changed += 1
    return changed


def _replace(name: str, place: int, threads: int) -> None:
    kernel = getattr(kernels, name)

    def on_so_many(*arguments: Any) -> Any:
        return kernel(*arguments[:place], threads, *arguments[place + 1 :])

    setattr(kernels, name, on_so_many)


def main(statement: str, threads: str) -> None:
    assert with_threads(int(threads)) > 5
    kernels.set_isa("baseline")
    with tempfile.TemporaryDirectory() as cold:
        content = read(Path(statement)).content
        assert not isinstance(content, Reviewed), "an exercise is run again elsewhere"
        found = rerun(content, Workspace(Cache(Path(cold))))
    print(json.dumps([one.to_json("signed", "here") for one in found]))


if __name__ == "__main__":
    main(*sys.argv[1:])
