"""What the commands share by which people act at a centre."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glasshield.cli import at_centre, output

if TYPE_CHECKING:
    import msgspec

    from glasshield.centre.client.reading import Reader
    from glasshield.messages import Language

ACTS = "/v1/acts"
REQUESTS = "/v1/requests"


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

    def get(self, path: str) -> Any:
        """The JSON behind a path.

        Raises:
            InputError: the centre refuses it or does not answer.
        """
        with self._reader() as reader:
            return reader.json(path)

    def act(self, done: msgspec.Struct) -> Any:
        """The act as the centre has written it down.

        Raises:
            InputError: the centre refuses it or does not answer.
        """
        with self._reader() as reader:
            return reader.post(ACTS, done)

    def _reader(self) -> Reader:
        link = at_centre.link(self.url, self.ca, *self.certificate)
        nobody = at_centre.Own(at_centre.DEFAULT_KEYS)
        return at_centre.reader(link, (None, self.token_file), nobody, real=False)


def print_act(written: dict[str, Any], lang: Language, *, json: bool) -> None:
    """Prints an act that is in the log now."""
    from glasshield.messages import text

    if json:
        output.print_json(written)
        return
    said = text(lang, "centre.act.written", id=written["id"], at=written["at"])
    output.print_lines(said)
