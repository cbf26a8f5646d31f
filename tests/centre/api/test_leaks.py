"""What others do shows nowhere: two centres that differ in it give a viewer the same bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from glasshield.centre.api.endpoints import endpoints
from tests.centre.api.asking import Client
from tests.centre.api.standing_in import (
    OTHER,
    TOKENS,
    VIEWER,
    StandIn,
    batch,
    bearer,
    event,
    headers_of,
    shown,
)

BODY = b'{"schema":"glasshield-detections/1"}'
SEEDS = range(5)


def asked(centre: StandIn, who: str) -> list[tuple[object, ...]]:
    """All that a reader can get, with every header."""
    client = Client(centre.app())
    found: list[tuple[object, ...]] = []
    for each in endpoints(centre.centre):
        if each.method != "GET" or each.name == "metrics" or "/log/" in each.path:
            continue
        for file in each.path_values.get("file", ("",)):
            path = each.path.replace("{picture}", "1").replace("{number}", "2")
            path = path.replace("{file}", file).replace("{request}", "known")
            path += "?seen=russia/armavir&time=2030-01-01T00:00:00Z" * (each.name == "explain")
            answer = client.get(path, bearer(who) if who else None)
            headers = tuple(sorted(answer.headers.items()))
            found.append((path, answer.status_code, answer.content, headers))
    return found


@pytest.mark.parametrize("who", ["other", "liaison", ""])
@pytest.mark.parametrize("seed", SEEDS)
def test_prop_what_others_see_and_send_shows_nowhere(tmp_path: Path, who: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    answers = []
    for number in range(2):
        (tmp_path / str(number)).mkdir()
        centre = StandIn(tmp_path / str(number))
        centre.pictures = {VIEWER: (), OTHER: (shown(2, viewer=OTHER),)}
        centre.told = {OTHER: (event(1),)}
        if number:
            centre.pictures[VIEWER] = tuple(
                shown(int(rng.integers(1, 30)), picture=1 + at) for at in range(rng.integers(1, 4))
            )
            centre.told[VIEWER] = tuple(event(1 + at) for at in range(rng.integers(1, 9)))
            for sequence in range(rng.integers(1, 6)):
                body = BODY + bytes([sequence])
                parts = headers_of(batch(body, sequence=sequence))
                assert Client(centre.app()).post("/v1/batches", parts, body).status_code == 200
            asked(centre, "party")
        answers.append(asked(centre, who))
        centre.close()
    assert answers[0] == answers[1]
    assert any(status == 200 for _, status, *_ in answers[0])


def test_the_test_would_see_a_leak(tmp_path: Path) -> None:
    """Who does see something gets other bytes."""
    answers = []
    for count in (1, 2):
        (tmp_path / str(count)).mkdir()
        centre = StandIn(tmp_path / str(count))
        centre.pictures = {VIEWER: (shown(count),)}
        answers.append(asked(centre, "party"))
        centre.close()
    assert answers[0] != answers[1]
    assert set(TOKENS) > {"party", "other", "liaison"}
