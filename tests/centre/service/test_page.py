"""Every setting and every metric of a centre stands on its page, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from glasshield.centre import config
from glasshield.centre.bodies import MOST_ROWS
from tests.centre.service.running import detections, refused, running

PAGE = Path(__file__).parents[3] / "docs" / "centre-settings.md"
TABLES: dict[str, tuple[type[msgspec.Struct], set[str]]] = {
    "Settings": (config.Config, {"listen", "store", "picture", "limits", "nats", "peer"}),
    "[listen]": (config.Listen, {"tls"}),
    "[store]": (config.StoreAt, set()),
    "[picture]": (config.PictureAt, set()),
    "[limits]": (config.LimitsAt, set()),
    "[nats]": (config.NatsAt, set()),
    "[peer.NAME]": (config.PeerAt, set()),
}


def rows(text: str) -> list[tuple[str, str]]:
    """The first two cells of a table's rows."""
    found = re.findall(r"^\| `([^`]+)` \|([^|]*)\|", text, re.MULTILINE)
    return [(key, usual.strip().strip("`")) for key, usual in found]


def part(name: str) -> str:
    """The text behind a heading or a table's name, up to the next."""
    begin = f"## {name}" if name in ("Settings", "Metrics") else f"`{name}`:"
    after = PAGE.read_text().split(begin, 1)[1]
    return re.split(r"^(?:## |`\[)", after, maxsplit=1, flags=re.MULTILINE)[0]


def shown(value: object) -> str:
    """A usual value as the page has it."""
    if value is None or value == "":
        return ""
    if value == ():
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_every_setting_stands_there_with_what_is_usual() -> None:
    for name, (type_, above) in TABLES.items():
        found = dict(rows(part(name)))
        fields = [one for one in msgspec.structs.fields(type_) if one.name not in above]
        for one in fields:
            usual = "required" if one.required else shown(one.default)
            assert (one.name, found.get(one.name)) == (one.name, usual)
        extra = {"tls.certificate", "tls.key", "tls.client_ca"} if name == "[listen]" else set()
        assert set(found) == {one.name for one in fields} | extra
    tls = {f"tls.{one.name}" for one in msgspec.structs.fields(config.Tls)}
    assert tls == {key for key, _ in rows(part("[listen]")) if key.startswith("tls.")}
    assert f"{MOST_ROWS:,} detections" in PAGE.read_text()


def test_every_metric_of_a_running_centre_stands_there_and_is_one(tmp_path: Path) -> None:
    listed = {name for name, _ in rows(part("Metrics"))}
    with running(tmp_path) as here:
        here.sent("aurora", detections("north", here.centre.now()))
        refused(here.send("aurora", b"{}"))
        text = here.centre.metrics.text()
    told = set(re.findall(r"^# TYPE (\S+)", text, re.MULTILINE))
    assert told <= listed
    # Those of which nothing has happened yet.
    assert listed - told <= {
        "glasshield_events_total",
        "glasshield_failures_total",
        "glasshield_flooded_total",
        "glasshield_late_total",
        "glasshield_left_out",
    }
