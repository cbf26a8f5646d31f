"""Records what a centre says to a browser: web/test/recorded/live.json.

    python -m tools.web_recording URL TOKEN_FILE

Run it against `glasshield serve` of the exercise, from its start on: hello, events and frames as
they came, with the answers of `/v1/pictures` and `/v1/notices`. The browser's tests play it back.
"""

from __future__ import annotations

import json
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any, Final

from websockets.sync.client import connect

FILE: Final = Path(__file__).parents[1] / "web" / "test" / "recorded" / "live.json"
_LONGEST_S: Final = 150.0
_LEAST_EVENTS: Final = 2
_MOST_FRAMES: Final = 12


def recorded(url: str, token: str) -> dict[str, Any]:
    """Messages in their order, bytes as hexadecimal digits, and the two answers after them."""
    live = url.replace("http", "ws", 1) + "/v1/live"
    protocols: Any = ["glasshield.frames.v1", f"glasshield.bearer.{token}"]
    messages: list[dict[str, str]] = []
    counts = {"events": 0, "frames": 0}
    ends = time.monotonic() + _LONGEST_S
    with connect(live, subprotocols=protocols) as line:
        while time.monotonic() < ends and not _is_enough(counts):
            said = line.recv(timeout=_LONGEST_S)
            if isinstance(said, str):
                messages.append({"text": said})
                counts["events"] += json.loads(said)["type"] == "events"
            elif counts["frames"] < _MOST_FRAMES or messages[-1].get("text"):
                messages.append({"hex": said.hex()})
                counts["frames"] += 1
        answers = {path: _asked(f"{url}/v1/{path}", token) for path in ("pictures", "notices")}
    return {"messages": messages, **answers}


def _is_enough(counts: dict[str, int]) -> bool:
    return counts["events"] >= _LEAST_EVENTS and counts["frames"] >= _MOST_FRAMES


def _asked(url: str, token: str) -> Any:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=10.0) as answer:
        return json.load(answer)


def main() -> None:
    """Writes the file."""
    url, token_file = sys.argv[1:]
    found = recorded(url, Path(token_file).read_text(encoding="utf-8").strip())
    FILE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
