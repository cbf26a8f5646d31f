"""Writes the countries' names for the browser: web/src/core/countries.generated.ts.

    python -m tools.web_countries

The names are those that the packaged borders carry, in the United Nations' view. A test says when
the file no longer holds what this writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from glasshield.geodata import borders

FILE: Final = Path(__file__).parents[1] / "web" / "src" / "core" / "countries.generated.ts"
_HEAD: Final = (
    "/** Made by tools/web_countries.py from the packaged borders: do not edit. */\n\n"
    "/** By ISO 3166-1 code of three letters: the English name and the Russian one. */\n"
    "export const COUNTRIES: Readonly<Record<string, readonly [en: string, ru: string]>> = {\n"
)


def source() -> str:
    """The whole file."""
    lines = [
        f"  {each.code}: {json.dumps([each.name('en'), each.name('ru')], ensure_ascii=False)},\n"
        for each in sorted(borders.countries(), key=lambda each: each.code)
    ]
    return _HEAD + "".join(lines) + "};\n"


if __name__ == "__main__":
    FILE.write_text(source(), encoding="utf-8")
