"""The globe's files: its bundle, land and borders, and an assessment beside the live picture.

Each is served under two names. The plain one is asked for anew every time, and answered shortly
where nothing changed; the one with a digest of its bytes never changes, and may be kept for good.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from typing import Final

import msgspec
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from glasshield.centre.api.calls import JSON, Call
from glasshield.centre.errors import not_found
from glasshield.errors import InputError
from glasshield.report.view.document import FORM

CODE: Final = "glasshield.js"
STYLE: Final = "glasshield.css"
WORLD: Final = "world.topo.json"
VIEW: Final = "view.json"
NAMES: Final = (CODE, STYLE, WORLD, VIEW)
MEDIA_TYPES: Final = {CODE: "text/javascript", STYLE: "text/css", WORLD: JSON, VIEW: JSON}
_PACKAGED: Final = {
    CODE: ("web", "glasshield.js"),
    STYLE: ("web", "glasshield.css"),
    WORLD: ("geodata", "data", "world-coarse.topo.json"),
}
_FOR_GOOD: Final = "public, max-age=31536000, immutable"
_ASKED_ANEW: Final = "public, no-cache"
_DIGITS: Final = 16
_NEVER: Final = re.compile(r"q=0(?:\.0*)?")


class _Form(msgspec.Struct):
    form: str = ""


@dataclass(slots=True)
class Asset:
    """A file of the globe.

    Attributes:
        name: the plain one.
        data: its bytes.
        digest: of the bytes.
    """

    name: str
    data: bytes
    digest: str
    _packed: bytes | None = None

    @classmethod
    def of(cls, name: str, data: bytes) -> Asset:
        """The file of these bytes."""
        return cls(name, data, hashlib.sha256(data).hexdigest()[:_DIGITS])

    @property
    def lasting(self) -> str:
        """The name that no other bytes ever have."""
        stem, _, ending = self.name.partition(".")
        return f"{stem}-{self.digest}.{ending}"

    async def packed(self) -> bytes:
        """The bytes compressed, which is done once."""
        if self._packed is None:
            self._packed = await run_sync(partial(gzip.compress, self.data, 9, mtime=0))
        return self._packed


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of a centre's globe.

    Attributes:
        by_name: each under both of its names.
    """

    by_name: Mapping[str, Asset] = field(default_factory=dict)

    @classmethod
    def packaged(cls, view: Path | None = None) -> Assets:
        """The packaged files, with a view document where there is one.

        Raises:
            InputError: the file of the view document cannot be read, or is none.
        """
        package = resources.files("glasshield")
        files = [
            Asset.of(name, package.joinpath(*parts).read_bytes())
            for name, parts in _PACKAGED.items()
        ]
        return cls.of([*files, *([] if view is None else [Asset.of(VIEW, read_view(view))])])

    @classmethod
    def of(cls, files: Iterable[Asset]) -> Assets:
        """These files."""
        return cls({name: each for each in files for name in (each.name, each.lasting)})

    def address(self, name: str) -> str | None:
        """Where a page finds a file; None where there is none of this name."""
        found = self.by_name.get(name)
        return None if found is None else f"/globe/{found.lasting}"

    async def answer(self, call: Call) -> Response:
        """One of the files."""
        return await self.file(call.request)

    async def file(self, request: Request) -> Response:
        """The file that a request names."""
        name = request.path_params["file"]
        asset = self.by_name.get(name)
        if asset is None:
            raise not_found()
        headers = request.headers
        is_packed = takes_gzip(headers.get("accept-encoding", ""))
        tag = f'"{asset.digest}{"-gz" if is_packed else ""}"'
        said = {
            "Cache-Control": _ASKED_ANEW if name == asset.name else _FOR_GOOD,
            "ETag": tag,
            "Vary": "Accept-Encoding",
        }
        if tag in _tags(headers.get("if-none-match", "")):
            return Response(None, HTTPStatus.NOT_MODIFIED, headers=said)
        if is_packed:
            said["Content-Encoding"] = "gzip"
        data = await asset.packed() if is_packed else asset.data
        return Response(data, media_type=MEDIA_TYPES[asset.name], headers=said)


def read_view(path: Path) -> bytes:
    """The bytes of a view document.

    Raises:
        InputError: the file cannot be read, or holds no view document that this program shows.
    """
    expected = f'JSON with "form": "{FORM}", as `glasshield assess --out` writes view.json'
    try:
        data = path.read_bytes()
        form = msgspec.json.decode(data, type=_Form).form
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"the view cannot be read ({reason})", where=str(path)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InputError("this is no view", where=str(path), expected=expected) from None
    if form != FORM:
        raise InputError(
            "this is no view, or one of another version",
            where=str(path),
            got=repr(form[:40]),
            expected=expected,
        )
    return data


def takes_gzip(accepted: str) -> bool:
    """Whether a client says that it takes gzip (RFC 9110, 12.5.3)."""
    for each in accepted.lower().split(","):
        coding, _, weight = each.partition(";")
        if coding.strip() == "gzip":
            return _NEVER.fullmatch(weight.replace(" ", "")) is None
    return False


def _tags(given: str) -> set[str]:
    """The tags of a client's copies; a weak one is as good here (RFC 9110, 13.1.2)."""
    return {each.strip().removeprefix("W/") for each in given.split(",")}
