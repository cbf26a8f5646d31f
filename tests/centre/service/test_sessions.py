"""Sessions of parties: asked for once, of one centre."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasshield.centre.bodies import JSON, NOTICE, RULES, SESSION_TYPE
from glasshield.centre.errors import Code, RefusedError
from tests.centre.service.running import HERE, Running, detections, refused, running


def test_what_binds_a_party_is_signed_for_one_centre(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        for meant in ("", "elsewhere.example/centre"):
            asked = here.signed("aurora", b"", SESSION_TYPE, to=meant)
            with pytest.raises(RefusedError, match="not signed for this centre"):
                here.centre.session(asked, HERE)
            for content_type in (RULES, NOTICE):
                batch = here.signed("aurora", b"x", content_type, to=meant)
                assert refused(here.centre.receive(batch, HERE)).where == "to"
        assert here.centre.session(here.signed("aurora", b"", SESSION_TYPE), HERE).token


def test_data_may_travel_unless_they_say_where_to(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        body = detections(_sensor(here), here.centre.now())
        here.centre.receive(here.signed("aurora", body, JSON, to=""), HERE).result(10.0)
        other = here.signed("aurora", body, JSON, to="elsewhere.example/centre")
        assert refused(here.centre.receive(other, HERE)).where == "to"


def test_a_request_that_was_answered_is_known_after_a_restart_even_from_a_fast_clock(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as before:
        asked = before.signed("aurora", b"", SESSION_TYPE, before.centre.now().plus_s(20.0))
        assert before.centre.session(asked, HERE).token
    with running(tmp_path, ground=before.ground) as after:
        with pytest.raises(RefusedError) as found:
            after.centre.session(asked, HERE)
        assert found.value.code is Code.OUT_OF_ORDER
        assert after.centre.session(after.signed("aurora", b"", SESSION_TYPE), HERE).token


def _sensor(here: Running) -> str:
    return here.centre.parties.stations["aurora"][0].id
