"""The centre's HTTP and WebSocket interface: what it takes, what it shows, and to whom.

`endpoints` is the one table of all paths: the server, the OpenAPI document and the tests are made
from it. `wire` holds the types of what is served, from which the JSON Schema is generated; `frames`
is the compact form of the live picture. Nothing here decides who may see what: handlers ask the
centre for what a viewer is shown, and write that down.
"""

from __future__ import annotations
