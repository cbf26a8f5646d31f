"""The Earth: WGS 84, geodesics, frames, gravity, air and time.

Everything here is plain NumPy on arrays of any shape, in SI units and radians.
"""

from __future__ import annotations
