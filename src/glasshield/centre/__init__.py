"""The joint centre: parties bring data, it keeps one log of them, and gives each what was agreed.

    batch -> journal -> store         on disk before it is acknowledged
                     -> checkpoint    of the log that everything stands in

`journal` is the only writer of the log, `store` is what it asks of a place that keeps things, and
`sqlite_store` the one that needs nothing to be installed. `clock` gives stamps that never go back.
"""

from __future__ import annotations
