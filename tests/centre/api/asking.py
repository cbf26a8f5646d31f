"""How tests ask the interface without a server: httpx, over the application itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
import msgspec
from starlette.types import ASGIApp

from glasshield.centre.errors import STATUS, Code, ErrorBody

Headers = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass
class Client:
    """Asks an application, one request after the other."""

    app: ASGIApp

    def request(
        self,
        method: str,
        path: str,
        headers: Headers | None = None,
        content: bytes | Iterable[bytes] = b"",
    ) -> httpx.Response:
        sent = content if isinstance(content, bytes) else _in_turn(content)
        return asyncio.run(self._asked(method, path, headers=headers, content=sent))

    def get(self, path: str, headers: Headers | None = None) -> httpx.Response:
        return self.request("GET", path, headers)

    def post(
        self, path: str, headers: Headers | None = None, content: bytes | Iterable[bytes] = b""
    ) -> httpx.Response:
        return self.request("POST", path, headers, content)

    async def _asked(self, method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as asking:
            return await asking.request(method, path, **more)


def fault(answer: httpx.Response) -> Code:
    """The code of an error, which has the one shape, goes with its status and says what to do."""
    found = msgspec.json.decode(answer.content, type=ErrorBody).error
    assert found.what
    assert found.do
    assert STATUS[found.code] == answer.status_code
    assert answer.headers["content-type"] == "application/json"
    return found.code


async def _in_turn(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
