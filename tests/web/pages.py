"""Pages with the globe on them, as a server gives them, for the tests in a browser."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec

import glasshield
from glasshield import catalog
from glasshield.assurance.argued import Argument
from glasshield.report.assurance.names import Names
from glasshield.report.view.build import JudgedClaim, rendered, view_of
from tests.report import fake_assessment, fake_assurance, fake_monitoring

PACKAGE = Path(glasshield.__file__).parent
GOLDEN = Path(__file__).parents[2] / "web" / "test" / "golden" / "argument.json"
# As strict as the server's: nothing but what comes from the page's own server.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def a_view() -> bytes:
    """The made-up assessment, with a claim that can be argued and a plan of monitoring."""
    judged = fake_assurance.document()
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))["argument"]
    argued = replace_claim(msgspec.convert(golden, Argument), judged.claim.id)
    names = Names.of(catalog.load())
    plans = (fake_monitoring.plan(),)
    return rendered(
        view_of(fake_assessment.document(), (JudgedClaim(judged, argued),), plans, names)
    )


def replace_claim(argument: Argument, claim: str) -> Argument:
    """The argument as that of another claim."""
    return msgspec.structs.replace(argument, claim=claim)


def page(view: bytes, lang: str = "en") -> bytes:
    """A page of its own for the globe, with the documents on it."""
    world = (PACKAGE / "geodata" / "data" / "world-coarse.topo.json").read_text(encoding="utf-8")
    held = {"glasshield-view": view.decode(), "glasshield-world": world}
    blocks = "".join(
        f'<script type="application/json" id="{id}">{_inert(text)}</script>'
        for id, text in held.items()
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Glasshield</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="/glasshield.css"></head>'
        f'<body><main id="glasshield-globe" data-page></main>{blocks}'
        '<script type="module" src="/glasshield.js"></script></body></html>'
    ).encode()


def _inert(text: str) -> str:
    """A document that ends no tag."""
    return text.replace("<", "\\u003c")


@contextmanager
def served(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server with these pages and the packaged bundle."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body = pages.get(path)
            if body is None and path in ("/glasshield.js", "/glasshield.css"):
                body = (PACKAGE / "web" / path[1:]).read_bytes()
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", TYPES.get(Path(path).suffix, "text/html"))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
