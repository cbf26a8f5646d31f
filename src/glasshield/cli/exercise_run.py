"""`glasshield exercise run`: an exercise in rooms, or headless to its end."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from glasshield import arithmetic
from glasshield.cli import exercising, options, output
from glasshield.errors import InputError, RangeError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.exercise.actions import Inject
    from glasshield.exercise.log import Branch, Watch
    from glasshield.exercise.pictures import Audience
    from glasshield.exercise.reading import Exercise
    from glasshield.exercise.run import Run, Variant
    from glasshield.messages import Language
    from glasshield.workspace import Workspace

_SPEED: Final = re.compile(r"(\d+(?:\.\d+)?)\s*x?")
_PORT_MAX: Final = 65_535
_USUAL_SPEED: Final = "1x"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the command line asks for, beside the exercise.

    Attributes:
        seed: None for the exercise's own.
        out: None for a folder of the exercise's name, or for none where it is headless.
        resume: the folder of a run that goes on.
        parent: the folder of a run from which this one branches.
        at: the second at which it does.
        withheld: parties whose data nobody else is given.
        injects: what the controller makes happen, as `SECOND:WHAT:NAME`.
    """

    seed: int | None
    out: Path | None
    resume: Path | None
    parent: Path | None
    at: int | None
    withheld: tuple[str, ...]
    injects: tuple[str, ...]

    def check(self, exercise: str | None) -> None:
        """Refuses what does not go together.

        Raises:
            InputError: no exercise, or several ways to come by one.
        """
        ways = [each for each in (exercise, self.resume, self.parent) if each is not None]
        if len(ways) != 1:
            raise InputError(
                "an exercise is named, resumed, or branched from",
                got=f"{len(ways)} of the three",
                do="give EXERCISE, --resume DIR, or --from DIR --at SECOND",
            )
        if (self.parent is None) != (self.at is None):
            raise InputError("a branch needs --from and --at")
        taken = self.seed is not None or bool(self.withheld)
        if exercise is None and taken:
            raise InputError("--seed and --withhold are those of the run that goes on")
        if self.resume is not None and (self.out is not None or self.injects):
            raise InputError("a run that is resumed goes on as it was, where it is")


def command(
    exercise: Annotated[
        str | None,
        typer.Argument(metavar="[EXERCISE]", help="A file, or the id of a shipped exercise."),
    ] = None,
    headless: Annotated[
        bool, typer.Option("--headless", help="Run to the end at once, without rooms.")
    ] = False,
    speed: Annotated[
        str, typer.Option(metavar="10x", help="How fast its clock goes, in rooms.")
    ] = _USUAL_SPEED,
    seed: Annotated[
        int | None, typer.Option(min=0, help="Of the draws; its own otherwise.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the run is written as it goes.")
    ] = None,
    withhold: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Nobody else gets its data; may be given again."),
    ] = None,
    inject: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SECOND:WHAT:NAME",
            help="What the controller does, as 120:link-cut:birch; may be given again.",
        ),
    ] = None,
    resume: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Go on with a run that was broken off.")
    ] = None,
    parent: Annotated[
        Path | None, typer.Option("--from", metavar="DIR", help="Branch from this run.")
    ] = None,
    at: Annotated[
        int | None,
        typer.Option(metavar="SECOND", min=0, help="The last that --from is followed to."),
    ] = None,
    port: Annotated[int, typer.Option(metavar="N", help="Of the rooms; 0 for any.")] = 0,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Run an exercise: parties, cells, simulated flights. Rooms in a browser, or --headless.

    Example: glasshield exercise run raid-two-sectors --headless --seed 1 --out out/raid
    """
    arithmetic.alike()
    language = options.language(lang)
    pace = _speed(speed)
    if headless and speed != _USUAL_SPEED:
        raise InputError(
            "a run without rooms has no clock",
            where="--speed",
            do="leave out --speed or --headless",
        )
    if not 0 <= port <= _PORT_MAX:
        raise RangeError("no port has this number", where="--port", got=port)
    wanted = _Wanted(seed, out, resume, parent, at, tuple(withhold or ()), tuple(inject or ()))
    wanted.check(exercise)
    workspace = options.workspace(catalog)
    if headless:
        _headless(exercise, wanted, workspace, language, json=json)
    else:
        _in_rooms(exercise, wanted, workspace, (pace, port), language, json=json)


def _speed(text: str) -> float:
    """How many seconds of the exercise go by in one of the wall clock.

    Raises:
        RangeError: no number, or one not above zero.
    """
    found = _SPEED.fullmatch(text.strip())
    speed = float(found[1]) if found else 0.0
    if not 0.0 < speed <= 1000.0:
        raise RangeError("this is no speed", where="--speed", got=text, expected="such as 10x")
    return speed


def _headless(
    exercise: str | None,
    wanted: _Wanted,
    workspace: Workspace,
    lang: Language,
    *,
    json: bool,
) -> None:
    """Runs to the end, with a folder or without."""
    from glasshield.exercise.log import finished
    from glasshield.exercise.pictures import Audience
    from glasshield.messages import text

    if exercise is not None and wanted.out is None:
        run, folder = _without_folder(exercise, wanted, workspace, lang), None
    else:
        made = _made(exercise, wanted, workspace, Audience.CELLS, lang)
        run, folder = finished(made), made.keeping.path
    if json:
        output.print_json(_answer(run, folder))
    else:
        _print(run, folder, lang)
    if folder is None:
        output.say(text(lang, "exercise.run.not_kept", option="--out DIR"))


def _without_folder(exercise: str, wanted: _Wanted, workspace: Workspace, lang: Language) -> Run:
    """A run of which nothing is kept."""
    from glasshield.exercise.run import Run, played
    from glasshield.exercise.world import Stage

    found = _read(exercise, wanted, workspace, lang)
    run = Run(Stage.of(found, workspace.cache), wanted.seed, _variant(wanted))
    for action in _injects(wanted.injects):
        run.act(action)
    played(run)
    return run


def _read(exercise: str, wanted: _Wanted, workspace: Workspace, lang: Language) -> Exercise:
    """The exercise, with what is odd about its sectors said before the start."""
    from glasshield.exercise.reading import read_exercise

    found = read_exercise(exercise, workspace.catalog)
    for party in wanted.withheld:
        if party not in found.parties:
            raise UnknownNameError.among("party", party, found.parties)
    exercising.say_odd(found, exercising.odd_sectors(found), lang)
    return found


def _variant(wanted: _Wanted) -> Variant:
    from glasshield.exercise.run import Variant

    return Variant(frozenset(wanted.withheld))


def _made(
    exercise: str | None,
    wanted: _Wanted,
    workspace: Workspace,
    audience: Audience,
    lang: Language,
    watch: Watch | None = None,
) -> Branch:
    """A run with its folder: begun, resumed or branched; what is run again is watched."""
    from glasshield.exercise import folders, log
    from glasshield.exercise.world import Stage
    from glasshield.messages import text

    more = _injects(wanted.injects)
    watch = watch or log.unwatched
    if wanted.resume is not None:
        made, cut = log.resumed(wanted.resume, workspace.catalog, audience=audience, watch=watch)
        output.say(text(lang, "exercise.run.resumed", second=made.run.second, cut=cut))
        return made
    if wanted.parent is not None:
        assert wanted.at is not None, "checked with the options"
        played = folders.read_folder(wanted.parent, workspace.catalog)
        stage = Stage.of(played.exercise, workspace.cache)
        folder = wanted.out or exercising.folder_for(played.exercise.id)
        made = log.branch(
            played, wanted.at, folder, stage, audience=audience, more=more, watch=watch
        )
        output.say(text(lang, "exercise.run.branched", second=wanted.at, folder=str(wanted.parent)))
        return made
    assert exercise is not None, "checked with the options"
    found = _read(exercise, wanted, workspace, lang)
    return log.begun(
        wanted.out or exercising.folder_for(found.id),
        Stage.of(found, workspace.cache),
        wanted.seed,
        log.Start(_variant(wanted), more, audience),
    )


def _injects(written: Sequence[str]) -> list[Inject]:
    """What the controller does, as the options say.

    Raises:
        InputError: not of the form.
    """
    import msgspec

    from glasshield.exercise.actions import Inject
    from glasshield.exercise.records import CONTROLLER

    found = []
    for text in written:
        second, _, rest = text.partition(":")
        what, _, name = rest.partition(":")
        table = {
            "do": "inject",
            "second": int(second) if second.isdecimal() else -1,
            "cell": CONTROLLER,
            "what": what,
            "name": name,
        }
        try:
            found.append(msgspec.convert(table, Inject))
        except msgspec.ValidationError:
            raise InputError(
                "this is no inject",
                where="--inject",
                got=text,
                expected="SECOND:WHAT:NAME, such as 120:sensor-fails:north or 60:link-cut:birch",
            ) from None
    return found


def _in_rooms(
    exercise: str | None,
    wanted: _Wanted,
    workspace: Workspace,
    pace: tuple[float, int],
    lang: Language,
    *,
    json: bool,
) -> None:
    """Serves the rooms until the process is told to end."""
    from glasshield.exercise.api.pacing import checked_speed
    from glasshield.exercise.api.serving import Served, serve
    from glasshield.exercise.api.table import Table
    from glasshield.exercise.api.watching import Watched
    from glasshield.exercise.pictures import Audience
    from glasshield.messages import text

    speed, port = pace
    checked_speed(speed)  # before anything is written
    watched = Watched()
    made = _made(exercise, wanted, workspace, Audience.CONTROLLER_TOO, lang, watched.see)
    table = Table(made, watched=watched)

    def listening(served: Served) -> None:
        told(served)
        sys.stdout.flush()  # whoever started it through a pipe waits for this

    def told(served: Served) -> None:
        tokens = {room: str(path) for room, path in served.tokens.items()}
        if json:
            output.print_json(
                {"url": served.url, "folder": str(made.keeping.path), "tokens": tokens}
            )
            return
        output.print_lines(
            text(lang, "exercise.run.serving", exercise=made.run.exercise.id, url=served.url),
            *(f"  {path}" for path in tokens.values()),
        )

    serve(table, listening, port=port, speed=speed)


def _answer(run: Run, folder: Path | None) -> dict[str, object]:
    return {
        "exercise": run.exercise.id,
        "seed": run.seed,
        "withheld": sorted(run.variant.withheld),
        "size": run.size,
        "root": run.root,
        "ended": run.ended,
        "folder": None if folder is None else str(folder),
    }


def _print(run: Run, folder: Path | None, lang: Language) -> None:
    from glasshield.messages import text

    ended = run.ended
    assert ended is not None, "it ran to its end"
    output.print_lines(
        text(
            lang,
            "exercise.run.ended",
            exercise=run.exercise.head.named(lang),
            flights=ended.flights,
            threats=ended.threats,
            hits=ended.hits,
            leakers=ended.leakers,
            shots=ended.shots,
            wasted=ended.wasted,
        ),
        text(lang, "exercise.run.root", seed=run.seed, size=run.size, root=run.root),
    )
    if folder is not None:
        output.print_lines(text(lang, "exercise.run.written", folder=str(folder)))
