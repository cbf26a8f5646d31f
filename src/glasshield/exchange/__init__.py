"""Exchange: what passes between parties, in the field's own formats.

`reading` and `writing` are the doors for detections, `tracks_reading` and `writing` those for
tracks, `sensors` says whom the names in files mean; `simulation` and `launches` are the files of a
simulated scenario. Behind them stands a module for each format: `tdm`, `oem`, `parquet`, `table`
(CSV), `asterix`, `czml`, `stone_soup`. They stand on `decimals` and `moments`, which carry numbers
through text without losing a bit, on `line_source` and `grammar`, and on `problems`, which names
what is wrong.
"""

from __future__ import annotations
