"""What the commands share by which people act at a centre."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glasshield.cli import at_centre, output
from glasshield.errors import InputError

if TYPE_CHECKING:
    import msgspec

    from glasshield.centre.client.reading import Reader
    from glasshield.messages import Language

LONGEST_S = 24 * 3600.0  # of a span that is asked for

ACTS = "/v1/acts"
REQUESTS = "/v1/requests"
CONSULTATIONS = "/v1/consultations"
MOST_WORDS = 2000  # signs of a text


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and how the centre is reached.

    Attributes:
        url: of the centre.
        token_file: of the person; else the environment holds the token.
        ca: whoever signed the centre's certificate.
        certificate: one's own, and its key.
    """

    url: str
    token_file: Path | None
    ca: Path | None = None
    certificate: tuple[Path | None, Path | None] = (None, None)

    def get(self, path: str) -> tuple[str, Any]:
        """The mode of the centre, and the JSON behind a path.

        Raises:
            InputError: the centre refuses it or does not answer.
        """
        with self._reader() as reader:
            found = reader.json(path)
            return reader.mode, found

    def act(self, done: msgspec.Struct) -> tuple[str, Any]:
        """The mode of the centre, and the act as it has written it down.

        Raises:
            InputError: the centre refuses it or does not answer.
        """
        from glasshield.centre.client.links import RefusalError
        from glasshield.centre.errors import Code

        try:
            with self._reader() as reader:
                written = reader.post(ACTS, done)
                return reader.mode, written
        except RefusalError as error:
            if error.code is Code.NOT_FOUND:
                raise _unseen(self.url, done) from None
            raise

    def _reader(self) -> Reader:
        link = at_centre.link(self.url, self.ca, *self.certificate)
        nobody = at_centre.Own(at_centre.DEFAULT_KEYS)
        return at_centre.reader(link, (None, self.token_file), nobody, real=False)


def span(since: str, until: str) -> tuple[str, str]:
    """A span as the centre takes it, looked at before anything is sent.

    Raises:
        InputError: no times in UTC, no span of at most a day, or one that is not over.
    """
    from glasshield.earth.time import Instant

    begin = Instant.parse(since, where="--since")
    end = Instant.parse(until, where="--until")
    if not 0.0 < end.since_s(begin) <= LONGEST_S:
        raise InputError(
            "this is no span that can be asked for",
            where="--until",
            got=until,
            expected="after --since, by at most one day",
        )
    if end > at_centre.now():
        raise InputError(
            "this span is not over", where="--until", got=until, expected="a time that has passed"
        )
    return str(begin), str(end)


def words(said: str) -> str:
    """A text as the centre takes it, looked at before anything is sent.

    Raises:
        InputError: nothing is said, or too much.
    """
    if not said.strip():
        raise InputError("nothing is said here", where="TEXT", expected="a few words")
    if len(said) > MOST_WORDS:
        raise InputError(
            "this is too long",
            where="TEXT",
            got=f"{len(said)} signs",
            expected=f"{MOST_WORDS} at most",
        )
    return said


def mark(mode: str, lang: Language) -> str:
    """Whether a centre is an exercise or real, in a word."""
    from glasshield.messages import text

    return text(lang, f"centre.watch.mode.{mode or 'none'}")


def _unseen(url: str, done: msgspec.Struct) -> InputError:
    """The error of an act about something that whoever acts does not see."""
    names = ("request", "consultation", "event", "picture", "number")
    about = {name: value for name in names if (value := getattr(done, name, None)) is not None}
    named = ", ".join(f"{name} {value}" for name, value in about.items())
    asked = next((name for name in ("request", "consultation") if name in about), "")
    listed = f"glasshield act list {url} --{asked}s" if asked else "glasshield watch"
    return InputError(
        f"you see no {named}" if named else "there is nothing here that you could see",
        do=f"{listed} shows what there is",
    )


def answers(url: str, request: str, since: str = "UTC", until: str = "UTC") -> dict[str, str]:
    """The commands by which an owner answers a request, but for the object and the reason."""
    return {
        "grant": f"glasshield act grant {url} {request} --number N --since {since} --until {until}",
        "decline": f'glasshield act decline {url} {request} "REASON"',
    }


def reply(url: str, consultation: str) -> str:
    """The command by which a party answers a consultation, but for the reason."""
    return f'glasshield act answer {url} {consultation} agreed|refused "REASON"'


def print_act(actor: Actor, done: msgspec.Struct, lang: Language, *, json: bool) -> None:
    """Does an act, and prints it as it is in the log now.

    Raises:
        InputError: the centre refuses it or does not answer.
    """
    from glasshield.messages import text

    mode, written = actor.act(done)
    if json:
        output.print_json(written)
        return
    act, verb = written["act"], written["act"]["verb"]
    said = [
        f"{mark(mode, lang)}: {text(lang, f'centre.act.done.{verb}')}",
        text(lang, "centre.act.written", id=written["id"], at=written["at"]),
    ]
    if verb == "request":
        commands = answers(actor.url, written["id"], act["since"], act["until"])
        said.append(
            text(lang, "centre.act.answer", id=written["id"], party=act["owner"], **commands)
        )
    if verb == "consult":
        command = reply(actor.url, written["id"])
        said.append(
            text(lang, "centre.act.reply", id=written["id"], party=act["party"], answer=command)
        )
    output.print_lines(*said)
