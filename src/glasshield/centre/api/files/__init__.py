"""What a viewer sees as files for other programs; each says in itself what it is.

`forms` says which kind comes in which form. Orbit and tracking messages, CZML of tracks and Parquet
are written as everywhere in Glasshield; here are what only a centre has to write.
"""

from __future__ import annotations
