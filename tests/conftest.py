"""What every test stands on: fixed seeds, a cache of its own, no screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile(
    "house", derandomize=True, deadline=None, database=None, print_blob=False
)
hypothesis.settings.load_profile("house")

os.environ["MPLBACKEND"] = "Agg"


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache for this run alone, so that no earlier result can make a test pass."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GLASSHIELD_CACHE", str(folder))
        patch.delenv("GLASSHIELD_CATALOG", raising=False)
        yield folder
