"""The globe as a notebook's widget; imported only where `anywidget` is there."""

from __future__ import annotations

import anywidget
import traitlets

from glasshield.messages import Language
from glasshield.report import packed


class Globe(anywidget.AnyWidget):
    """The packaged globe; what it shows goes to it as texts, and nothing comes back."""

    _esm = packed.Globe.showing(b"").code
    _css = packed.Globe.showing(b"").style
    view = traitlets.Unicode().tag(sync=True)
    world = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode("en").tag(sync=True)

    @classmethod
    def showing(cls, view: bytes, lang: Language) -> Globe:
        """The globe with a view document."""
        parts = packed.Globe.showing(view)
        return cls(view=view.decode("utf-8"), world=parts.world.decode("utf-8"), language=lang)
