"""Writes the texts of the browser's face in both languages: web/src/core/words.generated.ts.

    python -m tools.web_words

The browser gets every text whose key begins with `web.`, in whichever file of
`src/glasshield/messages/` it stands, and those that it shares with the report. A test says when
the file no longer holds what this writes.
"""

from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Final

from glasshield import messages
from glasshield.messages import catalogue, numbers

FILE: Final = Path(__file__).parents[1] / "web" / "src" / "core" / "words.generated.ts"
_HEAD: Final = "/** Made by tools/web_words.py from the catalogue of texts: do not edit. */\n"
_OWN: Final = "web."
# What the report says in the same words.
_SHARED: Final = ("legend.", "page.mark", "plot.boost", "plot.coast", "plot.entry", "status.",
                  "verdict.", "rule.", "unseen.", "release.event.", "release.class.",
                  "warning.")  # fmt: skip
# Units that the browser writes itself.
_UNITS: Final = ("m", "km", "km2", "m2", "km/s", "m/s", "m/s2", "s", "min", "h", "d", "deg", "kg",
                 "t", "Hz", "%", "1")  # fmt: skip


def source() -> str:
    """The whole file."""
    keys = [key for key in messages.known_keys() if key.startswith((_OWN, *_SHARED))]
    lines = [f"  {json.dumps(key)}: {_entry(key)},\n" for key in keys]
    units = {
        lang: {each: numbers.unit(lang, each) for each in _UNITS} for lang in messages.LANGUAGES
    }
    return (
        f"{_HEAD}\nexport const WORDS = {{\n{''.join(lines)}}} as const;\n"
        f"\nexport const UNITS = {json.dumps(units, ensure_ascii=False)} as const;\n"
    )


def _entry(key: str) -> str:
    templates = catalogue.templates(key)
    for template in templates.values():
        for form in template.values() if isinstance(template, dict) else (template,):
            _check(key, form)
    return json.dumps(templates, ensure_ascii=False)


def _check(key: str, form: str) -> None:
    """The browser fills in names alone; numbers are written before."""
    for _, name, spec, conversion in string.Formatter().parse(form):
        if name is not None and (spec or conversion or not name.isidentifier()):
            raise ValueError(f"{key}: a text for the browser holds plain names in braces: {form!r}")


def main() -> None:
    """Writes the file."""
    FILE.write_text(source(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
