"""Notices as a centre knows them: whose, since when, and whether they may come in at all.

A notice goes to all parties of a centre: that is what notices are for. So it is the same for every
feed, and an alarm that it suppresses tells nobody of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from glasshield.catalog.plans import Regime
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.notices.files import parsed_notice
from glasshield.exchange.release.terms import Mode
from glasshield.monitoring.notice import Notice, Standing

_STANDING = {Mode.EXERCISE: Standing.EXERCISE, Mode.REAL: Standing.GENUINE}


@dataclass(frozen=True, slots=True)
class KnownNotice:
    """A notice that a party of the centre has given.

    Attributes:
        notice: what it says.
        party: whose key signed it; the host of the test.
        received: when the centre had it.
        mode: of the centre.
    """

    notice: Notice
    party: str
    received: Instant
    mode: Mode

    @property
    def key(self) -> tuple[str, str]:
        """What a newer notice takes the place of: party and reference."""
        return self.party, self.notice.reference


def known_notice(
    text: str, party: str, received: Instant, mode: Mode, regimes: Mapping[str, Regime]
) -> KnownNotice:
    """The notice that a party has sent.

    Args:
        text: a launch notice, or a warning to ships.
        party: whose key signed it.
        received: when.
        mode: of the centre.
        regimes: of the catalogue.

    Raises:
        InputError: no notice, another party's, or an exercise's in a real centre or the other way
            round.
    """
    notice = parsed_notice(text, regimes, "notice")
    if notice.host.lower() != party.lower():
        raise InputError(
            "a notice is given by the host of the test",
            where="notice",
            got=notice.host,
            expected=party,
        )
    if notice.standing is not _STANDING[mode]:
        raise InputError(
            "notices of exercises and genuine ones never meet",
            where="notice",
            got=notice.standing.value,
            expected=_STANDING[mode].value,
        )
    return KnownNotice(notice, party, received, mode)
