"""The body of a request, never more of it than is taken and never for longer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request

from glasshield.centre.api import faults


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """What is read of one request.

    Attributes:
        most_bytes: of its body.
        within_s: in which all of it has to come.
    """

    most_bytes: int = 8 << 20
    within_s: float = 30.0


def check_announced(request: Request, limits: BodyLimits) -> None:
    """Refuse a body by what its headers say of it, before any of it is read.

    Raises:
        RefusedError: too long, or packed: a signature is over the bytes as they are.
    """
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal():
        raise faults.malformed("this is no length", where="Content-Length")
    if int(announced) > limits.most_bytes:
        raise faults.too_large(limits.most_bytes)
    if request.headers.get("content-encoding", "identity") != "identity":
        raise faults.other_type("a body that is not packed (no Content-Encoding)")


async def body_of(request: Request, limits: BodyLimits) -> bytes:
    """The body of a request.

    Raises:
        RefusedError: too long, too slow, or packed.
    """
    check_announced(request, limits)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(limits.within_s):
            async for part in request.stream():
                size += len(part)
                if size > limits.most_bytes:
                    raise faults.too_large(limits.most_bytes)
                parts.append(part)
    except TimeoutError:
        raise faults.too_slow("body", limits.within_s) from None
    return b"".join(parts)
