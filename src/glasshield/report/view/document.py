"""The view document: what a browser shows, and all that it shows.

Compact on purpose: tables are columns of equal length that refer to other lists by their places,
cells are letters of a string. Units stand in the names, what does not exist is null, every text is
in both languages, and what somebody states carries who, from where and how well it is known.
"""

from __future__ import annotations

from typing import Final, Literal

from glasshield.assurance.argued import Argument
from glasshield.report.view.claims import Claim, ClaimPath
from glasshield.report.view.parts import (
    Assumption,
    Battery,
    Flight,
    Mark,
    Part,
    Phase,
    Place,
    Program,
    Sensor,
    Source,
    Text,
    Timeline,
    Verdict,
)
from glasshield.report.view.plans import Plan
from glasshield.report.view.regions import Region, Trouble

FORM: Final = "glasshield-view/1"


class Sees(Part, frozen=True, kw_only=True):
    """When each sensor of each phase sees each flight; columns of equal length.

    `phase`, `flight` and `sensor` are places in the lists of these. Times count from the launch;
    `why_not` says why a sensor never sees the flight: `below-horizon`, `outside-sector`,
    `beyond-range`, `not-cued` or `below-clouds`.
    """

    phase: tuple[int, ...]
    flight: tuple[int, ...]
    sensor: tuple[int, ...]
    first_seen_s: tuple[float | None, ...]
    last_seen_s: tuple[float | None, ...]
    first_seen_height_km: tuple[float | None, ...]
    detection_range_km: tuple[float | None, ...]
    why_not: tuple[str | None, ...]


class Reaches(Part, frozen=True, kw_only=True):
    """Whether each battery of each phase could meet each disputed flight; columns.

    `phase`, `flight` and `battery` are places in the lists of these; `by` is who states the burnout
    speed. `opens_s` to `closes_s` is the window of intercepts, `launch_opens_s` to
    `launch_closes_s` that of launches. `why_not` is the rule that closes the window, by the name
    of its field in the catalogue, or `out-of-reach` or `not-seen`. `meeting_s` and
    `meeting_height_km` are a meeting in the middle of the window; `miss_km` is by how far a full
    flight of the interceptor missed it.
    """

    phase: tuple[int, ...]
    flight: tuple[int, ...]
    battery: tuple[int, ...]
    by: tuple[str, ...]
    burnout_speed_km_s: tuple[float, ...]
    verdict: tuple[Verdict, ...]
    reachable: tuple[bool, ...]
    opens_s: tuple[float | None, ...]
    closes_s: tuple[float | None, ...]
    launch_opens_s: tuple[float | None, ...]
    launch_closes_s: tuple[float | None, ...]
    shots: tuple[int, ...]
    least_speed_km_s: tuple[float | None, ...]
    speed_margin_km_s: tuple[float | None, ...]
    time_margin_s: tuple[float | None, ...]
    latest_commit_s: tuple[float | None, ...]
    why_not: tuple[str | None, ...]
    meeting_s: tuple[float | None, ...]
    meeting_height_km: tuple[float | None, ...]
    miss_km: tuple[float | None, ...]


class Meets(Part, frozen=True, kw_only=True):
    """When each battery of each phase could meet each flight of a threat; columns.

    As in `reaches`, with the stated inputs and the declared speed alone.
    """

    phase: tuple[int, ...]
    flight: tuple[int, ...]
    battery: tuple[int, ...]
    opens_s: tuple[float | None, ...]
    closes_s: tuple[float | None, ...]
    launch_opens_s: tuple[float | None, ...]
    launch_closes_s: tuple[float | None, ...]
    shots: tuple[int, ...]
    why_not: tuple[str | None, ...]


class Defends(Part, frozen=True, kw_only=True):
    """How much of each region each phase defends against a missile from a launch area; columns.

    Shares are of what is threatened, with the ends of the uncertain inputs. Region `all` is
    everything that the phase is to defend.
    """

    phase: tuple[int, ...]
    missile: tuple[str, ...]
    launch: tuple[str, ...]
    region: tuple[str, ...]
    area: tuple[float, ...]
    area_low: tuple[float, ...]
    area_high: tuple[float, ...]
    population: tuple[float, ...]
    population_low: tuple[float, ...]
    population_high: tuple[float, ...]
    threatened_area: tuple[float | None, ...]
    threatened_population_millions: tuple[float | None, ...]
    least_shots: tuple[int | None, ...]
    most_shots: tuple[int | None, ...]


class Layer(Part, frozen=True, kw_only=True):
    """What a phase defends against a missile from a launch area, cell by cell.

    `state` has one digit for each cell, in the order of the bands: 0 not threatened, 1 threatened
    and not defended, 2 defended at some end of the uncertain inputs, 3 defended at all of them.
    `shots` has one letter for each cell: how many interceptors one after the other could be
    launched, 0 to 9 and then a to z; z stands for 35 and more.
    """

    phase: int
    missile: str
    launch: str
    state: str
    shots: str


class Band(Part, frozen=True, kw_only=True):
    """A row of cells between two parallels, as runs of cells that touch.

    Run i is cut into `count[i]` equal cells from `west_deg[i]` eastward to `east_deg[i]`.
    """

    south_deg: float
    north_deg: float
    west_deg: tuple[float, ...]
    east_deg: tuple[float, ...]
    count: tuple[int, ...]


class Cells(Part, frozen=True, kw_only=True):
    """The equal-area grid, and what is defended on it; cells go band by band, run by run."""

    cell_km: float
    bands: tuple[Band, ...]
    layers: tuple[Layer, ...]


class View(Part, frozen=True, kw_only=True):
    """What a browser shows.

    `short` are names where there is little room; by the same ids as `names`. `regions` and
    `troubles` are those of the setting of an exercise.
    """

    form: Literal["glasshield-view/1"]
    title: Text
    subtitle: Text
    mark: Mark
    mark_text: Text
    program: Program
    names: dict[str, Text]
    short: dict[str, Text]
    phases: tuple[Phase, ...]
    sensors: tuple[Sensor, ...]
    batteries: tuple[Battery, ...]
    places: tuple[Place, ...]
    flights: tuple[Flight, ...]
    timeline: Timeline | None
    sees: Sees
    meets: Meets
    reaches: Reaches
    defends: Defends
    cells: Cells
    claims: tuple[Claim, ...]
    claim_paths: tuple[ClaimPath, ...]
    arguments: tuple[Argument, ...]
    plans: tuple[Plan, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[Source, ...]
    disclaimer: Text
    disclaimer_short: Text
    regions: tuple[Region, ...] = ()
    troubles: tuple[Trouble, ...] = ()
