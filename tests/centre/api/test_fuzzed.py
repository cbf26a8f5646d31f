"""Made-up requests on every endpoint of a real centre: nothing breaks, errors have one shape."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import hypothesis
import msgspec
import pytest
import requests
import schemathesis
from schemathesis.checks import load_all_checks
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks

from glasshield.centre import bodies
from glasshield.centre.api.serving import serving
from glasshield.centre.errors import STATUS, ErrorBody
from glasshield.centre.people.registered import Role
from glasshield.centre.service import Centre
from glasshield.errors import InputError
from glasshield.exchange.batches import Envelope, sign_batch
from glasshield.exchange.log.entries import ActEntry, ReceivedEntry, RulesEntry
from tests.centre.faults.ground import Plan, person
from tests.centre.service.running import Running, entries, running, within

# Of each endpoint, reader and mode; more by hand: GLASSHIELD_TEST_EXAMPLES=200 pytest ...
EXAMPLES = int(os.environ.get("GLASSHIELD_TEST_EXAMPLES", "5"))
PARTY = "aurora"
WAIT_S = 10.0
LIMITS = """
[limits]
refused_per_s = 100000.0
batches_per_s = 100000.0
acts_per_s = 100000.0
read_bytes_per_s = 1e9
"""


@dataclass
class Served:
    """A centre that is asked."""

    url: str
    running: Running
    described: dict[str, Any]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    load_all_checks()
    plan = Plan(
        people=(person("liaison", Role.LIAISON, PARTY),),
        witnesses=frozenset({PARTY}),
        config=LIMITS,
    )
    with running(tmp_path_factory.mktemp("centre"), plan) as made, serving(made.centre) as url:
        for future in made.fly(2.0):
            future.result()
        described = requests.get(f"{url}/openapi.json", timeout=10.0).json()
        yield Served(url, made, described)


class Signed(requests.auth.AuthBase):
    """Signs whatever body was made up, as a party would."""

    def __init__(self, served: Served) -> None:
        self._made = served.running
        self._sequence = 0

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        body = request.body or b""
        assert isinstance(body, str | bytes)
        data = body.encode() if isinstance(body, str) else body
        self._sequence += 1
        content_type = str(request.headers.get("Content-Type", bodies.SESSION_TYPE))
        try:
            centre = self._made.centre
            envelope = Envelope(
                "exercise", content_type, self._sequence, centre.now(), centre.config.name
            )
            parts = sign_batch(self._made.signer(PARTY), data, envelope)
        except InputError:  # a content type that no batch can have
            return request
        request.headers.update(parts.http_headers())
        return request


class Token(requests.auth.AuthBase):
    """Reads with somebody's token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


@schemathesis.serializer(
    *(each for each in bodies.DATA_TYPES if each != bodies.JSON),
    bodies.RULES,
    bodies.NOTICE,
    bodies.SESSION_TYPE,
)
def as_it_is(_context: Any, made: Any) -> bytes:
    """Bodies that have no schema: whatever comes."""
    return made if isinstance(made, bytes) else msgspec.json.encode(made)


CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.unsupported_method,
]

BOUNDED = hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


def asked_of_all(
    served: Served, auth: Callable[[Any], requests.auth.AuthBase | None]
) -> Counter[int]:
    """Ask each endpoint for what fits its description, and for what does not."""
    statuses: Counter[int] = Counter()

    def ask(case: Any, session: requests.Session) -> None:
        answer = case.call_and_validate(base_url=served.url, session=session, checks=CHECKS)
        statuses[answer.status_code] += 1
        if answer.status_code >= 400:
            found = msgspec.json.decode(answer.content, type=ErrorBody).error
            assert STATUS[found.code] == answer.status_code
            assert b"Traceback" not in answer.content
            assert b".py" not in answer.content

    for found in schemathesis.openapi.from_dict(served.described).get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        with requests.Session() as session:
            session.auth = auth(operation)
            for mode in MODES:
                of_all(operation.as_strategy(generation_mode=mode), partial(ask, session=session))
    return statuses


def of_all(cases: Any, ask: Callable[[Any], None]) -> None:
    @BOUNDED
    @hypothesis.given(cases)
    def hunted(case: Any) -> None:
        ask(case)

    with contextlib.suppress(hypothesis.errors.Unsatisfiable):  # nothing in it can be wrong
        hunted()


def kept(centre: Centre) -> Counter[str]:
    """What the log holds that somebody sent or did."""
    kinds = (ReceivedEntry, RulesEntry, ActEntry)
    found = Counter(type(each).__name__ for each in entries(centre) if isinstance(each, kinds))
    assert found
    return found


@pytest.mark.slow
def test_a_stranger_gets_in_nowhere(served: Served) -> None:
    before = kept(served.running.centre)
    statuses = asked_of_all(served, lambda _: None)
    assert statuses[401] > statuses.total() / 2
    assert kept(served.running.centre) == before


def test_who_may_ask_breaks_nothing(served: Served) -> None:
    """A party that signs whatever it sends, an auditor for the log, a liaison officer else."""
    tokens = served.running.ground.tokens

    def auth(operation: Any) -> requests.auth.AuthBase:
        if "header" in str(operation.definition.raw.get("security")):
            return Signed(served)
        is_log = "/log/" in operation.path or operation.path == "/metrics"
        return Token(tokens["auditor" if is_log else "liaison"])

    statuses = asked_of_all(served, auth)
    assert statuses[200] > 0
    assert statuses[400] > 0
    assert statuses[422] > 0
    # A load of junk may have put the pictures behind for a moment.
    assert within(WAIT_S, lambda: served.running.centre.health().state == "good")
