from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glasshield.errors import GlasshieldError, InputError
from glasshield.exchange.canonical import canonical
from glasshield.exchange.log import bundle, verify_log
from glasshield.exchange.log.checkpoints import Checkpoint, checkpoint_in, seals, signed
from glasshield.exchange.log.findings import Finding, Kind, differences
from glasshield.exchange.log.merkle import Tree, leaf_hash
from glasshield.exchange.log.verification import Report, Trust, claimed_trust, verify
from tests.exchange.sealed import (
    CENTRE,
    LOG,
    ORIGIN,
    PARTIES,
    SEALS,
    SIZES,
    WITNESSES,
    Store,
    lines,
    sealed,
    store,
    written,
)

NAMES = [party.public.party for party in PARTIES]
POLAND_EMPTY = base64.b64encode(PARTIES[2].sign(b"{}")).decode()
TRUST = Trust(SEALS, {party.public.fingerprint: party.public for party in PARTIES})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a log is written."""
    return tmp_path / "log"


def found(path: Path, made: list[bytes], trust: Trust = TRUST) -> Report:
    """What verification says about some lines; the program apart must agree."""
    report = verify(written(path, made), trust)
    assert bool(apart(path, trust)) is bool(own_findings(report))
    return report


def own_findings(report: Report) -> list[Finding]:
    """What the program apart looks at, too: it does not check batches and times."""
    return [
        one
        for one in report.findings
        if not ("older than" in one.why or any(name in one.why for name in NAMES))
    ]


def apart(path: Path, trust: Trust = TRUST) -> list[str]:
    """All that the program apart finds wrong, run in this process."""
    log = verify_log.Key(trust.seals.log.line)
    witnesses = [verify_log.Key(key.line) for key in trust.seals.witnesses]
    with path.open(encoding="utf-8", newline="\n") as file:
        try:
            return verify_log.Check(file, log, witnesses, []).wrong
        except verify_log.BAD as error:
            return [str(error)]


def named(report: Report) -> list[tuple[Kind, int, int]]:
    return [(one.kind, one.first, one.last) for one in report.findings]


def row_places(made: list[bytes]) -> list[int]:
    """Where the lines of entries stand."""
    return [at for at, line in enumerate(made) if line[:1].isdigit()]


def resealed(source: Store, sizes: tuple[int, ...] = SIZES) -> list[bytes]:
    """The file of another log with the first one's checkpoints: what a forger can do at best."""
    made = lines(source, sizes)
    seal_lines = [line for line in lines(store(sizes[-1]), sizes) if line.startswith(b'"')]
    kept = iter(seal_lines)
    return [next(kept) if line.startswith(b'"') else line for line in made]


def test_a_log_that_nobody_touched_is_sound(path: Path) -> None:
    report = found(path, lines(store(20), SIZES))
    assert report.is_sound
    assert (report.origin, report.first, report.shown, report.withheld) == (ORIGIN, 0, 20, 0)
    assert report.checkpoints == 3
    assert report.last is not None
    assert report.last.checkpoint.size == 20
    assert len(report.last.cosignatures) == 3


@pytest.mark.parametrize("first", [0, 1, 7, 11])
def test_a_later_part_of_a_log_is_sound(path: Path, first: int) -> None:
    report = found(path, lines(store(20), (11, 20), first=first))
    assert report.is_sound
    assert (report.first, report.shown) == (first, 20 - first)


def test_withheld_entries_leave_the_log_sound(path: Path) -> None:
    made = lines(store(20), SIZES, lambda index, _: index % 4 == 0)
    report = found(path, made)
    assert report.is_sound
    assert (report.shown, report.withheld) == (5, 15)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_prop_a_log_of_any_size_is_sound(path: Path, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 40))
    first = data.draw(st.integers(0, size))
    cuts = data.draw(st.lists(st.integers(first, size), max_size=3, unique=True))
    hidden = data.draw(st.sets(st.integers(0, size - 1)))
    made = lines(
        store(size), sorted({*cuts, size}), lambda index, _: index not in hidden, first=first
    )
    assert found(path, made).is_sound


# What one hand can do to the lines of a file, and how it must be named.
def removed(made: list[bytes], at: int) -> list[bytes]:
    return made[:at] + made[at + 1 :]


def emptied(made: list[bytes], at: int) -> list[bytes]:
    """The entry's count or salt changed, its hash left."""
    return [*made[:at], made[at].replace(b'"salt":"', b'"salt":"0')[:-1] + b"\n", *made[at + 1 :]]


def doubled(made: list[bytes], at: int) -> list[bytes]:
    return [*made[: at + 1], made[at], *made[at + 1 :]]


@pytest.mark.parametrize("index", range(20))
def test_an_entry_that_is_missing_is_named(path: Path, index: int) -> None:
    made = lines(store(20), SIZES)
    report = found(path, removed(made, row_places(made)[index]))
    assert named(report) == [(Kind.REMOVED, index, index)]


@pytest.mark.parametrize("index", range(20))
def test_an_entry_whose_text_was_changed_is_named(path: Path, index: int) -> None:
    made = lines(store(20), SIZES)
    report = found(path, emptied(made, row_places(made)[index]))
    assert named(report) == [(Kind.CHANGED, index, index)]
    assert report.findings[0].sentence.startswith(f"entry {index} changed: what stands there")


@pytest.mark.parametrize("index", range(20))
def test_an_entry_that_stands_twice_is_named(path: Path, index: int) -> None:
    made = lines(store(20), SIZES)
    report = found(path, doubled(made, row_places(made)[index]))
    kinds = {one.kind for one in report.findings}
    assert Kind.INVENTED in kinds


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(range(0, 20, 3), 2)))
def test_entries_that_changed_places_are_named(path: Path, one: int, other: int) -> None:
    made = lines(store(20), SIZES)
    places = row_places(made)
    made[places[one]], made[places[other]] = made[places[other]], made[places[one]]
    report = found(path, made)
    moved = [finding.first for finding in report.findings if finding.kind is Kind.REORDERED]
    assert set(moved) & {one, other}
    assert {finding.kind for finding in report.findings} == {Kind.REORDERED}


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(range(0, 20, 4), 2)))
def test_texts_that_changed_places_are_named(path: Path, one: int, other: int) -> None:
    made = lines(store(20), SIZES)
    places = row_places(made)
    parts = {at: made[places[at]].split(b" ", 2) for at in (one, other)}
    for at, text in ((one, parts[other][2]), (other, parts[one][2])):
        made[places[at]] = b" ".join((*parts[at][:2], text))
    assert named(found(path, made)) == [
        (Kind.REORDERED, one, one),
        (Kind.REORDERED, other, other),
    ]


def test_an_entry_added_at_the_end_is_named(path: Path) -> None:
    longer = lines(store(23), (23,))
    made = lines(store(20), SIZES) + longer[21:24]
    assert named(found(path, made)) == [(Kind.INVENTED, 20, 22)]


@pytest.mark.parametrize("index", range(20))
def test_an_entry_rewritten_with_its_hash_is_within_what_was_sealed(path: Path, index: int) -> None:
    forged = store(20)
    forged.written[index] = store(20, seed=1).written[index]
    report = found(path, resealed(forged))
    before = max((size for size in (0, *SIZES) if size <= index), default=0)
    after = min(size for size in SIZES if size > index)
    assert (Kind.REWRITTEN, before, after - 1) in named(report)


@pytest.mark.parametrize("index", range(19))
def test_an_entry_removed_by_one_who_renumbers_the_lines_is_named(path: Path, index: int) -> None:
    whole = store(20)
    made = resealed(whole)
    place = row_places(made)[index]
    made = removed(made, place)
    for number, at in enumerate(row_places(made)):
        made[at] = b"%d %s" % (number, made[at].split(b" ", 1)[1])
    report = found(path, made)
    assert (Kind.REMOVED, index, index) in named(report)


def test_a_tail_cut_with_its_checkpoint_shows_by_a_checkpoint_that_is_held(path: Path) -> None:
    cut = lines(store(11), SIZES[:2])
    assert found(path, cut).is_sound  # a shorter log is a log
    held = Checkpoint(ORIGIN, 20, Tree(store(20)).root(20))
    report = verify(path, Trust(SEALS, held=(held,)))
    assert named(report) == [(Kind.REMOVED, 11, 19)]


def test_a_log_that_its_own_key_rewrote_shows_by_a_checkpoint_that_is_held(path: Path) -> None:
    other = store(20, seed=7)
    made = lines(other, SIZES)
    alone = Trust(seals(LOG))
    assert found(path, made, alone).is_sound
    for size in (1, 5, 12, 20):
        held = Checkpoint(ORIGIN, size, Tree(store(20)).root(size))
        report = verify(path, Trust(seals(LOG), held=(held,)))
        assert named(report) == [(Kind.REWRITTEN, 0, size - 1)]


def test_a_log_that_its_own_key_rewrote_has_not_its_witnesses(path: Path) -> None:
    other = store(20, seed=7)
    made = [line for line in lines(other, SIZES) if not line.startswith(b'"')]
    alone = signed(Checkpoint(ORIGIN, 20, Tree(other).root(20)), CENTRE)
    report = found(path, [*made, canonical(alone.encoded().decode()) + b"\n"])
    assert named(report) == [(Kind.UNSEALED, 0, 19)]
    assert "0 of at least 3 witnesses signed" in report.findings[0].why


def test_a_witness_moved_from_another_checkpoint_is_named(path: Path) -> None:
    other = store(20, seed=7)
    real = sealed(store(20), (20,))[0]
    forged = signed(Checkpoint(ORIGIN, 20, Tree(other).root(20)), CENTRE)
    for signature in real.signatures[1:]:
        forged = forged.with_signature(signature)
    made = [line for line in lines(other, (20,)) if not line.startswith(b'"')]
    report = found(path, [*made, canonical(forged.encoded().decode()) + b"\n"])
    assert Kind.FORGED in {one.kind for one in report.findings}
    assert Kind.UNSEALED in {one.kind for one in report.findings}


def test_a_log_without_any_checkpoint_is_not_sealed(path: Path) -> None:
    made = [line for line in lines(store(20), SIZES) if not line.startswith(b'"')]
    assert named(found(path, made)) == [(Kind.UNSEALED, 0, 19)]


def test_a_checkpoint_of_more_entries_than_there_can_be_is_told_at_once(path: Path) -> None:
    size = 10**15
    made = [line for line in lines(store(5), (5,)) if not line.startswith(b'"')]
    note = signed(Checkpoint(ORIGIN, size, Tree(store(5)).root(5)), CENTRE)
    made.append(canonical(note.encoded().decode()) + b"\n")
    assert named(found(path, made, Trust(seals(LOG)))) == [(Kind.REMOVED, 5, size - 1)]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"signature": json.loads(store(10).written[9])["signature"]}, "poland did not sign it"),
        ({"signature": "x"}, "poland did not sign it"),
        ({"batch_sha256": "0" * 64}, "poland signed another batch"),
        ({"mode": "real"}, "poland signed another batch"),
        ({"header": "e30=", "signature": POLAND_EMPTY}, "what poland signed is no header"),
    ],
)
def test_a_batch_that_its_party_did_not_send_is_named(
    path: Path, changed: dict[str, str], why: str
) -> None:
    forged = store(20)
    forged.written[6] = canonical(json.loads(forged.written[6]) | changed)
    (finding,) = found(path, lines(forged, SIZES)).findings
    assert finding.sentence.startswith(f"entry 6 invented: {why}")


def test_a_batch_that_is_written_twice_is_named(path: Path) -> None:
    forged = store(20)
    before, here = (json.loads(forged.written[index]) for index in (6, 15))
    own = ("index", "at", "salt")
    forged.written[15] = canonical(before | {key: here[key] for key in own})
    (finding,) = found(path, lines(forged, SIZES)).findings
    assert finding.sentence == "entry 15 invented: poland sent it once, as entry 6"


def test_a_batch_by_a_key_of_another_party_is_named(path: Path) -> None:
    trust = Trust(SEALS, {PARTIES[0].public.fingerprint: PARTIES[0].public})
    report = verify(written(path, lines(store(9), (9,))), trust)
    assert {one.kind for one in report.findings} == {Kind.INVENTED}
    assert [one.first for one in report.findings] == [3, 6]
    assert "no key of united-states is SHA256:" in report.findings[0].why


def test_times_that_go_back_are_named(path: Path) -> None:
    forged = store(20)
    text = json.loads(forged.written[7])
    text["at"] = json.loads(forged.written[6])["at"]
    forged.written[7] = canonical(text)
    assert [one.sentence for one in found(path, lines(forged, SIZES)).findings] == [
        "entry 7 reordered: it is older than the one before"
    ]


def every_single_tampering(made: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """Each line behind the head removed, doubled, exchanged with each other, and cut."""
    behind = range(1, len(made))
    for at in behind:
        yield f"line {at} removed", removed(made, at)
        yield f"line {at} doubled", doubled(made, at)
        yield f"line {at} cut", [*made[:at], made[at][:-2] + b"\n", *made[at + 1 :]]
    for one, other in itertools.combinations(behind, 2):
        changed = list(made)
        changed[one], changed[other] = made[other], made[one]
        yield f"lines {one} and {other} exchanged", changed


def is_refused(path: Path, made: list[bytes]) -> bool:
    """Whether the library finds something."""
    written(path, made)
    try:
        return not verify(path, TRUST).is_sound
    except GlasshieldError:
        return True


def refused_or_wrong(path: Path, made: list[bytes]) -> bool:
    """Whether the library and the program apart both find something."""
    return is_refused(path, made) and bool(apart(path))


@pytest.mark.parametrize("hides", [False, True])
def test_every_single_tampering_is_found(path: Path, hides: bool) -> None:
    made = lines(store(9), (4, 9), lambda index, _: not hides or index % 2 == 0)
    # The last checkpoint twice, or without the one before, is the same log.
    harmless = {"line 5 removed", "line 5 doubled", f"line {len(made) - 1} doubled"}
    for what, changed in every_single_tampering(made):
        assert refused_or_wrong(path, changed) is (what not in harmless), what


def test_prop_a_flipped_bit_in_any_byte_behind_the_head_is_found(path: Path) -> None:
    made = lines(store(3), (3,), lambda index, _: index != 1)
    data = b"".join(made)
    for at in range(len(made[0]), len(data)):
        changed = bytearray(data)
        changed[at] ^= 1 << at % 7
        # the program apart takes 20 ms, and therefore every tenth byte
        checked = is_refused if at % 10 else refused_or_wrong
        assert checked(path, [bytes(changed)]), at


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_prop_any_tampering_with_any_log_is_found(path: Path, data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 40))
    cuts = data.draw(st.lists(st.integers(1, size), max_size=3, unique=True))
    hidden = data.draw(st.sets(st.integers(0, size - 1)))
    made = lines(store(size), sorted({*cuts, size}), lambda index, _: index not in hidden)
    rows = row_places(made)
    one, other = data.draw(st.lists(st.sampled_from(rows), min_size=2, max_size=2, unique=True))
    deed = data.draw(st.sampled_from(["remove", "move", "double", "other", "exchange"]))
    changed = list(made)
    if deed == "remove":
        del changed[one]
    elif deed == "move":
        changed.insert(other, changed.pop(one))
    elif deed == "double":
        changed.insert(other, made[one])
    elif deed == "exchange":
        changed[one], changed[other] = made[other], made[one]
    else:
        index = rows.index(one)
        forged = store(size, seed=1).written[index]
        changed[one] = b"%d %s %s\n" % (index, leaf_hash(forged).hex().encode(), forged)
    assert refused_or_wrong(path, changed)


def test_against_an_earlier_file_everything_is_named_exactly(path: Path, tmp_path: Path) -> None:
    earlier = written(tmp_path / "earlier", lines(store(20), SIZES))
    forged = store(30)
    forged.written[4] = store(30, seed=1).written[4]
    gone = forged.written.pop(12)
    forged.written.insert(15, forged.written.pop(8))
    del gone
    path.write_bytes(b"".join(lines(forged, (29,))))
    report = verify(path, Trust(seals(LOG)), earlier)
    by_earlier = [
        (one.kind, one.first) for one in report.findings if one.why.endswith("unlike before")
    ]
    assert (Kind.CHANGED, 4) in by_earlier
    assert (Kind.REORDERED, 8) in [(one.kind, one.first) for one in report.findings]
    assert (Kind.REMOVED, 12) in [(one.kind, one.first) for one in report.findings]


def test_a_log_that_grew_is_the_earlier_one(path: Path, tmp_path: Path) -> None:
    earlier = written(tmp_path / "earlier", lines(store(20), SIZES))
    written(path, lines(store(40), (20, 40)))
    assert verify(path, TRUST, earlier).is_sound


def test_an_earlier_file_of_another_part_is_refused(path: Path, tmp_path: Path) -> None:
    earlier = written(tmp_path / "earlier", lines(store(20), SIZES, first=3))
    written(path, lines(store(20), SIZES))
    with pytest.raises(InputError, match="begins at another entry"):
        verify(path, TRUST, earlier)


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)))
def test_prop_differences_name_what_was_done(order: list[int], gone: set[int]) -> None:
    reference = list(range(12))
    here = [thing for thing in order if thing not in gone]
    found = differences(reference, here)
    assert sum(one.last - one.first + 1 for one in found if one.kind is Kind.REMOVED) == len(gone)
    moved = {one.first for one in found if one.kind is Kind.REORDERED}
    stayed = [thing for thing in here if thing not in moved]
    assert stayed == sorted(stayed)
    assert not any(one.kind in (Kind.CHANGED, Kind.INVENTED) for one in found)


def test_differences_of_one_hand_are_named_as_such() -> None:
    before = list("abcdefgh")
    cases: list[tuple[str, list[tuple[Kind, int, int]]]] = [
        ("abcdefgh", []),
        ("abdefgh", [(Kind.REMOVED, 2, 2)]),
        ("efgh", [(Kind.REMOVED, 0, 3)]),
        ("abXdefgh", [(Kind.CHANGED, 2, 2)]),
        ("abXcdefgh", [(Kind.INVENTED, 2, 2)]),
        ("acdebfgh", [(Kind.REORDERED, 1, 1)]),
        ("abcdefghXY", [(Kind.INVENTED, 8, 9)]),
        ("abcdefghc", [(Kind.INVENTED, 8, 8)]),
        ("", [(Kind.REMOVED, 0, 7)]),
    ]
    for after, expected in cases:
        found = differences(before, list(after))
        assert [(one.kind, one.first, one.last) for one in found] == expected


def test_what_the_file_says_of_itself_is_its_own_word(path: Path) -> None:
    written(path, lines(store(20), SIZES))
    trust = claimed_trust(path)
    assert trust.seals.log == LOG
    assert trust.seals.witnesses == WITNESSES
    assert trust.seals.least == 0
    parties = bundle.parties_of(bundle.head_of(path), str(path))
    assert parties == {party.public.fingerprint: party.public for party in PARTIES}


def test_a_log_sealed_with_another_key_is_refused(path: Path) -> None:
    other = seals(LOG.__class__(LOG.name, LOG.role, WITNESSES[0].raw))
    written(path, lines(store(20), SIZES))
    with pytest.raises(InputError, match="sealed with another key"):
        verify(path, Trust(other))


def test_a_file_that_begins_behind_what_is_held_is_refused(path: Path) -> None:
    written(path, lines(store(20), (20,), first=12))
    held = Checkpoint(ORIGIN, 11, Tree(store(20)).root(11))
    with pytest.raises(InputError, match="begins behind a checkpoint that is held"):
        verify(path, Trust(SEALS, held=(held,)))
    with pytest.raises(InputError, match="checkpoint of another log"):
        verify(path, Trust(SEALS, held=(Checkpoint("other", 20, held.root),)))


def _other_head(**changed: object) -> Callable[[list[bytes]], list[bytes]]:
    def change(made: list[bytes]) -> list[bytes]:
        return [canonical(json.loads(made[0]) | changed) + b"\n", *made[1:]]

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda made: made[:0], "this is no log of Glasshield"),
        (lambda made: made[1:], "this is no log of Glasshield"),
        (lambda made: [*made, b"more\n"], "line 25: this line is neither an entry nor"),
        (lambda made: [*made, b'"note"\n'], "line 25: this is no signed note"),
        (lambda made: [*made[:-1], made[-1][:-1]], "line 24: this line was cut"),
        (_other_head(schema="glasshield-log/2"), "written by a newer version"),
        (_other_head(first=3), "no frontier of a log of 3 entries"),
        (_other_head(first=-1), "no list of hashes"),
        (_other_head(peaks=["00"]), "no list of hashes"),
        (_other_head(first=1, peaks=["x" * 64]), "no list of hashes"),
        (_other_head(log="x"), "no Ed25519 key of a log"),
        (_other_head(more=1), "the head of this log cannot be read"),
    ],
)
def test_another_file_is_refused_in_one_sentence(
    path: Path, change: Callable[[list[bytes]], list[bytes]], sentence: str
) -> None:
    written(path, change(lines(store(20), SIZES)))
    with pytest.raises(InputError, match=sentence):
        verify(path, TRUST)


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(InputError, match="the log cannot be read"):
        verify(path, TRUST)


@pytest.mark.parametrize("sizes", [(), (11, 5), (2,)])
def test_a_log_is_exported_up_to_a_checkpoint(path: Path, sizes: tuple[int, ...]) -> None:
    source = store(20)
    with pytest.raises(InputError, match="exported up to a checkpoint"):
        list(lines(source, sizes, first=3))
    assert not path.exists()


def test_an_entry_changed_in_the_store_is_not_exported(path: Path) -> None:
    class Changed(Store):
        def leaf_hashes(self, start: int, stop: int) -> list[bytes]:
            return [leaf_hash(one) for one in store(20).written[start:stop]]

    source = Changed(store(20).written)
    source.written[7] = source.written[8]
    keys = bundle.Keys(LOG, WITNESSES)
    with pytest.raises(InputError, match="entry 7: this entry was changed in the store"):
        bundle.write(path, source, keys, sealed(store(20), (20,)))
    assert not path.exists()
    short = Store(store(20).written[:15])
    with pytest.raises(InputError, match="does not hold all entries"):
        bundle.write(path, short, keys, sealed(store(20), (20,)))


def test_a_key_of_a_party_in_the_head_is_its_own(path: Path) -> None:
    line = PARTIES[0].public.line
    for wrong in ("", "ssh-ed25519", line.replace("russia", "poland"), "ssh-ed25519 AAAA russia"):
        written(path, _other_head(parties={"russia": [wrong]})(lines(store(2), (2,))))
        with pytest.raises(InputError, match="this is no key of russia"):
            bundle.parties_of(bundle.head_of(path), "log")


def test_checkpoints_in_a_file_are_those_that_were_given(path: Path) -> None:
    written(path, lines(store(20), SIZES))
    notes = [one for one in bundle.records(path) if isinstance(one, bundle.Seal)]
    assert [one.checkpoint.size for one in notes] == list(SIZES)
    assert [checkpoint_in(one.note.text, "x") for one in notes] == [one.checkpoint for one in notes]
