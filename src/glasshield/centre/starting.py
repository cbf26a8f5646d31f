"""How a centre begins: what the log and the files say, checked, and written down as the start."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from glasshield import __version__
from glasshield.catalog import Catalog
from glasshield.centre.applying import Applier, rules_of
from glasshield.centre.config import Config
from glasshield.centre.intake import Intake
from glasshield.centre.log import recalling
from glasshield.centre.log.journal import Extra, Journal, Written
from glasshield.centre.log.keeping import Bodies
from glasshield.centre.log.ledger import Ledger
from glasshield.centre.log.recalling import InForce, KeyStory, digests_of
from glasshield.centre.log.store import Body, Store
from glasshield.centre.people.registry import Keys, changes
from glasshield.centre.world import World
from glasshield.errors import InputError
from glasshield.exchange.log.entries import CentreEntry, Mode, RulesEntry
from glasshield.exchange.release.reading import parse

_WAIT_S = 30.0


def check_mode(store: Store, mode: Mode, where: str) -> None:
    """Refuse a log of the other mode: the two never meet.

    Raises:
        InputError: the log was begun in the other mode.
    """
    before = recalling.mode_of(store)
    if before is not None and before != mode:
        raise InputError(
            "the log of this centre was begun in the other mode",
            where=where,
            got=mode,
            expected=before,
            do="make a centre of its own for each",
        )


def agreed_rules(config: Config, catalog: Catalog) -> dict[str, Body]:
    """The rules that the configuration names, by the party whose data they are about.

    Raises:
        InputError: a file that cannot be read, or that is about the data of several parties; two
            files about those of one.
    """
    found: dict[str, Body] = {}
    for path in config.rules:
        text = _read(path)
        owners = {rule.owner for rule in parse(text, str(path), catalog.regions).rules}
        if len(owners) != 1:
            raise InputError("a rule file of a centre is about the data of one party",
                             where=str(path), got=", ".join(sorted(owners)) or "no rule",
                             do="make a file for each party")  # fmt: skip
        (owner,) = owners
        if owner in found:
            raise InputError(f"another file holds rules of {owner}, too", where=str(path))
        found[owner] = Body.of(text.encode())
    return found


def log_keys(journal: Journal, store: Store, keys: Keys, mode: Mode) -> KeyStory:
    """What the log says of keys, after it has been told which came or went while nobody ran.

    Args:
        journal: writes what has changed.
        store: holds what was before.
        keys: that are trusted now.
        mode: of the centre.

    Raises:
        StoreError: it could not be written.
    """
    for change in changes(recalling.key_story(store).keys, keys):
        journal.submit(change.draft(mode)).result(_WAIT_S)
    return recalling.key_story(store)


def put_rules_in_force(
    journal: Journal, before: Mapping[str, InForce], agreed: Mapping[str, Body], mode: Mode
) -> dict[str, InForce]:
    """The rules in force of each party: the last that it signed, or those agreed on beforehand.

    Those that have fallen come back by a signature of the party alone.

    Args:
        journal: writes what has changed.
        before: what was in force, or has fallen.
        agreed: what the configuration names.
        mode: of the centre.

    Raises:
        StoreError: it could not be written.
    """
    found = {party: one for party, one in before.items() if one.sequence >= 0 or one.has_fallen}
    for party, body in agreed.items():
        if party in found:
            continue
        found[party] = InForce(body.sha256, -1)
        if before.get(party) != found[party]:
            draft = partial(
                RulesEntry,
                mode=mode,
                party=party,
                key="",
                rules_sha256=body.sha256,
                header="",
                signature="",
            )
            journal.submit(draft, (body,)).result(_WAIT_S)
    return found


def take_up(
    applier: Applier, store: Store, bodies: Bodies, story: KeyStory, since_ns: int
) -> frozenset[str]:
    """The parties whose tracks came last; pictures are given all that did, for the start.

    Args:
        applier: of the pictures.
        store: with the log.
        bodies: of the log.
        story: of keys.
        since_ns: what reached the log up to then is not taken up.

    Raises:
        InputError: the log stands for something that is not there.
    """
    batches = recalling.last_batches(store, bodies.get, since_ns)
    applier.trust = story.trust
    applier.remember(batches, recalling.notices(store, bodies.get, applier.catalog, story))
    return frozenset(each.taken.owner for each in batches if each.taken.reports is not None)


def write_start(journal: Journal, world: World) -> Written:
    """Where the start stands in the log.

    Raises:
        StoreError: it could not be written.
    """
    body = world.body
    draft = partial(
        CentreEntry,
        mode=world.mode,
        verb="start",
        version=__version__,
        config_sha256=body.sha256,
    )
    return journal.submit(draft, extra=Extra((body,))).result(_WAIT_S)


def write_stop(ledger: Ledger, world: World) -> None:
    """Have the log say that the centre ended."""
    ledger.write(
        partial(
            CentreEntry,
            mode=world.mode,
            verb="stop",
            version=__version__,
            config_sha256=world.body.sha256,
        ),
        needed=True,
    )


def set_intake(
    intake: Intake, rules: Mapping[str, InForce], bodies: Bodies, catalog: Catalog
) -> None:
    """Tell the intake which rules are in force.

    Raises:
        InputError: the text of some is not in the store.
    """
    intake.ruling.rules = rules_of(digests_of(rules), bodies.get, catalog)
    intake.ruling.in_force = dict(rules)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not a text"
        raise InputError(f"the rules cannot be read ({why.lower()})", where=str(path)) from None
