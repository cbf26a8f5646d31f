from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.centre.api.asking import Client
from tests.centre.api.standing_in import StandIn


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[StandIn]:
    made = StandIn(tmp_path)
    yield made
    made.close()


@pytest.fixture
def client(centre: StandIn) -> Client:
    """Asks the interface without a server."""
    return Client(centre.app())
