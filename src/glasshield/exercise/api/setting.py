"""The setting of an exercise as a view document: who stands where, and who answers for what.

It is what the parties of an exercise have agreed on, so it is the same in every room, but for the
sensors that a party does not name to another. What decides the exercise stands nowhere in it:
flights, injects, release rules, how well sensors measure, with which probability an interceptor
hits.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from glasshield import __version__
from glasshield.catalog.model import Basing, Record, SensorType
from glasshield.catalog.quantity import Fact
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination.sectors_check import Patch, check_sectors
from glasshield.exchange.release.rules import Rule
from glasshield.exchange.release.rules import Source as Data
from glasshield.exercise.api.edges import drawn, edges_of
from glasshield.exercise.places import area_of, sectors_of
from glasshield.exercise.reading import Exercise
from glasshield.exercise.script import Battery as WrittenBattery
from glasshield.exercise.script import Sensor as WrittenSensor
from glasshield.exercise.script import Titled
from glasshield.exercise.world import Stage
from glasshield.geodata.disclaimer import DISCLAIMER, DISCLAIMER_SHORT
from glasshield.messages import LANGUAGES, text
from glasshield.report.view.document import Defends, Meets, Reaches, Sees, View
from glasshield.report.view.of_plan import NO_CELLS, columns
from glasshield.report.view.parts import (
    Battery,
    Deployed,
    Phase,
    Program,
    ReachOutline,
    Sector,
    Sensor,
    Source,
    StatedSpeed,
    Text,
)
from glasshield.report.view.regions import Region, Trouble
from glasshield.sensing.station import Station
from glasshield.shield.outline import outline
from glasshield.shield.windows import Emplacement

_KM_M: Final = 1e3
_NONE: Final = Text(en="", ru="")
_CHOSEN: Final = {"source": ("exercise",), "status": "assumed"}


def unnamed(exercise: Exercise, party: str) -> frozenset[str]:
    """The sensors, by their names in the file, that others do not name to a party by any rule.

    Args:
        exercise: with its rules, as it begins.
        party: to which; empty for the controller, to whom all are named.
    """
    if not party:
        return frozenset()
    to_it = [rule for rule in exercise.rules if party in rule.to and rule.terms.names_sensors]
    return frozenset(
        name
        for name, sensor in exercise.script.sensor.items()
        if sensor.party != party
        and not any(rule.source.covers(_only(rule, sensor.party, name)) for rule in to_it)
    )


def _only(rule: Rule, party: str, sensor: str) -> Data:
    """What a rule would be about if it were about one sensor of a party alone."""
    return replace(rule.source, owner=party, sensors=frozenset({sensor}))


def setting(stage: Stage, hidden: frozenset[str] = frozenset()) -> View:
    """What a browser shows of the setting of an exercise.

    Args:
        stage: of the exercise.
        hidden: the sensors, by their names in the file, that are left out.

    Raises:
        InputError: a region that is drawn by two shapes of one kind.
    """
    exercise = stage.exercise
    batteries = exercise.script.battery.items()
    cited = _Cited(exercise)
    made = tuple(_battery(k, one, stage.places.batteries[k], cited) for k, one in batteries)
    sensors = (*_radars(stage, cited, hidden), *_infrared(exercise, cited))
    left_out = {sensor_id(exercise, name) for name in hidden}
    names, short = (
        {id: called for id, called in found.items() if id not in left_out}
        for found in (_names(exercise), _short(exercise))
    )
    return View(
        form="glasshield-view/1",
        title=_named(exercise.head),
        subtitle=_both("web.room.setting.subtitle"),
        mark="exercise",
        mark_text=_both("api.mark.exercise"),
        program=Program(
            name="glasshield",
            version=__version__,
            command="",
            input_hash=exercise.sha256,
        ),
        names=dict(sorted(names.items())),
        short=dict(sorted(short.items())),
        phases=(_phase(exercise),),
        sensors=sensors,
        batteries=made,
        places=(),
        flights=(),
        timeline=None,
        sees=columns(Sees),
        meets=columns(Meets),
        reaches=columns(Reaches),
        defends=columns(Defends),
        cells=NO_CELLS,
        claims=(),
        claim_paths=(),
        arguments=(),
        plans=(),
        assumptions=(),
        sources=tuple(cited.sources()),
        disclaimer=Text(en=DISCLAIMER["en"], ru=DISCLAIMER["ru"]),
        disclaimer_short=Text(en=DISCLAIMER_SHORT["en"], ru=DISCLAIMER_SHORT["ru"]),
        regions=tuple(_regions(exercise)),
        troubles=tuple(_troubles(exercise)),
    )


def sensor_id(exercise: Exercise, name: str) -> str:
    """The id of a sensor in the document, by its name in the file."""
    return f"{exercise.script.sensor[name].party}/{name}"


def battery_id(exercise: Exercise, name: str) -> str:
    """The id of a battery in the document, by its name in the file."""
    return f"{exercise.script.battery[name].party}/{name}"


class _Cited:
    """Where numbers of the catalogue come from, and which sources were named."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self._named: dict[str, None] = {}

    def of(self, fact: Fact | None) -> dict[str, Any]:
        """What a fact of the catalogue says of itself; the exercise's own choice without one."""
        if fact is None:
            return dict(_CHOSEN)
        self._named |= dict.fromkeys(fact.sources)
        return {"source": fact.sources, "status": str(fact.status), "note": fact.note}

    def sources(self) -> Iterator[Source]:
        """All that was named, in the order in which it was."""
        for id in self._named:
            if id in self.exercise.facts.sources:
                found = self.exercise.facts.sources[id]
                yield Source(id=id, title=found.name, where=found.where)


def _phase(exercise: Exercise) -> Phase:
    """An exercise has one phase, in which all of it stands."""
    name = _named(exercise.head)
    regions = (region for party in exercise.parties.values() for region in party.defends)
    return Phase(
        id=exercise.id,
        architecture=exercise.id,
        number=None,
        date=str(exercise.epoch),
        name=name,
        short=name,
        planned=_NONE,
        outcome=_NONE,
        defended=tuple(dict.fromkeys(regions)),
    )


def _names(exercise: Exercise) -> dict[str, Text]:
    """What people call the things of the exercise, and what it takes from the catalogue."""
    script, facts = exercise.script, exercise.facts
    found = {id: _named(one) for id, one in script.party.items()}
    for name, one in script.battery.items():
        record = facts.interceptors[one.interceptor]
        found[one.interceptor] = _named(record)
        found |= {by: _named(facts.parties[by]) for by in record.variants() if by in facts.parties}
        found[battery_id(exercise, name)] = _with(name, facts.sites[one.site] if one.site else None)
    found |= {
        sensor_id(exercise, name): _with(name, facts.sensors[one.sensor] if one.sensor else None)
        for name, one in script.sensor.items()
    }
    found |= {id: _named(facts.sensors[id]) for id in exercise.head.infrared}
    return found


def _short(exercise: Exercise) -> dict[str, Text]:
    """What sensors and batteries are called in the file, for where there is little room."""
    script = exercise.script
    found = {battery_id(exercise, name): _same(name) for name in script.battery}
    found |= {sensor_id(exercise, name): _same(name) for name in script.sensor}
    return found


def _radars(stage: Stage, cited: _Cited, hidden: frozenset[str]) -> Iterator[Sensor]:
    script = stage.exercise.script
    for (name, one), station in zip(script.sensor.items(), stage.stations, strict=True):
        if name not in hidden:
            yield _radar(sensor_id(stage.exercise, name), one, station, cited)


def _radar(id: str, one: WrittenSensor, station: Station, cited: _Cited) -> Sensor:
    """A radar of the exercise, with the fields of view that its measurements are made with."""
    exercise, facts = cited.exercise, cited.exercise.facts
    record = facts.sensors[one.sensor] if one.sensor else None
    design = None if record is None else facts.radars[record.radar]
    views = () if record is None else record.fields_of_view
    site = facts.sites[record.site] if record is not None and record.site else None
    return Sensor(
        id=id,
        kind="radar",
        party=one.party,
        lat_deg=round(math.degrees(station.lat_rad), 5),
        lon_deg=round(math.degrees(station.lon_rad), 5),
        height_m=station.height_m,
        at_sea=site is not None and site.basing is Basing.SEA,
        site=None,
        search=None if design is None else str(design.search),
        range_km=(station.range_m if design is None else design.detection_range.si) / _KM_M,
        reference_cross_section_m2=None if design is None else design.reference_cross_section.si,
        sectors=tuple(
            Sector(
                azimuth_from_deg=from_deg,
                azimuth_to_deg=to_deg,
                elevation_min_deg=round(math.degrees(each.elevation_min_rad), 3),
                elevation_max_deg=round(math.degrees(each.elevation_max_rad), 3),
                **cited.of(views[k] if k < len(views) else None),
            )
            for k, each in enumerate(station.sectors)
            for from_deg, to_deg in (_azimuths_deg(each.azimuth_from_rad, each.azimuth_width_rad),)
        ),
        phases=(exercise.id,),
        **cited.of(None if record is None else facts.position_of(record)),
    )


def _azimuths_deg(from_rad: float, width_rad: float) -> tuple[float, float]:
    """Both edges, clockwise; the full circle goes from 0 to 360."""
    width = math.degrees(width_rad)
    if width >= 360.0 - 1e-9:
        return 0.0, 360.0
    start = math.degrees(from_rad) % 360.0
    return round(start, 3), round((start + width) % 360.0, 3)


def _infrared(exercise: Exercise, cited: _Cited) -> Iterator[Sensor]:
    """What points radars from orbit; it is no party's of the exercise."""
    for id in exercise.head.infrared:
        record = exercise.facts.sensors[id]
        if record.type is not SensorType.INFRARED:
            continue
        yield Sensor(
            id=id,
            kind="infrared",
            party="",
            lat_deg=None,
            lon_deg=None,
            height_m=None,
            at_sea=False,
            site=None,
            search=None,
            range_km=None,
            reference_cross_section_m2=None,
            sectors=(),
            phases=(exercise.id,),
            **cited.of(record.cloud_height),
        )


def _battery(name: str, one: WrittenBattery, place: Emplacement, cited: _Cited) -> Battery:
    """A battery as it stands at the beginning, with the reach that plans count on."""
    exercise, facts = cited.exercise, cited.exercise.facts
    record = facts.interceptors[one.interceptor]
    site = facts.sites[one.site] if one.site else None
    id, rules, shape = battery_id(exercise, name), place.rules, outline(place.table)
    speed = record.burnout_speed
    by = next(iter(record.variants()), "")
    value = round(speed.si / _KM_M, 3)
    return Battery(
        id=id,
        site=id,
        interceptor=one.interceptor,
        party=one.party,
        lat_deg=round(math.degrees(place.lat_rad), 5),
        lon_deg=round(math.degrees(place.lon_rad), 5),
        height_m=place.height_m,
        at_sea=site is not None and site.basing is Basing.SEA,
        deployed=(Deployed(phase=exercise.id, count=float(one.count)),),
        ground_range_km=_km(rules.max_ground_m),
        min_height_km=_km(rules.min_height_m),
        max_height_km=_km(rules.max_height_m),
        speeds=(
            StatedSpeed(
                by=by,
                value_km_s=value,
                low_km_s=round(speed.low_si / _KM_M, 3),
                high_km_s=round(speed.high_si / _KM_M, 3),
                **cited.of(speed),
            ),
        ),
        reach=(
            ReachOutline(
                by=by,
                burnout_speed_km_s=value,
                bearing_deg=tuple(round(math.degrees(x), 4) for x in shape.bearing_rad.tolist()),
                ground_km=tuple(round(x / _KM_M, 1) for x in shape.ground_m.tolist()),
                top_km=tuple(tuple(map(_top_km, row)) for row in shape.top_m.tolist()),
            ),
        ),
        **cited.of(None if site is None else site.position),
    )


def _regions(exercise: Exercise) -> Iterator[Region]:
    """Every region that parties and sectors name, once."""
    script = exercise.script
    defended = {id: one.defends for id, one in script.party.items()}
    territory = {id: one.territory for id, one in script.party.items()}
    for id, region in exercise.regions.items():
        made = drawn(region)
        own = [one for one in script.sector.values() if id in one.regions]
        first = list(script.party)
        yield Region(
            id=id,
            name=_region_name(exercise, id),
            sector=tuple(sorted({one.party for one in own}, key=first.index)),
            forces=tuple(dict.fromkeys(force for one in own for force in one.forces)),
            defended=_holders(defended, id),
            territory=_holders(territory, id),
            lat_deg=made.lat_deg,
            lon_deg=made.lon_deg,
            edges=made.edges,
        )


def _holders(names: Mapping[str, tuple[str, ...]], region: str) -> tuple[str, ...]:
    return tuple(party for party, regions in names.items() if region in regions)


def _region_name(exercise: Exercise, id: str) -> Text:
    """As the catalogue calls it; its id where the file draws it."""
    known = exercise.facts.regions
    return _same(id) if id in exercise.script.region or id not in known else _named(known[id])


def _troubles(exercise: Exercise) -> Iterator[Trouble]:
    """What nobody answers for, and what several parties do, of all that is defended."""
    if not exercise.script.sector:
        return
    names = dict.fromkeys(name for one in exercise.parties.values() for name in one.defends)
    areas = [area_of(exercise.regions[name]) for name in names]
    found = check_sectors(sectors_of(exercise), areas)
    step_km = found.step_rad * EARTH_MEAN_RADIUS_M / _KM_M
    for number, patch in enumerate(found.patches):
        yield _trouble(f"{patch.trouble}-{number + 1}", patch, step_km)


def _trouble(id: str, patch: Patch, step_km: float) -> Trouble:
    return Trouble(
        id=id,
        kind=patch.trouble.value,
        parties=patch.parties,
        regions=patch.defended,
        area_km2=round(patch.area_m2 / _KM_M**2, 1),
        step_km=round(step_km, 1),
        lat_deg=round(math.degrees(patch.lat_rad), 4),
        lon_deg=round(math.degrees(patch.lon_rad), 4),
        edges=edges_of(patch),
    )


def _named(one: Titled | Record) -> Text:
    return Text(en=one.named("en"), ru=one.named("ru"))


def _with(name: str, record: Record | None) -> Text:
    """A name of the file, and what the catalogue calls the same."""
    if record is None:
        return _same(name)
    return Text(en=f"{name} ({record.named('en')})", ru=f"{name} ({record.named('ru')})")


def _same(name: str) -> Text:
    return Text(en=name, ru=name)


def _both(key: str) -> Text:
    return Text(**{lang: text(lang, key) for lang in LANGUAGES})


def _km(value_m: float) -> float | None:
    """Kilometres to a tenth; null for what is not limited."""
    return round(value_m / _KM_M, 1) if math.isfinite(value_m) else None


def _top_km(value_m: float) -> float | None:
    """Whole kilometres; null beyond the reach."""
    return round(value_m / _KM_M, 0) if math.isfinite(value_m) else None
