"""The release rules of all parties: put in force one after the other, ended with their keys."""

from __future__ import annotations

import base64
import threading
from concurrent.futures import Future
from functools import partial

from glasshield.centre.applying import parsed_rules
from glasshield.centre.around import Around
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.journal import Journal, Written
from glasshield.centre.log.recalling import InForce
from glasshield.centre.log.store import Body
from glasshield.centre.people.trust import Fallen
from glasshield.centre.world import check_together
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.batches import Batch
from glasshield.exchange.log.entries import RulesEntry
from glasshield.exchange.parties import Standing
from glasshield.exchange.release.rules import Rule, RuleSet


class Ruling:
    """The rules in force.

    Attributes:
        changing: one change at a time of who sees what.
        in_force: by party.
        rules: of all parties.
    """

    __slots__ = ("_around", "_journal", "changing", "in_force", "rules")

    def __init__(self, journal: Journal, around: Around) -> None:
        """No rules.

        Args:
            journal: that writes.
            around: the centre.
        """
        self._journal, self._around = journal, around
        self.changing = threading.Lock()
        self.in_force: dict[str, InForce] = {}
        self.rules = RuleSet()

    def put(self, batch: Batch) -> tuple[int, Future[Written]]:
        """How many rules a party has put in force, and where they stand.

        Raises:
            RefusedError: older than those in force, or not to be read; or the key that signed them
                has been revoked meanwhile.
            InputError: rules that cannot be in force together with the others'.
            StoreError: they could not be written.
        """
        self._check_sequence(batch)
        rules = parsed_rules(batch.body, batch.party, self._around.catalog)
        now = InForce(batch.header.body_sha256, batch.header.sequence, batch.header.key)
        with self.changing:
            before = self.in_force.get(batch.party, InForce("", -1))
            if now == before:
                return len(rules), self._again()
            self._check_key(batch)
            if now.sequence <= before.sequence:
                raise RefusedError(
                    Code.OUT_OF_ORDER,
                    "rules that were signed later are in force",
                    where="sequence",
                    expected=f"above {before.sequence}",
                )
            changed = self._changed(batch.party, rules)
            body = Body(batch.body, batch.header.body_sha256)
            self._around.remember(body)
            written = self._journal.submit(_rules_draft(batch), (body,))
            written.result()
            self.in_force[batch.party], self.rules = now, changed
        return len(rules), written

    def _changed(self, party: str, rules: tuple[Rule, ...]) -> RuleSet:
        """All rules with those of a party.

        Its own are judged by themselves, for whomever they name, whether anybody reads so or not.
        Of what others have agreed on it learns no more than that these do not go with it.

        Raises:
            InputError: its own cannot be in force, whatever others grant.
            RefusedError: they cannot beside those of others.
        """
        mode = self._around.mode
        named = dict.fromkeys((viewer for rule in rules for viewer in rule.to), True)
        check_together(RuleSet.of(rules), named, mode)
        changed = self.rules.replaced(party, rules)
        try:
            check_together(changed, self._around.viewers(), mode)
        except InputError:
            raise RefusedError(
                Code.BAD_BODY,
                "these rules cannot be in force beside those of others",
                where="rules",
                do="give some of yours the same delay and the same rounding",
            ) from None
        return changed

    def end(self, fallen: Fallen) -> None:
        """End rules that rest on a key that is revoked; whoever calls holds `changing`."""
        its = self.in_force.get(fallen.party)
        if its is not None and fallen.takes(fallen.party, its.key):
            self.in_force[fallen.party] = its.fallen()
            self.rules = self.rules.replaced(fallen.party, ())

    def _check_key(self, batch: Batch) -> None:
        """Refuse what a key signed that has been revoked since it was looked at.

        Raises:
            RefusedError: it has.
        """
        registry, head = self._around.parties().registry, batch.header
        if registry.standing(batch.party, head.key, self._now()) is not Standing.GOOD:
            raise RefusedError(
                Code.NOT_TAKEN,
                "this key speaks for no party here",
                where="signature",
                do="ask the centre which keys it has of you",
            )

    def _check_sequence(self, batch: Batch) -> None:
        """Refuse a sequence that the party could not get beyond for a while, or ever.

        Raises:
            RefusedError: it is above the time in microseconds, by which parties count.
        """
        most = self._now().plus_s(self._around.limits.ahead_s).posix_us
        if batch.header.sequence > most:
            raise RefusedError(
                Code.OUT_OF_ORDER,
                "later rules could never come after these",
                where="sequence",
                expected=f"at most the time in microseconds since 1970, {most}",
            )

    def _again(self) -> Future[Written]:
        """Where something stands that was there before."""
        future: Future[Written] = Future()
        future.set_result(Written(0, self._journal.stamps.now_ns(), is_again=True))
        return future

    def _now(self) -> Instant:
        return Instant(self._journal.stamps.now_ns() // 1000)


def _rules_draft(batch: Batch) -> partial[RulesEntry]:
    return partial(
        RulesEntry,
        mode=batch.header.mode,
        party=batch.party,
        key=batch.header.key,
        rules_sha256=batch.header.body_sha256,
        header=base64.b64encode(batch.parts.header).decode("ascii"),
        signature=base64.b64encode(batch.parts.signature).decode("ascii"),
    )
