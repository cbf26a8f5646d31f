"""What the rules of release mean, decided for one detection at a time, in plain Python.

Nothing here is shared with the program: a rule, a detection and the terms of a release are
dictionaries, and each question is answered from the words of the rules alone.
"""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
NUMBERS = ("delay", "position", "velocity", "time", "factor")


def is_about(rule: Row, detection: Row) -> bool:
    """Whether a rule speaks of a detection."""
    if rule["from"] != detection["owner"] or rule["mode"] != detection["mode"]:
        return False
    if rule["sensors"] != "all" and detection["sensor"] not in rule["sensors"]:
        return False
    if rule["region"] is not None and not lies_in(rule["region"], detection):
        return False
    if rule["since"] is not None and detection["time"] < rule["since"]:
        return False
    return not (rule["until"] is not None and detection["time"] > rule["until"])


def lies_in(box: tuple[float, float, float, float], detection: Row) -> bool:
    """Whether a detection has a place, and it lies in a box of south, north, west and east."""
    lat, lon = detection["lat"], detection["lon"]
    if lat is None:
        return False
    south, north, west, east = box
    if not south <= lat <= north:
        return False
    return west <= lon <= east if west < east else lon >= west or lon <= east


def is_no_finer(release: Row, rule: Row, kind: str) -> bool:
    """Whether a release is as late and as coarse as a rule wants it, and of what it allows."""
    for name in NUMBERS:
        if release[name] < rule[name]:
            return False
    choices = ["classes", "events"] if kind == "events" else ["classes"]
    for name in choices:
        if rule[name] != "all":
            if release[name] == "all":
                return False
            for each in release[name]:
                if each not in rule[name]:
                    return False
    return not (release["named"] and not rule["named"])


def may(rules: list[Row], detection: Row, viewer: str, kind: str, release: Row) -> bool:
    """Whether a detection may go into something that a viewer gets under some terms."""
    if detection["owner"] == viewer:
        return True
    for rule in rules:
        is_for = viewer in rule["to"] and kind in rule["kinds"]
        if is_for and is_about(rule, detection) and is_no_finer(release, rule, kind):
            return True
    return False


def may_tell(
    rules: list[Row], detection: Row, viewer: str, object_class: str, event: str, delay: float
) -> bool:
    """Whether a viewer may be told an event of an object, so late, that a detection is behind."""
    if detection["owner"] == viewer:
        return True
    for rule in rules:
        is_for = viewer in rule["to"] and "events" in rule["kinds"] and delay >= rule["delay"]
        has_class = rule["classes"] == "all" or object_class in rule["classes"]
        has_event = rule["events"] == "all" or event in rule["events"]
        if is_for and has_class and has_event and is_about(rule, detection):
            return True
    return False
