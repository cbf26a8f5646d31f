"""What every answer bears, and paths that are asked for in no honest way.

No path of the interface needs a percent sign: whatever bears one, climbs, or has an empty step is
nowhere, before anything decodes it.
"""

from __future__ import annotations

import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glasshield.centre.bodies import MODE_HEADER
from glasshield.exchange.release.terms import Mode

# Nothing that is served here runs, is framed or is kept by anybody between.
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
STRICT_TRANSPORT: Final = ("Strict-Transport-Security", "max-age=31536000")
# Letters, digits and a few signs between single slashes, no step that is dots alone.
_PATH: Final = re.compile(rb"/(?:(?!\.+(?:/|\Z))[A-Za-z0-9._~-]+(?:/(?=.)|\Z))*", re.ASCII)
_NOWHERE: Final = "/v0"  # no path of the interface begins so


class Guarded:
    """An application whose answers all bear the same marks, errors too."""

    def __init__(self, app: ASGIApp, mode: Mode) -> None:
        self._app = app
        self._headers = HEADERS | {MODE_HEADER: mode.value}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        if _PATH.fullmatch(scope.get("raw_path") or scope["path"].encode()) is None:
            scope = {**scope, "path": _NOWHERE, "raw_path": _NOWHERE.encode()}
        is_secret = scope["scheme"] in ("https", "wss")

        async def marked(message: Message) -> None:
            if message["type"].endswith(("http.response.start", "websocket.accept")):
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if is_secret:
                    headers.setdefault(*STRICT_TRANSPORT)
            await send(message)

        await self._app(scope, receive, marked)
