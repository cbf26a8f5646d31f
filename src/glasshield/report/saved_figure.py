"""A figure that somebody saved on the globe, read with what it says of itself.

The page writes two forms: a PNG with a text chunk, and an SVG around such a picture. Nothing of a
file goes into a report but its pixels, packed anew, and what it says, as plain text: an SVG is
taken apart, never passed on. A figure without a mark is none.
"""

from __future__ import annotations

import base64
import binascii
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal
from xml.parsers import expat

import msgspec

from glasshield.errors import InputError
from glasshield.messages import Language
from glasshield.report.pixels import SIGNATURE, Pixels, read_png

FORM: Final = "glasshield-figure/1"
KEYWORD: Final = "glasshield-figure"
LARGEST_BYTES: Final = 24_000_000
_SVG: Final = "http://www.w3.org/2000/svg"
_PICTURE: Final = "data:image/png;base64,"
# The elements of an SVG of the page, in their order; texts follow. No other is taken.
_ELEMENTS: Final = ("title", "metadata", "rect", "image")
_ATTRIBUTES: Final = {
    "svg": {"viewBox", "width", "height", "role"},
    "title": set(),
    "metadata": set(),
    "rect": {"width", "height", "fill"},
    "image": {"href", "width", "height"},
    "text": {"x", "y", "font-size", "font-weight", "font-family", "fill"},
}
_MOST_ELEMENTS: Final = 200
_SAVE_AGAIN: Final = "save the figure again on the page of the globe"

Mark = Literal["analysis", "exercise", "simulated", "live"]
_Line = Annotated[str, msgspec.Meta(max_length=1000)]
_Some = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
# As an address is written by the page: a fragment, and nothing that leaves it.
_Link = Annotated[
    str, msgspec.Meta(max_length=4000, pattern=r"^#v=\d+(&[A-Za-z0-9._~%+,:/*=-]+)*$")
]


class Origin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The document that a figure shows."""

    title: _Line
    program: _Some
    version: _Some
    input_hash: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8,64}$")]


class Said(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a figure says of itself.

    Attributes:
        form: of these words.
        language: in which they are.
        marks: what the data are; never none.
        title: of what is shown.
        setting: phase, party and numbers; may be empty.
        shown: the picture in words, for those who do not see it.
        link: the fragment of the address that shows the same.
        disclaimer: of borders and names.
        picture_height_px: rows of the picture; the caption that some files have stands below.
        document: that is shown; None for the live picture of a centre.
    """

    form: Literal["glasshield-figure/1"]
    language: Language
    marks: Annotated[tuple[Mark, ...], msgspec.Meta(min_length=1, max_length=4)]
    title: _Some
    setting: _Line
    shown: _Some
    link: _Link
    disclaimer: Annotated[str, msgspec.Meta(max_length=4000)]
    picture_height_px: Annotated[int, msgspec.Meta(ge=1)]
    document: Origin | None


@dataclass(frozen=True, slots=True)
class SavedFigure:
    """A figure: its picture, which holds its mark, and what it says of itself."""

    said: Said
    picture: Pixels


def read_figure(path: Path) -> SavedFigure:
    """The figure of a file that the page of the globe saved.

    Args:
        path: of the PNG or the SVG.

    Raises:
        InputError: there is no such file, it is too large, it is no figure of the page, or
            something in it is not as the page writes it.
    """
    where = str(path)
    content = _content(path)
    if content.startswith(SIGNATURE):
        whole, texts = read_png(content, where)
        if KEYWORD not in texts:
            raise InputError(
                "is a picture that is no figure of the globe", where=where, do=_SAVE_AGAIN
            )
        words = texts[KEYWORD]
    elif b"<svg" in content[:1000]:
        words, packed = _parts_of(content, where)
        whole, _ = read_png(packed, where)
    else:
        raise InputError(
            "is no figure of the globe", where=where, expected="a PNG or SVG that its page saved"
        )
    said = _said(words, where)
    if said.picture_height_px > whole.height:
        raise _altered(where, "the picture is smaller than it says")
    return SavedFigure(said, whole.top(said.picture_height_px))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            most = f"at most {LARGEST_BYTES // 1_000_000} MB"
            raise InputError("is too large for a figure", where=str(path), expected=most)
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None


def _said(words: bytes, where: str) -> Said:
    try:
        said = msgspec.json.decode(words, type=Said)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _altered(where, f"what it says of itself is not read: {error}") from None
    origin = said.document
    texts = (said.title, said.setting, said.shown, said.disclaimer, origin.title if origin else "")
    if any(_is_hidden(letter) for text in texts for letter in text):
        raise _altered(where, "its words hold signs that nobody sees")
    return said


def _is_hidden(letter: str) -> bool:
    """Whether a letter controls others; the joiner that keeps units together does no harm."""
    return letter != "\N{WORD JOINER}" and unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"}


def _altered(where: str, why: str) -> InputError:
    return InputError(f"is no figure as the globe saves it: {why}", where=where, do=_SAVE_AGAIN)


def _parts_of(content: bytes, where: str) -> tuple[bytes, bytes]:
    """What an SVG of the page says of itself, and its picture as PNG."""
    reader, is_all = _Reader(), True
    try:
        reader.parser.Parse(content, is_all)
    except expat.ExpatError as error:
        raise _altered(where, f"no XML, {expat.ErrorString(error.code)}") from None
    except _ForeignError as refused:
        raise _altered(where, str(refused)) from None
    if tuple(reader.names[: len(_ELEMENTS)]) != _ELEMENTS:
        raise _altered(where, f"expected {', '.join(_ELEMENTS)} in this order")
    try:
        packed = base64.b64decode(reader.picture.removeprefix(_PICTURE), validate=True)
    except binascii.Error:
        raise _altered(where, "its picture is no base64") from None
    return "".join(reader.words).encode("utf-8"), packed


class _ForeignError(Exception):
    """Something in an SVG that the page does not write."""


class _Reader:
    """Takes the words and the picture out of an SVG; refuses all that the page does not write."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.words: list[str] = []
        self.picture = ""
        self._depth = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        # Without a document type there are no entities that could grow.
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse
        self.parser.CommentHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        allowed = _ATTRIBUTES.get(tag)
        if space != _SVG or allowed is None or not self._belongs(tag):
            raise _ForeignError(f"the element {tag[:40]} does not belong there")
        if not attributes.keys() <= allowed:
            raise _ForeignError(f"{tag} has the attribute {min(attributes.keys() - allowed)[:40]}")
        if tag == "image":
            self.picture = attributes.get("href", "")
            if not self.picture.startswith(_PICTURE):
                raise _ForeignError("its picture stands elsewhere")
        if self._depth == 1:
            self.names.append(tag)
        self._depth += 1

    def _belongs(self, tag: str) -> bool:
        if self._depth == 0:
            return tag == "svg"
        if self._depth > 1 or len(self.names) >= _MOST_ELEMENTS:
            return False
        place = len(self.names)
        return tag == (_ELEMENTS[place] if place < len(_ELEMENTS) else "text")

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _data(self, text: str) -> None:
        if self._depth == 2 and self.names[-1] == "metadata":
            self.words.append(text)

    def _refuse(self, *_: object) -> None:
        raise _ForeignError("it holds a document type, an instruction or a comment")
