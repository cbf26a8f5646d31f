"""Checks the file of a sealed log. Needs Python 3.11 and nothing else, least of all Glasshield.

    python -I verify_log.py FILE --log KEY --witness KEY --witness KEY [--held CHECKPOINT]

Sources: RFC 9162, section 2.1 (tree); RFC 8032, section 5.1 (signatures); tlog-checkpoint,
signed-note, tlog-cosignature of c2sp.org. Exit code 0: sound; 1: lines say why not; 2: no log.
"""

import argparse
import base64
import json
import re
import sys
from collections import Counter
from hashlib import sha256, sha512
from pathlib import Path
from typing import TextIO

P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int, int, int]  # x = X/Z, y = Y/Z, x y = T/Z
ROW = re.compile(r"\A(0|[1-9][0-9]*) ([0-9a-f]{64})(?: ({.*}))?\n\Z")
BAD = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _plus(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    for digit in f"{n:b}":
        total = _plus(_plus(total, total), point if digit == "1" else (0, 1, 1, 0))
    return total


def _point(data: bytes) -> Point | None:
    sign, y = divmod(int.from_bytes(data, "little"), 2**255)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if len(data) != 32 or y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    return (x := x if x % 2 == sign else P - x), y, 1, x * y % P


def _signed(key: bytes, message: bytes, signature: bytes) -> bool:
    a, b, r = _point(key), _point(b"X" + b"f" * 31), _point(signature[:32])  # b: y = 4/5
    s = int.from_bytes(signature[32:], "little")
    if not (a and b and r) or len(signature) != 64 or s >= ORDER or not _times(8, a)[0]:  # order 8
        return False
    k = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % ORDER
    p, q = _times(s, b), _plus(r, _times(k, a))
    return all((p[at] * q[2] - q[at] * p[2]) % P == 0 for at in (0, 1))


def _unwrapped(digits: str) -> bytes:
    found = base64.b64decode(digits, validate=True)
    if base64.b64encode(found).decode() != digits:
        raise ValueError(f"this is no base64: {digits}")
    return found


class Key:
    """A key in the form NAME+ID+BASE64; its first byte says whether a log or a witness has it."""

    def __init__(self, line: str) -> None:
        self.line = line.strip()
        self.name, self.id, digits = self.line.split("+", 2)
        typed = _unwrapped(digits)
        self.role, self.raw = int.from_bytes(typed[:1]), typed[1:]
        own = sha256(self.name.encode() + b"\n" + typed).hexdigest()[:8]
        if own != self.id or self.role not in (1, 4):
            raise ValueError(f"this key is not the one that its id names: {line}")

    def sealed(self, note: str) -> bool:
        """Whether this key signed a checkpoint, once."""
        text, _, lines = note.rpartition("\n\n")
        parts = [line.split(" ") for line in lines.removesuffix("\n").split("\n")]
        own = ("—", self.name, self.id)
        found = [x for a, b, c in parts if (x := _unwrapped(c)) and (a, b, x[:4].hex()) == own]
        message, signature = f"{text}\n".encode(), b"".join(found)[4:]
        if self.role == 4:  # a witness signs the time, too
            at, signature = int.from_bytes(signature[:8], "big"), signature[8:]
            message = f"cosignature/v1\ntime {at}\n".encode() + message
        return len(found) == 1 and _signed(self.raw, message, signature)


class Check:
    """One reading of a log's file; `wrong` says all that is wrong with it."""

    def __init__(self, file: TextIO, log: Key | None, seals: list[Key], held: list[Path]) -> None:
        head = json.loads(file.readline())
        self.log = log or Key(head["log"])
        if (head["schema"], head["log"], self.log.role) != ("glasshield-log/1", self.log.line, 1):
            raise ValueError("the file is of another kind, or sealed by another log")
        if len({self.log.raw} | {key.raw for key in seals if key.role == 4}) <= len(seals):
            raise ValueError("a witness is named twice, or is none")
        self.wrong, self.indices, self.last = list[str](), list[int](), ""
        self.first = self.size = self.sealed = int(head["first"])
        self.peaks = [bytes.fromhex(peak) for peak in head["peaks"]]
        self.held = [self._checkpoint(path.read_text("utf-8"), str(path)) for path in held]
        if self.size.bit_count() != len(self.peaks) or any(at < self.size for at, _ in self.held):
            raise ValueError("it cannot be checked from where it begins")
        self._look()
        for number, line in enumerate(file, start=2):
            try:
                self._take(line, number)
            except BAD:
                raise ValueError(f"line {number} is neither an entry nor a checkpoint") from None
        self._end(seals)

    def _checkpoint(self, note: str, what: str) -> tuple[int, bytes]:
        origin, size, root = note.rpartition("\n\n")[0].split("\n")
        if origin != self.log.name or not self.log.sealed(note):
            self.wrong.append(f"forged: the checkpoint {what} is not sealed by {self.log.name}")
        return int(size), _unwrapped(root)

    def _append(self, leaf: bytes) -> None:
        bits, self.size = self.size, self.size + 1
        while bits & 1:
            leaf, bits = sha256(b"\1" + self.peaks.pop() + leaf).digest(), bits >> 1
        self.peaks.append(leaf)
        self._look()

    def _root(self) -> bytes:
        root = self.peaks[-1] if self.peaks else sha256().digest()
        for peak in self.peaks[-2::-1]:
            root = sha256(b"\1" + peak + root).digest()
        return root

    def _take(self, line: str, number: int) -> None:
        if line.startswith('"'):
            self.last = json.loads(line)
            size, root = self._checkpoint(self.last, f"in line {number}")
            if (size, root) != (self.size, self._root()):
                span = f"{min(self.sealed, size - 1)} to {size - 1}"
                self.wrong.append(f"rewritten: entries {span} are not what was sealed")
            self.sealed = size
        else:
            [(place, leaf, entry)] = ROW.findall(line)
            index, digest = int(place), sha256(b"\0" + entry.encode()).hexdigest()
            self.indices.append(json.loads(entry)["index"] if digest == leaf else index)
            if entry and digest != leaf:
                self.wrong.append(f"changed: entry {index} is not what was sealed")
            elif self.indices[-1] != index:
                self.wrong.append(f"changed: entry {self.indices[-1]} stands as entry {index}")
            self._append(bytes.fromhex(leaf))

    def _look(self) -> None:
        if any(size == self.size and root != self._root() for size, root in self.held):
            self.wrong.append(f"rewritten: something before entry {self.size}, by what you hold")

    def _end(self, seals: list[Key]) -> None:
        if not self.last or any(size > self.size for size, _ in self.held):
            self.wrong.append("removed: the log ends before the last checkpoint that there is")
        missing = [key.name for key in seals if not (self.last and key.sealed(self.last))]
        self.wrong += [f"unsealed: {name} did not seal the end" for name in missing]
        counts, whole = Counter(self.indices), range(self.first, self.sealed)
        here = sorted(at for at in counts if at in whole)
        gaps = zip([self.first - 1, *here], [*here, self.sealed], strict=True)
        self.wrong += [f"removed: entries {a + 1} to {b - 1}" for a, b in gaps if b - a > 1]
        new = [at for at, count in counts.items() if count > 1 or at not in whole]
        self.wrong += [f"invented: entry {at} is there too often, or not sealed" for at in new]
        if moved := [a for a, b in zip(self.indices, sorted(self.indices), strict=True) if a != b]:
            self.wrong.append(f"reordered: entries {min(moved)} to {max(moved)}")


def _given(key: str) -> Key:
    try:
        return Key(Path(key).read_text("utf-8") if Path(key).is_file() else key)
    except BAD:
        raise argparse.ArgumentTypeError(f"{key} is no key, and no file of one") from None


def main() -> int:
    """The exit code, after every finding was printed."""
    parser = argparse.ArgumentParser(description="Check the file of a sealed log.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--log", type=_given, help="the log's key or its file, from elsewhere")
    parser.add_argument("--witness", type=_given, action="append", default=[], help="likewise")
    parser.add_argument("--held", type=Path, action="append", default=[], help="a checkpoint")
    given = parser.parse_args()
    try:
        with given.file.open(encoding="utf-8", newline="\n") as file:
            wrong = list(dict.fromkeys(Check(file, given.log, given.witness, given.held).wrong))
    except BAD as error:
        is_own = type(error) is ValueError or isinstance(error, OSError)
        print(f"no log: {error if is_own else 'it is damaged, or of another kind'}")
        return 2
    print("\n".join(wrong) or ("sound" if given.log else "sound, if the key in it is the log's"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
