"""The globe as a notebook's widget; imported only where `anywidget` is there."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from glasshield.messages import Language
from glasshield.report import packed
from glasshield.report.notebook import Picture


class Globe(anywidget.AnyWidget):
    """The packaged globe; what it shows goes to it as texts, and nothing comes back.

    The picture stays in the notebook's file, for whoever reads it where there are no widgets.
    """

    _esm = packed.Globe.showing(b"").code
    _css = packed.Globe.showing(b"").style
    view = traitlets.Unicode().tag(sync=True)
    world = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode("en").tag(sync=True)
    picture = traitlets.Instance(Picture)

    @classmethod
    def showing(cls, view: bytes, lang: Language, picture: Picture) -> Globe:
        """The globe with a view document, and the picture of the same assessment."""
        parts = packed.Globe.showing(view)
        return cls(
            view=view.decode("utf-8"),
            world=parts.world.decode("utf-8"),
            language=lang,
            picture=picture,
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        found = super()._repr_mimebundle_(**kwargs)
        if found is not None:
            found[0]["text/html"] = self.picture.source
        return found
