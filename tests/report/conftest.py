"""The made-up assessment, for all tests of the report."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from glasshield.messages import LANGUAGES, Language
from glasshield.report.document import Document, read

FAKE = Path(__file__).with_name("fake_assessment.py")


def _load() -> Any:
    spec = importlib.util.spec_from_file_location("fake_assessment", FAKE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def assessment() -> dict[str, Any]:
    made: dict[str, Any] = _load().document()
    return made


@pytest.fixture(scope="session")
def document(assessment: dict[str, Any]) -> Document:
    return read(assessment)


@pytest.fixture(scope="session", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Language:
    language: Language = request.param
    return language
