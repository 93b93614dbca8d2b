"""A place on the earth -> a place on the map of the world, which is 1000 units wide.

The projection is Equal Earth: areas keep their size, shapes stay pleasant, and the poles are left out here. B. Šavrič,
T. Patterson, B. Jenny: The Equal Earth map projection. International Journal of Geographical Information Science
33 (2019), 454-465.
"""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF_ROOT = sqrt(3) / 2
WIDTH, NORTH, SOUTH = 1000, 85, -58  # units; degrees at which the map ends


class Point(NamedTuple):
    """A place on the map, in units from its upper left corner."""

    x: float
    y: float


def projected(lat: float, lon: float) -> Point:
    """A place in degrees (WGS 84) as a place on the map; the Greenwich meridian is its middle."""
    east, north = _equal_earth(lat, lon)
    return Point(WIDTH / 2 + SCALE * east, TOP - SCALE * north)


def _equal_earth(lat: float, lon: float) -> tuple[float, float]:
    """The formulas of the paper, for a sphere of radius 1."""
    theta = asin(HALF_ROOT * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    return radians(lon) * cos(theta) / (HALF_ROOT * slope), theta * (A1 + A2 * square + sixth * (A3 + A4 * square))


SCALE = WIDTH / 2 / _equal_earth(0, 180)[0]
TOP = SCALE * _equal_earth(NORTH, 0)[1]
HEIGHT = round(projected(SOUTH, 0).y)
