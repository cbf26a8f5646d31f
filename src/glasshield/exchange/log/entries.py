"""What the log says: one canonical JSON object for everything that was received, decided or sent.

What is secret stands by its SHA-256, the body lies in the store. Each entry holds a salt, so that
its leaf hash tells nothing to whoever may not see the entry.
"""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

import msgspec

from glasshield.errors import InputError

Mode = Literal["exercise", "real"]

SALT_BYTES: Final = 16
LONGEST: Final = 1 << 20  # bytes of an entry
LOST: Final = "entries-lost"  # the reason of so many entries of the centre that were not written

_NS: Final = 1_000_000_000
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_NS: Final = 253_402_300_800 * _NS  # the year 10000
_AT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z", re.ASCII)
_SALT: Final = re.compile(rf"[0-9a-f]{{{2 * SALT_BYTES}}}")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry says.

    Attributes:
        index: its place in the log, from 0.
        at: when it was written, in UTC; later than the entry before.
        mode: whether this is an exercise.
        salt: random, in hexadecimal digits.
    """

    index: int
    at: str
    mode: Mode
    salt: str


class CentreEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="centre"):
    """The centre began, ended, or took up another configuration."""

    verb: Literal["start", "stop", "configure"]
    version: str
    config_sha256: str


class ClockEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="clock"):
    """The wall clock stepped back by so many milliseconds, and was not followed."""

    back_ms: int


class PartyEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="party"):
    """A party or a key of its came or went; `public_key` is the line of its `.pub` file.

    Attributes:
        verb: `add` of a party's first key and `rotate` of another; `retire` of one in whose place
            there is another; `revoke` of one that is not to be trusted, nor what it signed.
        party: whose it is.
        key: its fingerprint.
        public_key: it.
    """

    verb: Literal["add", "rotate", "retire", "revoke"]
    party: str
    key: str
    public_key: str


class PersonEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="person"):
    """A token of a person became good, or good for something else, or ended.

    Attributes:
        verb: what the token did.
        person: whose it is.
        role: of the person.
        party: to which the person belongs; empty for the centre's own.
        viewer: whose picture the person sees by it; empty for none.
        token_sha256: of the token.
    """

    verb: Literal["begin", "end"]
    person: str
    role: str
    party: str
    viewer: str
    token_sha256: str


class RulesEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="rules"):
    """Release rules of a party came into force.

    Attributes:
        party: whose data they are about.
        key: the fingerprint of the key that signed them; empty where the parties agreed on them
            before the centre began, and its configuration names them.
        rules_sha256: of their text.
        header: the bytes that the party signed, in base64; empty like `key`.
        signature: the party's, over the header, in base64.
    """

    party: str
    key: str
    rules_sha256: str
    header: str
    signature: str


class ReceivedEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="received"):
    """A batch came from a party.

    Attributes:
        party: whose it is.
        key: the fingerprint of the key that signed it.
        batch_sha256: of the batch as it lies in the store.
        header: the bytes that the party signed, in base64.
        signature: the party's, over the header, in base64.
        count: of detections or tracks in it.
        arrived: when its last byte came, in UTC.
    """

    party: str
    key: str
    batch_sha256: str
    header: str
    signature: str
    count: int
    arrived: str


class RefusedEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="refused"):
    """Things were not taken; only a code says why, as the sender may be anybody.

    Attributes:
        reason: the code.
        count: how many since the entry before of that reason; one each would fill the log.
    """

    reason: str
    count: int


class EventEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """A picture gave rise to an event or a warning."""

    view_sha256: str
    event_sha256: str


class PictureEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="picture"):
    """What all pictures were at an instant: whoever computes them again must find the same.

    Attributes:
        tick: the instant, in UTC.
        picture_sha256: of all pictures.
    """

    tick: str
    picture_sha256: str


class ReleasedEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="released"):
    """What one viewer was sent since the entry of this kind before.

    Attributes:
        viewer: the party.
        view_sha256: of the rules by which it saw.
        sent_sha256: of the bytes that were sent.
        counts: how many of each kind, such as `tracks`; names in ASCII.
    """

    viewer: str
    view_sha256: str
    sent_sha256: str
    counts: dict[str, int]


class ActEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="act"):
    """A person did something; its words lie in the store."""

    person: str
    role: str
    verb: str
    object_sha256: str


class CheckpointEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="checkpoint"):
    """A checkpoint was signed by these witnesses; `root` is in hexadecimal digits."""

    size: int
    root: str
    witnesses: tuple[str, ...]


class PaddingEntry(Entry, frozen=True, kw_only=True, tag_field="kind", tag="padding"):
    """Nothing happened: the length of the log need not tell how much did."""


AnyEntry = (
    CentreEntry
    | ClockEntry
    | PartyEntry
    | PersonEntry
    | RulesEntry
    | ReceivedEntry
    | RefusedEntry
    | EventEntry
    | PictureEntry
    | ReleasedEntry
    | ActEntry
    | CheckpointEntry
    | PaddingEntry
)

# Entries hold texts, whole numbers and nothing else. Of these the encoder writes, keys sorted,
# what RFC 8785 asks for, in a tenth of the time.
_ENCODER: Final = msgspec.json.Encoder(order="sorted")
_DECODER: Final = msgspec.json.Decoder(AnyEntry)
_WHOLE_MAX: Final = 2**53 - 1


def new_salt() -> str:
    """Random digits for one entry."""
    return new_salts(1)[0]


def new_salts(count: int) -> list[str]:
    """Random digits for some entries: asked for together, as each asking costs."""
    digits = secrets.token_hex(SALT_BYTES * count)
    return [digits[at : at + 2 * SALT_BYTES] for at in range(0, len(digits), 2 * SALT_BYTES)]


def encoded(entry: AnyEntry) -> bytes:
    """The canonical bytes of an entry, over which its leaf hash goes.

    Raises:
        InputError: a place, time, salt or number that cannot be, or an entry that is too long.
    """
    if not 0 <= entry.index <= _WHOLE_MAX or not _SALT.fullmatch(entry.salt):
        raise _no_entry("", f"index {entry.index}, salt {entry.salt!r}")
    nanoseconds(entry.at)
    if any(abs(number) > _WHOLE_MAX for number in _numbers(entry)):
        raise _no_entry("", "a number beyond 2**53")
    if isinstance(entry, ReleasedEntry) and not all(name.isascii() for name in entry.counts):
        raise _no_entry("", "counts under names that are not ASCII")  # sorted in another way there
    try:
        data = _ENCODER.encode(entry)
    except UnicodeEncodeError:
        raise _no_entry("", "a text that is no Unicode") from None
    if len(data) > LONGEST:
        raise _no_entry("", f"{len(data):,} bytes, of at most {LONGEST:,}")
    return data


def decoded(data: bytes, where: str) -> AnyEntry:
    """The entry in some bytes.

    Args:
        data: as `encoded` gave them, to the last byte.
        where: the file and line, for messages.

    Raises:
        InputError: no entry, or another spelling of one.
    """
    try:
        entry = _DECODER.decode(data)
        same = encoded(entry) == data
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_entry(where, str(error)) from None
    except InputError as error:
        raise _no_entry(where, str(error.got)) from None
    if not same:
        raise _no_entry(where, "not in canonical form")
    return entry


def timestamp(at_ns: int) -> str:
    """A time as entries hold it: UTC, nine digits behind the second, so that texts sort.

    Args:
        at_ns: nanoseconds since 1970 UTC, until the year 10000.

    Raises:
        InputError: another time.
    """
    if not 0 <= at_ns < _LATEST_NS:
        raise InputError("this time cannot be written", got=at_ns, expected="years 1970 to 9999")
    seconds, rest = divmod(at_ns, _NS)
    return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%S}.{rest:09d}Z"


def nanoseconds(at: str) -> int:
    """The nanoseconds since 1970 UTC of a time in an entry.

    Raises:
        InputError: another text, or a day that no calendar has.
    """
    if _AT.fullmatch(at):
        try:
            moment = datetime.fromisoformat(at[:19]).replace(tzinfo=UTC)
        except ValueError:
            pass
        else:
            if moment >= _EPOCH:
                return (moment - _EPOCH) // timedelta(seconds=1) * _NS + int(at[20:29])
    raise InputError(
        "this is no time of an entry", got=repr(at), expected="2025-01-31T12:00:00.000000000Z"
    )


def _numbers(entry: AnyEntry) -> list[int]:
    """The whole numbers in an entry besides its index."""
    match entry:
        case ClockEntry():
            return [entry.back_ms]
        case ReceivedEntry() | RefusedEntry():
            return [entry.count]
        case ReleasedEntry():
            return list(entry.counts.values())
        case CheckpointEntry():
            return [entry.size]
        case _:
            return []


def _no_entry(where: str, got: str) -> InputError:
    return InputError("this is no entry of a log", where=where, got=got)
