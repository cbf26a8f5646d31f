"""What a duty officer is told of a picture: launches, impacts, what is lost, what was announced.

    picture of one feed -> watch -> events

`watch` looks at a feed's picture tick by tick and says what happened. It has no clock and no chance
in it: the same pictures give the same events, to the last digit. `sightings` holds what is
remembered of each object, `orbits` what a state says by itself (in orbit or not, which class),
`launches` and `impacts` estimate both ends of a flight, `estimating` does so beside the ticks,
`notices` holds flights against what was announced, and `regions` names places.
"""

from __future__ import annotations
