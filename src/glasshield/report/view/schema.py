"""The view document's form for other languages."""

from __future__ import annotations

from typing import Any

import msgspec

from glasshield.report.view.document import View


def schema() -> dict[str, Any]:
    """The JSON Schema of the view document."""
    return msgspec.json.schema(View)
