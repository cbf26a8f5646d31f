"""`glasshield simulate`: a scenario flown past sensors, written as if parties had sent it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output, readings
from glasshield.errors import InputError, RangeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.scenario.simulate import Simulation
    from glasshield.workspace import Workspace


def command(
    scenario: Annotated[
        str,
        typer.Argument(
            help="one-test-two-parties, raid-of-ten, joint-centre, five-hundred; your own .toml."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files are written.")],
    seed: Annotated[
        int | None, typer.Option(help="Of the random draws; the scenario's own where left out.")
    ] = None,
    set: options.SetFacts = None,
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Fly a scenario past sensors: truth, and detections with all their errors, marked simulated.

    Example: glasshield simulate one-test-two-parties --out out/test --seed 7
    """
    if seed is not None and seed < 0:
        raise RangeError("a seed is not below zero", where="--seed", got=seed)
    workspace, id = _workspace(scenario, catalog)
    facts = workspace.overridden(options.settings(set or [])).catalog
    record = facts.scenarios[id]
    from glasshield.workspace import check_writable

    check_writable(out)
    from glasshield.exchange.simulation import write_simulation
    from glasshield.scenario.simulate import simulate

    made = simulate(record, facts, seed)
    with output.progress("writing") as progress:
        files = write_simulation(made, out, progress)
    answer = _answer(made, files)
    if json:
        output.print_json(answer)
    else:
        _print(answer, record.name)


def _workspace(scenario: str, folder: Path | None) -> tuple[Workspace, str]:
    """The facts and the id of a scenario that is named, or that stands in a file.

    Raises:
        InputError: a file that holds no scenario, or more than one.
    """
    if not scenario.endswith(".toml"):
        return options.workspace(folder), scenario
    from glasshield.catalog import files
    from glasshield.workspace import Workspace

    file = Path(scenario)
    ids = [entry.id for entry in files.read_file(file, file) if entry.kind == "scenario"]
    if len(ids) != 1:
        raise InputError(
            f"the file holds {len(ids)} scenarios",
            where=scenario,
            expected="one table [scenario.ID]",
        )
    overlays = [folder] if folder else []
    return Workspace.default(*overlays, file), ids[0]


def _answer(made: Simulation, files: Sequence[Path]) -> dict[str, Any]:
    return {
        "simulated": True,
        "scenario": made.scenario.id,
        "seed": made.seed,
        "epoch": made.truth.epoch.isoformat(),
        "duration_s": made.scenario.duration.si,
        "objects": len(made.truth),
        "launches_reported": len(made.launches),
        "stations": readings.reported_by(made.detections),
        "files": [str(file) for file in files],
    }


def _print(answer: dict[str, Any], name: str) -> None:
    output.print_lines("SIMULATED", "")
    output.print_table(
        f"{name}: {answer['objects']} objects, {answer['duration_s']:,.0f} s, "
        f"seed {answer['seed']}",
        ("station", "party", "detections", "of these false"),
        [
            (one["id"], one["party"], f"{one['detections']:,}", f"{one['false_alarms']:,}")
            for one in answer["stations"]
        ],
        right=(2, 3),
    )
    if answer["launches_reported"]:
        output.print_lines(f"Launches reported from orbit: {answer['launches_reported']}")
    for file in answer["files"]:
        output.say(f"  {file}")
