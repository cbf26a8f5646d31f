"""Bodies that a party may sign and no centre should take: bombs, mazes, and broken files."""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from glasshield.centre.bodies import JSON, MSGPACK, NOTICE, PARQUET, RULES, TDM, TDM_XML

DEEP = 100_000
MANY = 20_000_000  # rows of a bomb, which a few kilobytes hold
FLIPPED = 10

# What is sent: its name, its content type, its bytes.
Hostile = tuple[str, str, bytes]


def every() -> Iterator[Hostile]:
    """All of them."""
    yield from _mazes()
    yield from _lengths()
    yield from _xml()
    yield from _parquet()
    yield from _rules()


def _mazes() -> Iterator[Hostile]:
    """What is nested so deeply that whoever goes down does not come back."""
    yield "deep arrays", MSGPACK, b"\x91" * DEEP + b"\x90"
    yield "deep maps", MSGPACK, b"\x81\xa1a" * DEEP + b"\x90"
    yield "deep JSON", JSON, b"[" * DEEP
    yield "deep objects", JSON, b'{"a":' * DEEP
    yield "deep XML", TDM_XML, b"<a>" * DEEP
    yield "deep TOML", RULES, b"a = " + b"[" * DEEP
    yield "dotted TOML", RULES, b"a" + b".a" * DEEP + b" = 1"


def _lengths() -> Iterator[Hostile]:
    """What says that it is longer than it is, or is longer than anybody needs."""
    for name, kind in (("array", 0xDD), ("map", 0xDF), ("bytes", 0xC6), ("extension", 0xC9)):
        yield f"{name} of 4 GB", MSGPACK, bytes([kind]) + b"\xff" * 5
    count = (4 << 20) - 5
    yield "array of zeros", MSGPACK, b"\xdd" + struct.pack(">I", count) + bytes(count)
    yield "long number", JSON, b'{"schema": ' + b"9" * 400_000 + b"}"
    yield "other text", JSON, '{"schema": "glasshield-detections/1"}'.encode("utf-16")
    yield "half a sign", JSON, b'{"schema": "\\ud800"}'
    yield "long line", TDM, b"CCSDS_TDM_VERS = 2.0\nCOMMENT " + b"a" * (4 << 20)
    yield "noise", TDM, random.Random(1).randbytes(100_000)
    yield "nothing", TDM, b""
    yield "long notice", NOTICE, b"A" * (1 << 20)


def _xml() -> Iterator[Hostile]:
    """Entities that grow, or stand for the centre's own files."""
    grown = b"".join(
        b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 10)
    )
    head = b'<?xml version="1.0"?><!DOCTYPE tdm [<!ENTITY e0 "glasshield">'
    yield "entities that grow", TDM_XML, head + grown + b"]><tdm>&e9;</tdm>"
    inside = b'<!ENTITY file SYSTEM "file:///etc/passwd">]><tdm>&file;</tdm>'
    yield "entity of a file", TDM_XML, head + inside
    yield "other encoding", TDM_XML, b'<?xml version="1.0" encoding="utf-7"?><tdm/>'
    yield "no encoding", TDM_XML, b'<?xml version="1.0" encoding="glasshield"?><tdm/>'


def _parquet() -> Iterator[Hostile]:
    """Tables that unpack to more than they may, or are broken somewhere."""
    zeros = pa.table({"time_s": pa.array(np.zeros(MANY))})
    yield "many rows", PARQUET, _packed(zeros)
    yield "long text", PARQUET, _packed(pa.table({"sensor": ["a" * (100 << 20)]}))
    yield "many columns", PARQUET, _packed(pa.table({f"c{k}": [1] for k in range(2000)}))
    sound = _packed(pa.table({"a": [1, 2, 3] * 100, "b": ["x", "y", "z"] * 100}))
    rng = random.Random(1)
    for number in range(FLIPPED):
        broken = bytearray(sound)
        for _ in range(rng.randint(1, 12)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        yield f"broken {number}", PARQUET, bytes(broken)
    yield "long foot", PARQUET, b"PAR1" + b"\xff" * 1000 + b"\xff\xff\xff\x7fPAR1"


def _packed(table: pa.Table) -> bytes:
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def _rules() -> Iterator[Hostile]:
    """Rules that would make more pictures than anybody can."""
    one = (
        '[rule.r{k}]\nfrom = "aurora"\nto = ["borealis"]\nkinds = ["tracks"]\nsensors = ["north"]\n'
        'mode = "exercise"\ndelay = "{delay} s"\n'
        'round = {{ position = "{step} km", velocity = "1 m/s" }}\n'
    )
    for count in (150, 2000):
        # Later and finer each: none of them holds another, and any two make a third.
        text = "".join(one.format(k=k, delay=k % 60, step=1 + count - k) for k in range(count))
        yield f"{count} rules", RULES, f'schema = "glasshield-rules/1"\n{text}'.encode()
    yield "no rules", RULES, b"\xff" * 100
