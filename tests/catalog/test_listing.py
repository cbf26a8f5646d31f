"""What reports and commands read: assumptions, lists and single records."""

from __future__ import annotations

import json

import pytest

from glasshield import catalog
from glasshield.catalog import Status
from glasshield.errors import UnknownNameError

FACTS = catalog.load()


def test_assumptions_name_every_number_with_its_standing() -> None:
    rows = {row.key: row for row in catalog.assumptions(FACTS, ["interceptor.gbi2"])}
    speed = rows["interceptor.gbi2.burnout_speed"]
    assert (speed.value, speed.unit, speed.status, speed.by, speed.source) == (
        6.3, "km/s", Status.READ, "mda-2007", "S-AFP07",
    )  # fmt: skip
    rival = rows["interceptor.gbi2.burnout_speed.rivals.0"]
    assert (rival.value, rival.by, rival.source) == (9.0, "postol-2007", "S-AFP07, S-FPS07")
    assert speed.disputed
    assert rival.disputed
    assert not rows["interceptor.gbi2.stages.0.burn_time"].disputed


def test_assumptions_of_a_place_and_a_sector_are_degrees() -> None:
    rows = catalog.assumptions(FACTS, ["site.redzikowo", "sensor.armavir"])
    by_key = {row.key: (row.value, row.unit) for row in rows}
    assert by_key["site.redzikowo.position.lat_deg"] == (54.48, "deg")
    assert by_key["sensor.armavir.fields_of_view.0.azimuth_to_deg"] == (295.0, "deg")


def test_assumptions_of_a_part_leave_the_rest_out() -> None:
    rows = catalog.assumptions(FACTS, ["architecture.epaa.phases.3"])
    assert rows
    assert all(row.key.startswith("architecture.epaa.phases.3.") for row in rows)


def test_assumptions_come_once_and_name_their_sources() -> None:
    once = catalog.assumptions(FACTS, ["interceptor.gbi2"])
    assert catalog.assumptions(FACTS, ["interceptor.gbi2", "interceptor.gbi2"]) == once
    assert {"S-AFP07", "S-FPS07", "S-KRAM"} <= {source.id for source in catalog.cited(FACTS, once)}


def test_a_value_set_by_the_user_is_among_the_assumptions() -> None:
    changed = FACTS.override("interceptor.gbi2.burnout_speed", "7km/s")
    row = next(
        row
        for row in catalog.assumptions(changed, ["interceptor.gbi2"])
        if row.key == "interceptor.gbi2.burnout_speed"
    )
    assert (row.value, row.source, row.by) == (7.0, "user", "user")
    assert [source.id for source in catalog.cited(changed, [row])] == ["user"]


def test_the_listing_holds_every_record() -> None:
    rows = catalog.listing(FACTS)
    assert len(rows) == sum(len(FACTS.of_kind(kind)) for kind in catalog.KINDS)
    assert {"kind": "site", "id": "brdy"}.items() <= catalog.listing(FACTS, "site")[2].items()
    with pytest.raises(UnknownNameError, match="did you mean"):
        catalog.listing(FACTS, "sites")


@pytest.mark.parametrize("row", catalog.listing(FACTS), ids=lambda row: str(row["id"]))
def test_every_record_can_be_shown_as_json(row: dict[str, str]) -> None:
    shown = catalog.show(FACTS, f"{row['kind']}.{row['id']}")
    assert shown["id"] == row["id"]
    assert json.loads(json.dumps(shown)) == shown


def test_show_spells_out_sources_and_voices() -> None:
    shown = catalog.show(FACTS, "gbi2")
    assert shown["kind"] == "interceptor"
    assert shown["sources"]["S-AFP07"]["name"].startswith("AFP")
    assert shown["stated_by"]["postol-2007"]["name"] == "Postol, 2007"
    assert shown["burnout_speed"]["rivals"][0]["value"] == 9.0
    assert catalog.show(FACTS, "icbm-solid")["class"] == "icbm"
