"""What a running centre takes, and what it refuses: nothing of that stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glasshield.centre.bodies import JSON, MSGPACK, NOTICE, RULES, SESSION_TYPE
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.service import Centre
from glasshield.exchange.batches import Envelope, Reason, SignedBatch, sign_batch
from glasshield.exchange.keys import new_signer
from glasshield.exchange.log.entries import (
    CentreEntry,
    ReceivedEntry,
    RefusedEntry,
    RulesEntry,
)
from tests.centre.faults.ground import ALL_TO_ALL
from tests.centre.service.running import (
    ANSWER_S,
    HERE,
    Running,
    detections,
    entries,
    refused,
    running,
    within,
)
from tests.centre.service.test_kept_notices import text

DAY_S = 86_400.0


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("centre")) as found:
        yield found


def received(centre: Centre) -> int:
    return sum(isinstance(one, ReceivedEntry) for one in entries(centre))


def test_a_batch_is_acknowledged_when_it_is_on_disk_and_counts_once(here: Running) -> None:
    before = received(here.centre)
    body = detections("north", here.centre.now(), 3)
    first = here.sent("aurora", body)
    again = here.sent("aurora", body)
    assert (first.count, first.again, again.again) == (3, False, True)
    assert first.batch == again.batch
    assert received(here.centre) == before + 1
    assert first.at.endswith("000000Z")  # to the millisecond
    assert "index" not in type(first).__struct_fields__


def test_whoever_is_not_known_is_told_the_same_whatever_is_wrong(here: Running) -> None:
    before = received(here.centre)
    body = detections("north", here.centre.now())
    good = here.signed("aurora", body)
    stranger = new_signer("aurora")
    nobody = new_signer("nobody")
    envelope = Envelope("exercise", JSON, 1, here.centre.now())
    late = Envelope("exercise", JSON, 1, here.centre.now().plus_s(-301.0))
    ahead = Envelope("exercise", JSON, 1, here.centre.now().plus_s(31.0))
    wrong: list[SignedBatch | Reason] = [
        sign_batch(stranger, body, envelope),
        sign_batch(nobody, body, envelope),
        sign_batch(here.signer("aurora"), body, late),
        sign_batch(here.signer("aurora"), body, ahead),
        SignedBatch(good.header, good.signature, body + b" "),
        SignedBatch(good.header, bytes(64), body),
        SignedBatch(b"{}", good.signature, body),
        Reason.MALFORMED,
    ]
    told = {refused(here.centre.receive(parts, "")).sentence for parts in wrong}
    assert len(told) == 1
    assert refused(here.centre.receive(wrong[0], "")).status == 401
    assert received(here.centre) == before


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"sensors": ["south"]}, "sensors"),
        ({"sensor": [1]}, "sensor"),
        ({"time_s": [0.0, 1.0]}, "sensor"),
        ({"azimuth_rad": [None]}, "record 1"),
        ({"azimuth_rad": [7.0]}, "record 1"),
        ({"elevation_rad": [2.0]}, "record 1"),
        ({"range_m": [-1.0]}, "record 1"),
        ({"range_m": [0.0]}, "record 1"),
        ({"sigma_range_m": [0.0]}, "record 1"),
        ({"epoch": "yesterday, at about noon"}, "epoch"),
        ({"epoch": "2026-11-22T12:00:00"}, "epoch"),
        ({"schema": "glasshield-detections/9"}, "schema"),
        ({"snr_dB": [1.0]}, "body"),
        (
            {"sensor": [], "time_s": [], "azimuth_rad": [], "elevation_rad": [], "range_m": []},
            "body",
        ),
        ({"time_s": "AAA="}, "time_s"),
    ],
)
def test_a_body_that_cannot_be_is_refused_as_a_whole(
    here: Running, changed: dict[str, Any], where: str
) -> None:
    before = received(here.centre)
    error = refused(here.send("aurora", detections("north", here.centre.now(), **changed)))
    assert (error.code, error.status, error.where) == (Code.BAD_BODY, 422, where)
    assert received(here.centre) == before


@pytest.mark.parametrize(
    ("content_type", "code"),
    [
        ("text/html", Code.CONTENT_TYPE),
        (SESSION_TYPE, Code.CONTENT_TYPE),
        (MSGPACK, Code.BAD_BODY),
        ("application/ccsds-tdm", Code.BAD_BODY),
        ("application/ccsds-tdm+xml", Code.BAD_BODY),
        ("application/vnd.apache.parquet", Code.BAD_BODY),
        ("application/vnd.glasshield.notice", Code.BAD_BODY),
        (RULES, Code.BAD_BODY),
    ],
)
def test_a_body_of_another_content_type_is_refused(
    here: Running, content_type: str, code: Code
) -> None:
    body = detections("north", here.centre.now())
    assert refused(here.send("aurora", body, content_type)).code is code


def test_real_data_never_come_into_an_exercise(here: Running) -> None:
    envelope = Envelope("real", JSON, 1, here.centre.now())
    body = detections("north", here.centre.now())
    parts = sign_batch(here.signer("aurora"), body, envelope)
    error = refused(here.centre.receive(parts, HERE))
    assert (error.code, error.where) == (Code.BAD_BODY, "mode")


def test_a_sender_is_refused_by_header_before_its_body_comes(here: Running) -> None:
    good = here.signed("aurora", b"x").http_headers()
    here.centre.may_send(good["Glasshield-Batch"], good["Glasshield-Signature"], HERE)
    with pytest.raises(RefusedError) as caught:
        here.centre.may_send(good["Glasshield-Batch"], "AAAA", HERE)
    assert caught.value.code is Code.NOT_TAKEN


def test_rules_come_into_force_by_signature_and_older_ones_never_again(here: Running) -> None:
    def rules(delay: str) -> bytes:
        text = ALL_TO_ALL.format(owner="aurora", others='"borealis"')
        return text.replace("0 s", delay).encode()

    first = here.signed("aurora", rules("1 s"), RULES)
    second = here.signed("aurora", rules("2 s"), RULES)
    assert here.centre.receive(second, HERE).result(ANSWER_S).count == 1
    delays = {rule.terms.delay_s for rule in here.centre.rules if rule.owner == "aurora"}
    assert delays == {2.0}
    assert here.centre.receive(second, HERE).result(ANSWER_S).again
    older = refused(here.centre.receive(first, HERE))
    assert (older.code, older.status) == (Code.OUT_OF_ORDER, 409)
    at = here.centre.now()
    last = Envelope("exercise", RULES, 2**53 - 1, at, here.centre.config.name)
    beyond = refused(here.centre.receive(sign_batch(here.signer("borealis"), b"", last), HERE))
    assert (beyond.code, beyond.where) == (Code.OUT_OF_ORDER, "sequence")
    others = refused(here.send("borealis", rules("3 s"), RULES))
    assert "cannot grant data of aurora" in others.sentence
    found = [one for one in entries(here.centre) if isinstance(one, RulesEntry)]
    assert [bool(one.signature) for one in found] == [False, False, True]


def test_what_was_refused_is_counted_once_a_second_by_its_reason_alone(here: Running) -> None:
    def told() -> bool:
        found = [one for one in entries(here.centre) if isinstance(one, RefusedEntry)]
        return sum(one.count for one in found if one.reason == "wrong-signature") >= 200

    good = here.signed("aurora", detections("north", here.centre.now()))
    for _ in range(200):
        refused(here.centre.receive(SignedBatch(good.header, bytes(64), good.body), ""))
    assert within(ANSWER_S, told)
    found = [one for one in entries(here.centre) if isinstance(one, RefusedEntry)]
    assert sum(one.reason == "wrong-signature" for one in found) < 20


def test_a_centre_of_exercises_never_becomes_a_real_one(tmp_path: Path) -> None:
    with running(tmp_path) as found:
        ground = found.ground
        assert [type(one) for one in entries(found.centre)].count(CentreEntry) == 1
    text = ground.file.read_text().replace('mode = "exercise"', 'mode = "real"', 1)
    ground.file.write_text(text)
    with pytest.raises(Exception, match="begun in the other mode"):
        Centre(ground.config)
    ground.file.write_text(text.replace('mode = "real"', 'mode = "exercise"', 1))
    Centre(ground.config).close()  # the store was let go


def test_rules_that_need_too_many_pictures_or_delay_too_long_never_reach_the_log(
    here: Running,
) -> None:
    before = len([one for one in entries(here.centre) if isinstance(one, RulesEntry)])
    head = 'schema = "glasshield-rules/1"\n'
    rule = ALL_TO_ALL.format(owner="borealis", others='"aurora"').partition("\n\n")[2]
    rule = rule.replace('"events", "tracks", "detections"', '"tracks"')
    many = head + "".join(
        rule.replace("rule.partner", f"rule.r{k}").replace('"0 s"', f'"{k} s"')
        + f'round = {{ position = "{40 - k} km", velocity = "{40 - k} m/s" }}\n'
        for k in range(20)
    )
    error = refused(here.send("borealis", many.encode(), RULES))
    assert (error.code, "too many" in error.sentence) == (Code.BAD_BODY, True)
    late = head + rule.replace('"0 s"', '"2 h"')
    assert (
        "nothing waits for so long" in refused(here.send("borealis", late.encode(), RULES)).sentence
    )
    assert len([one for one in entries(here.centre) if isinstance(one, RulesEntry)]) == before
    assert here.centre.health().parts["picture"] == "good"


def test_of_what_others_grant_a_party_learns_no_number_and_no_name(tmp_path: Path) -> None:
    def rules(owner: str, to: str, first: int, count: int) -> bytes:
        head, _, one = ALL_TO_ALL.format(owner=owner, others=f'"{to}"').partition("\n\n")
        many = (
            one.replace("partner", f"n{at}").replace('"0 s"', f'"{at} s"')
            + f'round = {{ position = "{90 - at} km", velocity = "{90 - at} m/s" }}\n'
            for at in range(first, first + count)
        )
        tracks = "\n".join((head, *many)).replace(', "detections"', "")
        return tracks.encode()

    with running(tmp_path) as here:
        alone = [
            refused(here.send("aurora", rules("aurora", to, 1, 30), RULES))
            for to in ("centre-staff", "night-watch")
        ]
        said = [one.sentence.replace("night-watch", "centre-staff") for one in alone]
        assert said[0] == said[1]  # whether anybody reads so is not told
        here.sent("borealis", rules("borealis", "centre-staff", 1, 6), RULES)
        beside = refused(here.send("aurora", rules("aurora", "centre-staff", 50, 6), RULES))
        assert beside.code is Code.BAD_BODY
        assert "beside those of others" in beside.sentence
        assert "staff" not in beside.sentence
        assert not any(digit in beside.sentence for digit in "0123456789")


def test_data_that_were_kept_on_the_way_are_on_record_and_in_no_picture(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        then = here.centre.now().plus_s(-3_600.0)
        late = here.signed("aurora", detections("north", then, 7), sent=then)
        assert refused(here.centre.receive(late, HERE)).code is Code.NOT_TAKEN
        receipt = here.centre.receive(late, HERE, DAY_S).result(ANSWER_S)
        assert (receipt.count, receipt.again) == (7, False)
        assert here.centre.receive(late, HERE, DAY_S).result(ANSWER_S).again
        assert within(ANSWER_S, lambda: here.centre.health().left_out == {"aurora": 7})
        assert 'glasshield_late_total{party="aurora"} 2' in here.centre.metrics.text()
        assert here.tracks("aurora") == 0
        older = here.signed("aurora", detections("north", then), sent=then.plus_s(-2.0 * DAY_S))
        assert refused(here.centre.receive(older, HERE, DAY_S)).code is Code.NOT_TAKEN
        rules = here.signed("aurora", ALL_TO_ALL.encode(), "application/toml", sent=then)
        assert refused(here.centre.receive(rules, HERE, DAY_S)).code is Code.NOT_TAKEN


@pytest.mark.parametrize(
    ("areas", "said"), [(1_000, "is too large for a notice"), (70, "has too many areas")]
)
def test_a_notice_that_is_too_large_is_refused(tmp_path: Path, areas: int, said: str) -> None:
    with running(tmp_path) as here:
        more = "".join(
            f"impact_area: fall-{at} = circle of 9 km around 24.5 N 59 E\n" for at in range(areas)
        )
        whole = text("aurora", "large", here.centre.now()) + more
        answer = refused(here.send("aurora", whole.encode(), NOTICE))
        assert answer.code is Code.BAD_BODY
        assert said in answer.sentence
        assert not here.centre.notices
