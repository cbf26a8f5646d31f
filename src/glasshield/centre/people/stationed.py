"""Where the sensors of each party of a centre stand: `sensors/PARTY.toml` beside the parties' file.

Two parties may call a sensor the same.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Final

from glasshield.errors import InputError
from glasshield.exchange.sensors import read_sensors, write_sensors
from glasshield.sensing.station import Station

SENSORS: Final = "sensors"
_OWNER_ONLY: Final = 0o600


def sensors_file(parties: Path, party: str) -> Path:
    """Where the stations of a party are described, beside the file of the parties."""
    return parties.parent / SENSORS / f"{party}.toml"


def read_stations(path: Path, party: str) -> tuple[Station, ...]:
    """The stations of a party, in a file as `glasshield simulate` writes them.

    Args:
        path: of the file.
        party: whose they are; a station that names no party is this one's.

    Raises:
        InputError: something in the file is wrong, or a station is another party's.
    """
    found = read_sensors(path).stations.values()
    for station in found:
        if station.party not in ("", party):
            raise InputError(
                f"the station {station.id} is another party's",
                where=str(path),
                got=station.party,
                expected=party,
            )
    return tuple(replace(station, party=party) for station in found)


def put_stations(parties: Path, party: str, given: Path) -> tuple[Station, ...]:
    """The stations of a party, put beside the file of the parties; those of others are left out.

    Args:
        parties: that file.
        party: whose they are; a station that names no party is this one's.
        given: a `sensors.toml`.

    Raises:
        InputError: something in it is wrong, or no station is this party's.
        OutputError: the place cannot be written.
    """
    read = read_sensors(given)
    own = {
        id: replace(station, party=party)
        for id, station in read.stations.items()
        if station.party in ("", party)
    }
    if not own:
        parties_named = sorted({station.party for station in read.stations.values()})
        raise InputError(
            f"no station in this file is of {party}",
            where=str(given),
            got=", ".join(parties_named) or "none",
        )
    simulated = tomllib.loads(given.read_text(encoding="utf-8")).get("simulated", False) is True
    identities = {identity: id for identity, id in read.asterix.items() if id in own}
    path = sensors_file(parties, party)
    stations = tuple(own.values())
    write_sensors(stations, path, simulated=simulated, asterix=identities)
    path.chmod(_OWNER_ONLY)
    return stations
