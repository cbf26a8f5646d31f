"""An assessment as files for other programs: JSON, GeoJSON, CZML, KMZ, CSV.

Every file says in itself that it is an analysis; no option leaves that out.
"""

from __future__ import annotations

from typing import Final

MARK: Final = "ANALYSIS: simulated from published figures; nothing was measured"
