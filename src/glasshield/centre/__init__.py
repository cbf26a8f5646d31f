"""The joint centre: parties bring data, it keeps one log of them, and gives each what was agreed.

    batch -> intake -> journal -> store         on disk before it is acknowledged
                          |   -> checkpoint     of the log that everything stands in
                      applying -> picture       in the order of the log
                                     |
                                  pipeline -> subscriptions, API, events in the log

`service.Centre` puts all of it together; API, sources and command line use nothing else.

- **keeping**: `journal` is the only writer of the log, `store` what it asks of a place that keeps
  things (`sqlite_store`, `postgres_store`), `clock` gives stamps that never go back, `recalling`
  finds again what a start needs.
- **taking**: `bodies` are the types on the wire, `decoding` reads them, `limits` says how much,
  `errors` how something is refused, `sources` and `peers` bring and send more.
- **showing**: `applying` turns entries into pictures (`picture`, `warning`), `pipeline` runs their
  ticks, `subscriptions` has the latest for each reader, `ledger` writes down what went out.
- **people**: `registered` is who is who in files, `registry` reads them again, `readers` who may
  what, `sessions`, `acts` and `acting` what they do.
- **watching over it**: `upkeep`, `health`, `metrics`.
"""

from __future__ import annotations
