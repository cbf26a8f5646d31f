"""The rooms of an exercise over HTTP and WebSockets: on this machine, and marked as an exercise.

Each cell has a room, and so has the controller; a token lets into one of them. A room is sent the
picture of its party in the messages of the centre's live picture, and beside it what `wire` adds:
the clock, what lies on its desk, and the records that concern it.
"""

from __future__ import annotations
