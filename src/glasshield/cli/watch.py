"""`glasshield watch`: the live picture of a centre in the terminal."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import TYPE_CHECKING, Annotated, Final

import typer

from glasshield.cli import at_centre, options, output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from glasshield.centre.client.reading import Reader
    from glasshield.cli.watching import Layout, Seen

_REFRESH_S: Final = 0.25
_END_S: Final = 3.0
_ONCE_S: Final = 10.0  # for the first picture; it comes at once where there is one
_EVER_S: Final = 1e9
_AGAIN_S: Final = 2.0  # between attempts to reach a centre that went away


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    as_: at_centre.Party = None,
    token_file: at_centre.TokenFile = None,
    keys: at_centre.Keys = at_centre.DEFAULT_KEYS,
    passphrase_file: at_centre.PassphraseFile = None,
    centre: at_centre.Centre = None,
    picture: Annotated[
        int | None, typer.Option(metavar="N", help="Which picture; else at once and finest.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Show it once and end.")] = False,
    span: Annotated[
        str | None, typer.Option("--for", metavar="TIME", help="End after this time: 10s.")
    ] = None,
    real: at_centre.Real = False,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Watch a centre's live picture: objects, events with their latency, the age of the data.

    Example: glasshield watch http://127.0.0.1:8470 --as aspen --keys glasshield-demo/keys
    """
    language = options.language(lang)
    one_look = once or not (json or sys.stdout.isatty())
    usual_s = _ONCE_S if one_look else _EVER_S
    until_s = time.monotonic() + (usual_s if span is None else at_centre.duration_s(span, "--for"))
    link = at_centre.link(url, ca, certificate, certificate_key)
    own = at_centre.Own(keys, passphrase_file, centre)
    reader = at_centre.reader(link, (as_, token_file), own, real=real)
    coming = Coming(reader, keeps_lines=json)
    coming.start()
    # Ctrl-C is how one stops watching.
    with contextlib.suppress(KeyboardInterrupt), contextlib.closing(coming):
        if json:
            _print_lines(coming, until_s, once=once)
            return
        from glasshield.cli.watching import Layout

        layout = Layout(language, link.base, picture=picture)
        if one_look:
            _print_once(coming, layout, until_s)
        else:
            _show(coming, layout, until_s)


class Coming:
    """What comes from a centre, taken in by a thread of its own."""

    __slots__ = (
        "_changed",
        "_ended",
        "_error",
        "_keeps_lines",
        "_lines",
        "_reader",
        "_seen",
        "_thread",
    )

    def __init__(self, reader: Reader, *, keeps_lines: bool) -> None:
        from glasshield.cli.watching import Seen

        self._reader = reader
        self._keeps_lines = keeps_lines
        self._lines: list[str] = []
        self._seen = Seen()
        self._error: InputError | None = None
        self._changed = threading.Condition()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)

    def start(self) -> None:
        """Begins to take in what comes."""
        self._thread.start()

    def close(self) -> None:
        """Takes nothing in any more; what the centre is asked just now is waited for a little."""
        self._ended.set()
        self._reader.end()
        self.join(_END_S)
        if not self.is_running:  # nobody else uses its connections any more
            self._reader.close()

    @property
    def is_running(self) -> bool:
        """Whether it still takes something in."""
        return self._thread.is_alive()

    def join(self, within_s: float) -> None:
        """Waits until it takes in nothing more."""
        self._thread.join(within_s)

    def seen(self) -> Seen:
        """What has come so far.

        Raises:
            InputError: the centre refuses to show it.
        """
        with self._changed:
            if self._error is not None:
                raise self._error
            return self._seen

    def wait(self, done: Callable[[Seen], bool], until_s: float) -> Seen:
        """What has come once something holds of it, or the time is over.

        Raises:
            InputError: the centre refuses to show it.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._error is not None or done(self._seen),
                max(until_s - time.monotonic(), 0.0),
            )
        return self.seen()

    def lines(self, until_s: float) -> list[str]:
        """The messages since this was asked last, as they came; waits for at least one.

        Raises:
            InputError: the centre refuses to show it.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._error is not None or bool(self._lines),
                max(until_s - time.monotonic(), 0.0),
            )
            found, self._lines = self._lines, []
            if self._error is not None and not found:
                raise self._error
            return found

    def _run(self) -> None:
        """Takes in what comes; a centre that went away is asked again, one that refuses is not."""
        from glasshield.centre.client.links import AwayError

        while not self._ended.is_set():
            try:
                self._take()
            except AwayError as error:
                if not self._seen.run:  # never reached: nothing to wait for
                    self._fail(error)
                    return
                self._put(error.sentence)
            except InputError as error:
                self._fail(error)
                return
            else:
                self._put("")
            self._ended.wait(_AGAIN_S)

    def _take(self) -> None:
        """Takes in one connection until it ends.

        Raises:
            InputError: the centre cannot be reached, or refuses.
        """
        import msgspec

        from glasshield.centre.api.wire import LiveMessage

        decoder: msgspec.json.Decoder[LiveMessage] = msgspec.json.Decoder(LiveMessage)
        known = self._seen
        for message in self._reader.live("glasshield.json.v1", known.last_event, known.run):
            found = decoder.decode(message)
            with self._changed:
                self._seen = self._seen.with_message(found)
                if self._keeps_lines:
                    self._lines.append(message if isinstance(message, str) else message.decode())
                self._changed.notify_all()

    def _put(self, lost: str) -> None:
        """Remembers that nothing comes now."""
        from dataclasses import replace

        with self._changed:
            self._seen = replace(self._seen, lost=lost or self._seen.lost or "–")
            self._changed.notify_all()

    def _fail(self, error: InputError) -> None:
        with self._changed:
            self._error = error
            self._changed.notify_all()


def _print_lines(coming: Coming, until_s: float, *, once: bool) -> None:
    """Prints each message as a line of JSON."""
    while time.monotonic() < until_s:
        lines = coming.lines(until_s)
        output.print_lines(*lines)
        sys.stdout.flush()
        if once and any('"type":"pictures"' in line for line in lines):
            return


def _print_once(coming: Coming, layout: Layout, until_s: float) -> None:
    """Prints the first picture that has anything in it, or what there is when the time is over."""
    from dataclasses import replace

    from rich.console import Console

    from glasshield.cli.watching import screen

    seen = coming.wait(_has_picture, until_s)
    console = Console() if sys.stdout.isatty() else Console(width=160)
    wide = replace(layout, columns=console.size.width)
    console.print(screen(seen, at_centre.now(), wide))


def _has_picture(seen: Seen) -> bool:
    return bool(seen.pictures)


def _show(coming: Coming, layout: Layout, until_s: float) -> None:
    """Shows the picture as it goes on, all over the terminal."""
    from dataclasses import replace

    from rich.console import Console
    from rich.live import Live

    from glasshield.cli.watching import screen
    from glasshield.cli.watching_pictures import choice

    console = Console()
    with Live(console=console, screen=True, auto_refresh=False) as live:
        while time.monotonic() < until_s:
            seen, now, size = coming.seen(), at_centre.now(), console.size
            chosen = choice(seen.pictures, layout.picture, layout.choice, now)
            layout = replace(layout, rows=size.height, columns=size.width, choice=chosen)
            live.update(screen(seen, now, layout), refresh=True)
            time.sleep(_REFRESH_S)
