"""All that can be asked: the one table from which the server and its description are made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from glasshield.centre import bodies
from glasshield.centre.api import (
    acting,
    advice,
    explaining,
    globe,
    looking,
    page,
    sealing,
    taking,
    telling,
    wire,
)
from glasshield.centre.api.calls import JSON, Endpoint
from glasshield.centre.api.files import forms
from glasshield.centre.errors import Code
from glasshield.centre.health import Health
from glasshield.centre.people.readers import Right

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

LIVE: Final = "/v1/live"
_HTML: Final = "text/html"
_RULES: Final = {bodies.RULES: None}
_NOTICE: Final = {bodies.NOTICE: None}
_RECEIPT: Final = {JSON: bodies.Receipt}
_DATA: Final[dict[str, Any]] = {
    bodies.JSON: bodies.DataBody,
    **dict.fromkeys(each for each in bodies.DATA_TYPES if each != bodies.JSON),
}


def endpoints(centre: Centre) -> tuple[Endpoint, ...]:
    """The endpoints of a centre."""
    described = telling.Described(centre.config.name)
    described.table = (
        *_sent(),
        *_seen(),
        *_done(),
        *_sealed(centre),
        *_shown(globe.Assets.packaged(centre.config.view)),
        *_told(described),
    )
    return tuple(described.table)


def _sent() -> tuple[Endpoint, ...]:
    """What parties send."""
    signed = partial(
        Endpoint,
        method="POST",
        signed=True,
        refusals=(Code.OUT_OF_ORDER, Code.TOO_MANY, Code.BUSY, Code.STORE),
    )
    return (
        signed(
            path="/v1/batches",
            name="sendBatch",
            summary="Takes detections or tracks; the answer is given when they are on disk.",
            handler=taking.batches,
            takes=_DATA,
            gives=_RECEIPT,
        ),
        signed(
            path="/v1/rules",
            name="sendRules",
            summary="Puts the release rules of a party into force, in the place of its last ones.",
            handler=taking.rules,
            takes=_RULES,
            gives=_RECEIPT,
        ),
        signed(
            path="/v1/notices",
            name="sendNotice",
            summary="Takes a notice of a launch to come; it goes to all parties of the centre.",
            handler=taking.notices,
            takes=_NOTICE,
            gives=_RECEIPT,
        ),
        signed(
            path="/v1/session",
            name="openSession",
            summary="Gives a party a token with which it reads.",
            handler=taking.session,
            takes={bodies.SESSION_TYPE: None},
            gives={JSON: bodies.Session},
        ),
    )


def _seen() -> tuple[Endpoint, ...]:
    """What viewers see."""
    seen = partial(Endpoint, method="GET", right=Right.PICTURE)
    return (
        seen(
            path="/v1/pictures",
            name="pictures",
            summary="All pictures of the viewer, one for each set of terms, as they are now.",
            handler=looking.pictures,
            gives={JSON: wire.Pictures},
        ),
        seen(
            path="/v1/tracks/{picture}/{number}",
            name="track",
            summary="The way of one object in one of the viewer's pictures.",
            handler=looking.track,
            gives={JSON: wire.History},
        ),
        seen(
            path="/v1/events",
            name="events",
            summary="What happened, the oldest first.",
            handler=looking.events,
            query=looking.After,
            gives={JSON: wire.Events},
        ),
        seen(
            path="/v1/detections",
            name="detections",
            summary="Detections that partners release to the viewer.",
            handler=looking.detections,
            query=looking.After,
            gives={JSON: wire.Detections},
        ),
        seen(
            path="/v1/advice",
            name="advice",
            summary="Who should look where, as advice: it commands nothing.",
            handler=advice.Adviser().answer,
            query=advice.AdviceQuery,
            gives={JSON: wire.Advice},
        ),
        seen(
            path="/v1/notices",
            name="notices",
            summary="Notices of launches to come, which are for all.",
            handler=looking.notices,
            gives={JSON: wire.Notices},
        ),
        seen(
            path="/v1/rules/explain",
            name="explain",
            summary="What a viewer would see of an object, and by which rules.",
            handler=explaining.answer,
            query=explaining.Asked,
            gives={JSON: wire.Explanation},
        ),
        seen(
            path="/v1/download/{file}",
            name="download",
            summary="Tracks, detections or events as a file for other programs.",
            handler=looking.Downloads().download,
            query=looking.WhichFile,
            gives=dict.fromkeys(forms.MEDIA_TYPES.values()),
            path_values={"file": forms.NAMES},
        ),
    )


def _done() -> tuple[Endpoint, ...]:
    """What people do."""
    acts = partial(Endpoint, right=Right.ACT)
    return (
        acts(
            method="POST",
            path="/v1/acts",
            name="act",
            summary="A remark, an acknowledgement, a request, a consultation, or an answer.",
            handler=acting.act,
            takes={JSON: bodies.Act},
            gives={JSON: bodies.ActRecord},
            refusals=(Code.TOO_MANY, Code.BUSY, Code.STORE, Code.OUT_OF_ORDER),
        ),
        acts(
            method="GET",
            path="/v1/acts",
            name="acts",
            summary="What was done, as far as it is for whoever asks.",
            handler=acting.acts,
            gives={JSON: wire.Acts},
        ),
        acts(
            method="GET",
            path="/v1/requests",
            name="requests",
            summary="What was asked of owners, and what became of it.",
            handler=acting.requests,
            gives={JSON: wire.Requests},
        ),
        acts(
            method="GET",
            path="/v1/consultations",
            name="consultations",
            summary="What parties were asked, and what they answered.",
            handler=acting.consultations,
            gives={JSON: wire.Consultations},
        ),
        acts(
            method="GET",
            path="/v1/grants/{request}",
            name="grant",
            summary="The extract that an owner released to whoever asked for it.",
            handler=acting.grant,
            gives={JSON: wire.Extract},
        ),
    )


def _sealed(centre: Centre) -> tuple[Endpoint, ...]:
    """The log."""
    sealed = sealing.Sealed(centre)
    return (
        Endpoint(
            method="GET",
            path="/v1/log/checkpoint",
            name="checkpoint",
            summary="The newest checkpoint, as c2sp.org/tlog-checkpoint.",
            handler=sealed.checkpoint,
            right=Right.WITNESS,
            gives={sealing.TEXT: None},
        ),
        Endpoint(
            method="GET",
            path="/v1/log/entries",
            name="entries",
            summary="Entries as they were hashed, one a line.",
            handler=sealed.entries,
            right=Right.LOG,
            query=sealing.Span,
            gives={sealing.LINES: None},
        ),
        Endpoint(
            method="GET",
            path="/v1/log/proof",
            name="proof",
            summary="That an entry stands in the log, as c2sp.org/tlog-proof.",
            handler=sealed.proof,
            right=Right.WITNESS,
            query=sealing.Which,
            gives={sealing.TEXT: None},
        ),
        *_witnessed(sealed),
        Endpoint(
            method="GET",
            path="/v1/log/export",
            name="export",
            summary="The log up to its newest checkpoint, as far as whoever asks may see it.",
            handler=sealed.export,
            right=Right.WITNESS,
            query=sealing.From,
            gives={sealing.LINES: None},
        ),
    )


def _witnessed(sealed: sealing.Sealed) -> tuple[Endpoint, ...]:
    """The log and its witnesses."""
    return (
        Endpoint(
            method="GET",
            path="/v1/log/cosign",
            name="growth",
            summary="What a witness is asked to sign: the request of c2sp.org/tlog-witness.",
            handler=sealed.growth,
            right=Right.WITNESS,
            query=sealing.Since,
            gives={sealing.TEXT: None},
        ),
        Endpoint(
            method="POST",
            path="/v1/log/cosign",
            name="cosign",
            summary="Takes signatures of witnesses: the answer of c2sp.org/tlog-witness.",
            handler=sealed.cosign,
            right=Right.WITNESS,
            query=sealing.Of,
            takes={sealing.TEXT: None},
            gives={JSON: sealing.Cosigned},
            refusals=(Code.BUSY, Code.STORE, Code.BAD_BODY),
        ),
    )


def _shown(assets: globe.Assets) -> tuple[Endpoint, ...]:
    """What browsers show."""
    shown = partial(Endpoint, method="GET")
    return (
        shown(
            path="/",
            name="page",
            summary="The globe, for people with a browser.",
            handler=page.Index(assets).page,
            query=page.PageQuery,
            gives={_HTML: None},
        ),
        shown(
            path="/about",
            name="about",
            summary="A page for people: what this is.",
            handler=page.about,
            query=page.PageQuery,
            gives={_HTML: None},
        ),
        shown(
            path="/globe/{file}",
            name="globe",
            summary="A file of the globe; under a name with its digest it never changes.",
            handler=assets.answer,
            gives=dict.fromkeys(globe.MEDIA_TYPES.values()),
            beside={304: "The client has these bytes."},
            path_values={"file": globe.NAMES},
        ),
    )


def _told(described: telling.Described) -> tuple[Endpoint, ...]:
    """The centre about itself."""
    told = partial(Endpoint, method="GET")
    return (
        told(
            path="/healthz",
            name="health",
            summary="Whether the centre works, with status 503 where it does not; to those who run "
            "it, a word about each part.",
            handler=telling.health,
            gives={JSON: Health},
            refusals=(Code.NOT_KNOWN, Code.NOT_ALLOWED),
            beside={503: "The centre fails."},
        ),
        told(
            path="/metrics",
            name="metrics",
            summary="Counts and times, in the text format of Prometheus.",
            handler=telling.metrics,
            gives={"text/plain": None},
            refusals=(Code.NOT_KNOWN, Code.NOT_ALLOWED),
        ),
        told(
            path="/openapi.json",
            name="openapi",
            summary="This description.",
            handler=described.openapi,
            gives={JSON: None},
        ),
        told(
            path="/schema.json",
            name="schema",
            summary="The JSON Schema of all that is sent, live messages too.",
            handler=described.schema,
            gives={JSON: None},
        ),
    )
