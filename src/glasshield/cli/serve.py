"""`glasshield serve`: a joint centre; without a configuration an exercise with made-up parties."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield import arithmetic
from glasshield.cli import options, output
from glasshield.errors import InputError, RangeError

if TYPE_CHECKING:
    from glasshield.centre.config import Config
    from glasshield.centre.exercise import Exercise
    from glasshield.centre.simulated import Sensors
    from glasshield.messages import Language

_DEMO = Path("glasshield-demo")
_PORT_MAX = 65_535
_SWITCH_S = 0.0005


def command(
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Of a centre: centre.toml.")
    ] = None,
    data: Annotated[
        Path, typer.Option(metavar="DIR", help="Of the exercise, where no --config is given.")
    ] = _DEMO,
    port: Annotated[
        int | None, typer.Option(metavar="N", help="Another port; 0 for any that is free.")
    ] = None,
    view: Annotated[
        Path | None,
        typer.Option(
            "--view", metavar="FILE", help="An assessment that the globe shows too: view.json."
        ),
    ] = None,
    init: Annotated[
        Path | None,
        typer.Option("--init", metavar="DIR", help="Write a configuration to fill in, and end."),
    ] = None,
    name: Annotated[
        str, typer.Option(help="With --init: the name of the log, for good.")
    ] = "centre.example/joint",
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Run a joint centre until Ctrl-C; alone, an exercise of made-up parties on this machine.

    Example: glasshield serve --config centre.toml
    """
    arithmetic.alike()
    language = options.language(lang)
    if port is not None and not 0 <= port <= _PORT_MAX:
        raise RangeError("no port has this number", where="--port", got=port)
    if init is not None:
        _init(init, name, language, json=json)
        return
    changed = _Changed(port, view)
    if config is not None:
        _serve(config, changed, language, json=json)
    else:
        _exercise(data, changed, language, json=json)


@dataclass(frozen=True, slots=True)
class _Changed:
    """What the command line says in place of the configuration.

    Attributes:
        port: None for that of the configuration.
        view: likewise.
    """

    port: int | None
    view: Path | None

    def of(self, config: Config) -> Config:
        """The configuration with what was said."""
        import msgspec

        listen = config.listen
        if self.port is not None:
            listen = msgspec.structs.replace(listen, port=self.port)
        return msgspec.structs.replace(config, listen=listen, view=self.view or config.view)


@dataclass(slots=True)
class _Sending:
    """The sensors of the exercise, which begin once the centre listens."""

    sensors: Sensors | None = None


def _serve(path: Path, changed: _Changed, lang: Language, *, json: bool) -> None:
    """Runs the centre of a configuration.

    Raises:
        InputError: the configuration, the data or the address cannot be used.
    """
    from glasshield.centre.config import read_config

    config = changed.of(read_config(path))
    if config.demo:
        raise InputError(
            "this is the configuration of an exercise",
            where=str(path),
            do=f"run it with: glasshield serve --data {path.parent}",
        )

    def listening(url: str) -> None:
        _print_serving(config, url, lang, json=json)

    _run(config, listening)


def _exercise(folder: Path, changed: _Changed, lang: Language, *, json: bool) -> None:
    """Runs the exercise in a folder, with its sensors.

    Raises:
        InputError: the folder holds something else, or the address cannot be used.
    """
    from glasshield.centre.client.links import Link
    from glasshield.centre.exercise import SCENARIO, exercise
    from glasshield.centre.simulated import Sensors
    from glasshield.scenario.simulate import simulate

    facts = options.workspace(None).catalog
    made = simulate(facts.scenarios[SCENARIO], facts)
    prepared = exercise(folder, [each.station for each in made.observers])
    sending = _Sending()

    def listening(url: str) -> None:
        _print_exercise(prepared, url, lang, json=json)
        sending.sensors = Sensors(
            Link(url), prepared.signers, made, facts, output.say, prepared.config.name
        )
        sending.sensors.start()

    try:
        _run(changed.of(prepared.config), listening)
    finally:
        if sending.sensors is not None:
            sending.sensors.stop()


def _run(config: Config, listening: Any) -> None:
    """Runs a centre until the process is told to end."""
    import gc
    import sys

    from glasshield.centre import pauses
    from glasshield.centre.api.serving import serve
    from glasshield.centre.service import Centre

    # Else the thread that makes the pictures waits for the others ten times as long.
    sys.setswitchinterval(_SWITCH_S)
    centre = Centre(config)
    try:
        centre.start()
        with pauses.few():
            serve(centre, listening=listening)
    finally:
        centre.close()
        gc.unfreeze()  # what was taken for good goes as well


def _init(folder: Path, name: str, lang: Language, *, json: bool) -> None:
    """Writes a configuration to fill in, with a new key of the log.

    Raises:
        InputError: something stands there already.
    """
    from glasshield.centre.beginning import begin
    from glasshield.messages import text

    made = begin(folder, name)
    if json:
        output.print_json({"config": str(made.config), "log_key": made.log_key})
        return
    said = text(
        lang,
        "centre.serve.begun",
        path=str(made.config),
        first="glasshield party add",
        second=f"glasshield serve --config {made.config}",
        log_key=made.log_key,
    )
    output.print_lines(said)


def _print_serving(config: Config, url: str, lang: Language, *, json: bool) -> None:
    """Says where a centre listens."""
    import sys

    from glasshield.messages import text

    if json:
        _print_line({"url": url, "mode": config.mode, "name": config.name})
        return
    mode = text(lang, f"centre.watch.mode.{config.mode}")
    said = text(lang, "centre.serve.listening", name=config.name, url=url, mode=mode)
    output.print_lines(said, text(lang, "centre.serve.end", keys="Ctrl-C"))
    sys.stdout.flush()


def _print_exercise(prepared: Exercise, url: str, lang: Language, *, json: bool) -> None:
    """Says where the exercise listens, and how one comes in."""
    import sys

    from glasshield.messages import text

    folder = prepared.folder
    people = {id: str(folder / "tokens" / f"{id}.token") for id in prepared.tokens}
    if json:
        answer = {"url": url, "mode": prepared.config.mode, "name": prepared.config.name}
        keys = {"keys": str(folder / "keys"), "parties": list(prepared.signers)}
        _print_line(answer | keys | {"tokens": people})
        return
    output.print_lines(
        text(lang, "centre.serve.exercise"),
        text(lang, "centre.serve.at", url=url, folder=str(folder)),
        "",
        text(lang, "centre.serve.look"),
        f"  glasshield watch {url} --token-file {people['duty']}",
        f"  glasshield watch {url} --as aspen --keys {folder / 'keys'}",
        "",
        text(lang, "centre.serve.end", keys="Ctrl-C"),
    )
    sys.stdout.flush()


def _print_line(answer: dict[str, Any]) -> None:
    """Prints one line of JSON, at once: whoever started the centre waits for it."""
    import sys

    import msgspec

    sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
    sys.stdout.flush()
