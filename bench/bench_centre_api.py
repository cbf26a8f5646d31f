"""What the centre's interface costs: the live picture in its two forms, and requests a second.

Frames against JSON of the same picture, by two encoders. The parser of HTTP in C against the one in
Python underneath the same application, and the framework against nothing but the server: by the
processor time of the server's process, while another one asks. No engine and no disk stand behind.

    python bench/bench_centre_api.py
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
import uvicorn

sys.path.insert(0, str(Path(__file__).parents[1]))

from glasshield.centre.api import showing
from glasshield.centre.api.frames import unpack
from glasshield.centre.api.server import Listen, _bound, _config
from tests.centre.api.standing_in import StandIn, batch, bearer, headers_of, shown
from yardstick import row

TRACKS = 500
RUNS = 200
REQUESTS = 1500
SENDERS = 8
BODY_BYTES = 42_000


def best_s(run: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of some runs, which other load on the machine disturbed least."""
    found = []
    for _ in range(runs):
        begun = time.perf_counter()
        run()
        found.append(time.perf_counter() - begun)
    return min(found)


def pictures() -> None:
    seen = shown(TRACKS)
    packed = showing.frame(seen)
    plain = msgspec.json.encode(showing.picture(seen))
    frame_s = best_s(lambda: showing.frame(seen))
    msgspec_s = best_s(lambda: msgspec.json.encode(showing.picture(seen)))
    json_s = best_s(lambda: json.dumps(msgspec.to_builtins(showing.picture(seen))), RUNS // 4)
    read_s = best_s(lambda: unpack(packed))
    print(f"a picture of {TRACKS} tracks; a frame is read in {read_s * 1e6:.0f} us")
    row(f"  frame, {len(packed):,} bytes", f"{frame_s * 1e6:6.0f} us", "1.0")
    row(f"  JSON, {len(plain):,} bytes", f"{msgspec_s * 1e6:6.0f} us", f"{msgspec_s / frame_s:.1f}")
    row("  JSON, the standard library", f"{json_s * 1e6:6.0f} us", f"{json_s / frame_s:.1f}")


@contextmanager
def served(app: Any, http: str) -> Iterator[int]:
    """A port behind which an application is served."""
    listen = Listen()
    bound = _bound(listen)
    config = _config(app, listen, None)
    if http != "ours":
        config.http = http
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()
    try:
        yield bound.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


async def asked(port: int, data: bytes) -> None:
    """Requests of some senders that each wait for their answers."""

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        with closing(writer):
            for _ in range(REQUESTS // SENDERS):
                writer.write(data)
                await writer.drain()
                head = await reader.readuntil(b"\r\n\r\n")
                assert head.startswith(b"HTTP/1.1 200"), head
                length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                await reader.readexactly(length)

    await asyncio.gather(*(one() for _ in range(SENDERS)))


def cost_s(port: int, data: bytes) -> float:
    """The processor time of this process for a request that another one sends."""
    begun = time.process_time()
    command = [sys.executable, __file__, str(port)]
    subprocess.run(command, input=data, check=True)
    return (time.process_time() - begun) / REQUESTS


def request(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    lines = {"Host": "x", "Content-Length": str(len(body))} | headers
    text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {path} HTTP/1.1\r\n{text}\r\n".encode() + body


async def nothing_but(_scope: Any, receive: Any, send: Any) -> None:
    """An application that reads the body and says yes."""
    while (await receive()).get("more_body"):
        pass
    start = {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]}
    await send(start)
    await send({"type": "http.response.body", "body": b"{}"})


def requests() -> None:
    with tempfile.TemporaryDirectory() as folder:
        centre = StandIn(Path(folder))
        body = bytes(BODY_BYTES)
        asking = {
            f"POST of {BODY_BYTES:,} bytes, signed": request(
                "POST", "/v1/batches", headers_of(batch(body)), body
            ),
            "GET of a picture of 3 tracks": request("GET", "/v1/pictures", bearer("party")),
        }
        for name, data in asking.items():
            print(f"{name}, {SENDERS} senders")
            base = 0.0
            for label, app, http in (
                ("as served", centre.app(), "ours"),
                ("parser in Python", centre.app(), "h11"),
                ("no framework", nothing_but, "ours"),
            ):
                with served(app, http) as port:
                    each_s = min(cost_s(port, data) for _ in range(3))
                base = base or each_s
                row(f"  {label}", f"{each_s * 1e6:6.0f} us a request", f"{each_s / base:5.2f}")
        centre.close()


def main() -> None:
    if len(sys.argv) > 1:
        asyncio.run(asked(int(sys.argv[1]), sys.stdin.buffer.read()))
        return
    pictures()
    requests()


if __name__ == "__main__":
    main()
