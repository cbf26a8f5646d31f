"""A centre killed under load has lost nothing, doubled nothing, and is back at once.

A few kills here; hundreds by hand:

    python bench/killed_centre.py 200
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.centre.faults.ground import prepared
from tests.centre.faults.killing import PLAN, Trials

KILLS = 2
LATEST_S = 1.5  # after the senders begin
SPAN_S = 60.0
BACK_S = 3.0  # what is promised; a machine with other work may take longer
SLACK_S = 6.0  # for such a machine: the promise itself is measured by hand


@pytest.mark.slow
def test_prop_a_centre_killed_under_load_loses_nothing_and_is_back(tmp_path: Path) -> None:
    trials = Trials.of(prepared(tmp_path / "centre", PLAN), SPAN_S)
    moments = random.Random(6)
    for _ in range(KILLS):
        trials.killed(moments.uniform(0.3, LATEST_S))
    trials.ended()
    assert trials.check() > 10 * KILLS  # it was under load
    assert max(trials.back_s) < BACK_S + SLACK_S
