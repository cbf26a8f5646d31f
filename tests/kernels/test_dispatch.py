"""Which copy of the compiled kernels runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from glasshield import kernels

pytestmark = pytest.mark.kernels

# From narrow to wide: what a processor has includes what stands before it.
ISAS = ("baseline", "avx2", "avx512")


@pytest.fixture(autouse=True)
def _best_isa_afterwards() -> Iterator[None]:
    yield
    kernels.set_isa(kernels.best_isa())


def test_the_kernels_asked_for_are_the_ones_under_test() -> None:
    asked = os.environ.get("GLASSHIELD_TEST_KERNELS")
    if asked is None:
        pytest.skip("no other kernels are asked for")
    assert Path(kernels.__file__).samefile(asked)


def test_the_widest_copy_runs_unless_another_is_chosen() -> None:
    assert kernels.isa() == kernels.best_isa()


@pytest.mark.parametrize("isa", ISAS)
def test_every_copy_that_the_processor_has_can_be_chosen(isa: str) -> None:
    if ISAS.index(isa) > ISAS.index(kernels.best_isa()):
        pytest.skip(f"this processor or this build has no {isa}")
    kernels.set_isa(isa)
    assert kernels.isa() == isa


@pytest.mark.parametrize("isa", ["", "sse9", "AVX2", "avx"])
def test_an_unknown_copy_is_refused_and_changes_nothing(isa: str) -> None:
    with pytest.raises(ValueError, match="no such instruction set"):
        kernels.set_isa(isa)
    assert kernels.isa() == kernels.best_isa()
