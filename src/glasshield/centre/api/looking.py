"""What a viewer sees: the centre's own answers for it, written down."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Annotated, Final

import anyio
import msgspec
from anyio.to_thread import run_sync
from starlette.responses import Response

from glasshield.centre.api import faults, showing, wire
from glasshield.centre.api.calls import Call, Count, Number, released, result
from glasshield.centre.api.files import forms, known
from glasshield.centre.errors import not_found, told
from glasshield.centre.subscriptions import Published
from glasshield.errors import InputError
from glasshield.exchange.notices.files import to_json
from glasshield.exchange.release.terms import Mode, Terms
from glasshield.sensing.detections import Detections

# More rows than this are no file that anybody opens; the answer says how to ask for less.
MOST_ROWS: Final = 200_000
_AT_ONCE: Final = 2  # files that are written at the same time


class After(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From where on.

    Attributes:
        after: the number of the last one that the reader knows.
    """

    after: Count = 0


class WhichFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What goes into a file.

    Attributes:
        picture: of tracks: which of the viewer's pictures; without it the first.
        number: of tracks: one object; without it all.
        last_s: of tracks: so many seconds before the end; without it all.
        after: of detections and events: the number of the last one that the reader knows.
        layer: of detections: those under which of the viewer's terms, the finest first.
    """

    picture: Count | None = None
    number: Number | None = None
    last_s: Annotated[float, msgspec.Meta(gt=0.0)] | None = None
    after: Count = 0
    layer: Number = 1


async def pictures(call: Call) -> Response:
    """All pictures as they are now."""
    published = await _published(call)
    body = wire.Pictures(
        mode=_mode(call).value,
        run=published.run,
        at=str(published.at),
        pictures=tuple(showing.picture(each) for each in published.pictures),
    )
    return released(call, body, tracks=sum(map(len, published.pictures)))


async def track(call: Call) -> Response:
    """The way of one object."""
    picture, number = call.number("picture"), call.number("number")
    tracks = await result(call.centre.history(call.reader.viewer, picture, number))
    if tracks is None or not len(tracks.time_s):
        raise not_found()
    body = showing.history(tracks, _mode(call), picture, number)
    return released(call, body, tracks=1)


async def events(call: Call) -> Response:
    """What happened."""
    published = await _published(call)
    found = tuple(each for each in published.events if each.number > call.query.after)
    body = wire.Events(
        mode=_mode(call).value,
        run=published.run,
        events=tuple(showing.event(each) for each in found),
    )
    return released(call, body, events=len(found))


async def detections(call: Call) -> Response:
    """Released detections."""
    found = await result(call.centre.detections(call.reader.viewer, call.query.after))
    body = wire.Detections(
        mode=_mode(call).value,
        run=call.centre.run,
        chunks=tuple(showing.chunk(each) for each in found),
    )
    return released(call, body, detections=sum(len(each.detections) for each in found))


async def notices(call: Call) -> Response:
    """The notices that parties have given, which are for all."""
    found = tuple(
        wire.NoticeBody(party=each.party, received=str(each.received), notice=to_json(each.notice))
        for each in call.centre.notices
    )
    body = wire.Notices(mode=_mode(call).value, notices=found)
    return released(call, body, notices=len(found))


@dataclass(slots=True)
class Downloads:
    """Files, a few of them at a time."""

    _limiter: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(_AT_ONCE))

    async def download(self, call: Call) -> Response:
        """One kind in one form."""
        name = call.request.path_params["file"]
        if name not in forms.NAMES:
            raise not_found()
        kind, _, form = name.partition(".")
        write, counts = await _CONTENTS[kind](call, form)
        try:
            data = await run_sync(write, limiter=self._limiter)
        except InputError as error:
            raise told(error) from None
        mark = "exercise-" if _mode(call) is Mode.EXERCISE else ""
        response = Response(
            data,
            media_type=forms.MEDIA_TYPES[form],
            headers={"Content-Disposition": f'attachment; filename="{mark}{name}"'},
        )
        call.centre.released(call.reader.viewer, data, **counts)
        return response


# What writes a file, and what is counted of it.
_Content = tuple[Callable[[], bytes], dict[str, int]]


async def _tracks(call: Call, form: str) -> _Content:
    asked = call.query
    pictures = (await _published(call)).pictures
    shown = next((each for each in pictures if asked.picture in (None, each.picture)), None)
    if shown is None:
        raise not_found()
    found = await result(call.centre.history(call.reader.viewer, shown.picture, asked.number))
    if found is None:
        raise not_found()
    last_s = float(found.time_s.max(initial=-math.inf))
    is_late = found.time_s >= last_s - (asked.last_s or math.inf)
    kept = forms.with_rows(found, is_late & known.rows_known(found, shown.terms))
    tracks = known.tracks_in_whole_us(kept)
    _check_size(len(tracks.time_s))
    mode = _mode(call)
    marked = replace(tracks, simulated=tracks.simulated or mode is Mode.EXERCISE)
    return lambda: forms.TRACKS[form](marked, mode), {"tracks": len(tracks)}


async def _detections(call: Call, form: str) -> _Content:
    chunks = await result(call.centre.detections(call.reader.viewer, call.query.after))
    layers = sorted({each.terms for each in chunks}, key=_coarseness)
    if call.query.layer > len(layers):
        raise not_found()
    terms = layers[call.query.layer - 1]
    found = Detections.join([each.detections for each in chunks if each.terms == terms])
    _check_size(len(found))
    mode = _mode(call)
    found = known.detections_in_whole_us(found)
    marked = replace(found, simulated=found.simulated or mode is Mode.EXERCISE)
    return lambda: forms.DETECTIONS[form](marked, mode), {"detections": len(found)}


async def _events(call: Call, form: str) -> _Content:
    published = await _published(call)
    found = [each for each in published.events if each.number > call.query.after]
    _check_size(len(found))
    return lambda: forms.EVENTS[form](found, _mode(call)), {"events": len(found)}


_CONTENTS: Final[dict[str, Callable[[Call, str], Awaitable[_Content]]]] = {
    "tracks": _tracks,
    "detections": _detections,
    "events": _events,
}


def _check_size(rows: int) -> None:
    """Refuse files of nothing, and of more than anybody opens.

    Raises:
        RefusedError: one of both.
    """
    if not rows:
        raise not_found()
    if rows > MOST_ROWS:
        raise faults.malformed(
            "this is too much for one file",
            where="query",
            expected=f"at most {MOST_ROWS:,} rows",
            do="ask for one object with number, or for less with last_s or after",
        )


def _coarseness(terms: Terms) -> tuple[float, ...]:
    """By what terms are ordered, the finest first."""
    return (
        terms.delay_s,
        terms.position_m,
        terms.velocity_m_s,
        terms.covariance_factor,
        -terms.names_sensors,
    )


async def _published(call: Call) -> Published:
    return await result(call.centre.published(call.reader.viewer))


def _mode(call: Call) -> Mode:
    return Mode(call.centre.mode)
