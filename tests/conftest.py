"""What every test stands on: fixed seeds, a cache of its own, no screen."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

import glasshield

hypothesis.settings.register_profile(
    "house", derandomize=True, deadline=None, database=None, print_blob=False
)
hypothesis.settings.load_profile("house")

os.environ["MPLBACKEND"] = "Agg"


# Another build of the kernels to test in the place of the installed one, such as a checked one.
OTHER_KERNELS = "GLASSHIELD_TEST_KERNELS"


def pytest_configure() -> None:
    """Put the other kernels in place before any test imports them."""
    path = os.environ.get(OTHER_KERNELS)
    if path:
        spec = importlib.util.spec_from_file_location("glasshield.kernels", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules["glasshield.kernels"] = module
        # `from glasshield import kernels` reads the package before it reads the modules.
        vars(glasshield)["kernels"] = module


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache for this run alone, so that no earlier result can make a test pass."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GLASSHIELD_CACHE", str(folder))
        patch.delenv("GLASSHIELD_CATALOG", raising=False)
        yield folder
