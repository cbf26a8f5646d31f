"""What every test stands on: fixed seeds, a cache of its own, no screen."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections import Counter
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the files that take longest begin first, so that no worker waits for another's last one.

    A file with a test marked `slow` comes before those without, and of each kind the one with more
    tests. Workers are handed the files in this order (`--no-loadscope-reorder`).
    """
    if not hasattr(config, "workerinput"):
        return  # one process alone keeps the order of the tree
    tests = Counter(item.path for item in items)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path not in slow, -tests[item.path]))


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache for this run alone, so that no earlier result can make a test pass.

    The workers of a run share it: the same tables are made once, whoever needs them first.
    """
    own = tmp_path_factory.getbasetemp()
    run = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    folder = run / "cache"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GLASSHIELD_CACHE", str(folder))
        patch.delenv("GLASSHIELD_CATALOG", raising=False)
        yield folder
