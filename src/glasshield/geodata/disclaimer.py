"""What must stand beside every map that shows borders."""

from __future__ import annotations

from typing import Final

DISCLAIMER: Final = {
    "en": (
        "Borders and names follow the United Nations' view as far as the packaged data show it; "
        "they imply no opinion on the legal status of any territory or border, and no endorsement "
        "by the United Nations. Dashed: undetermined or contested. Dotted: line of control in "
        "Jammu and Kashmir, Abyei Area, Kosovo (Security Council resolution 1244)."
    ),
    "ru": (
        "Границы и названия следуют взгляду Организации Объединённых Наций, насколько его передают "
        "использованные данные; они не выражают мнения о правовом статусе какой-либо территории "
        "или границы и не означают одобрения со стороны ООН. Штрих: не определено или "
        "оспаривается. Точки: линия контроля в Джамму и Кашмире, район Абьей, Косово "
        "(резолюция 1244 Совета Безопасности)."
    ),
}

DISCLAIMER_SHORT: Final = {
    "en": "Borders in the United Nations' view; no endorsement implied.",
    "ru": "Границы в представлении ООН; не означает одобрения.",
}


def disclaimer(language: str) -> str:
    """The full text in the language, `en` or `ru`."""
    return DISCLAIMER[language]
