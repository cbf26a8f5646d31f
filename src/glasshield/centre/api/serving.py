"""A centre that is served."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from glasshield.centre.api import server
from glasshield.centre.api.application import application
from glasshield.centre.api.connection import ConnectionLimits

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

# Connections beside those of clients that read: parties that send, and those about to be refused.
_BESIDE = 256


def serve(centre: Centre, listening: Callable[[str], None] | None = None) -> None:
    """Serve a centre until the process is told to end; the centre itself stays open.

    Args:
        centre: that has started.
        listening: called with its address once it can be asked.

    Raises:
        InputError: certificates that cannot be used.
        OutputError: the address cannot be listened on.
    """
    server.run(application(centre), _listen(centre), listening)


def serving(centre: Centre) -> contextlib.AbstractContextManager[str]:
    """The address of a centre that is served beside, in a thread, until the block ends.

    Raises:
        InputError: certificates that cannot be used.
        OutputError: the address cannot be listened on.
    """
    return server.running(application(centre), _listen(centre))


def _listen(centre: Centre) -> server.Listen:
    at = centre.config.listen
    tls = None
    if at.tls is not None:
        tls = server.Tls(at.tls.certificate, at.tls.key, at.tls.client_ca)
    most = centre.config.limits.clients + _BESIDE
    return server.Listen(at.address, at.port, tls, ConnectionLimits(most, most // 2))
