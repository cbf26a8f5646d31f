"""The picture: what the centre makes of all data, for each viewer from what it may see alone.

    batches in the order of the log -> parcels, one for each party and tick
                                    -> feeds: a tracker and its warnings, on admitted data alone
                                    -> views: rounded, numbered and counted for one viewer

`engine` runs them tick by tick. It knows no clock: the times are those of the log, so that the same
log gives the same picture to the last digit.
"""

from __future__ import annotations
