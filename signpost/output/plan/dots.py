"""Places -> the dots of the map, for how close it is looked at: places that would lie on each other are one dot."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from math import dist, sqrt

from signpost.model.projections import HEIGHT, WIDTH, Point, projected
from signpost.model.words import Words
from signpost.output.plan.places import Place, part

APART = 26  # units between dots, at zoom 1: 24 pixels and more where the map is smallest (docs/decisions/0010)
ONE, LARGEST, TOUCHED = 6, 20, 13  # pixels: radius of the dot of one listing, of the largest, of what can be touched

Lot = tuple[list[Place], Point]
"""Places that are one dot, and where it is."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A link on the map. `x` and `y` say where, in shares of its width and height; `radius` and `halo` in pixels.

    `address` is None where several places lie together: their list on the same page is `part`.
    """

    x: str
    y: str
    radius: str
    halo: str
    name: str
    count: int
    address: str | None
    part: str


def dots(places: Iterable[Place], words: Words, zoom: float = 1) -> tuple[Dot, ...]:
    """The dots of places, which come with most listings first; smaller dots later, so that they lie on top.

    `zoom` says how many times larger than at first the map is shown.
    """
    joined = clusters(((place, projected(place.lat, place.lon)) for place in places), APART / zoom)
    found = [_dot(those, at, words) for those, at in joined]
    return tuple(sorted(found, key=lambda each: (-each.count, each.name)))


def clusters(placed: Iterable[tuple[Place, Point]], apart: float = APART) -> list[Lot]:
    """Places that lie together, each lot at its first place: a place joins the nearest lot that is not far apart.

    `apart` is in units of the map.
    """
    found: list[Lot] = []
    cells: dict[tuple[int, int], list[Lot]] = defaultdict(list)  # so that few are compared, however many there are
    for place, at in placed:
        column, row = int(at.x // apart), int(at.y // apart)
        beside = (lot for across, down in product((-1, 0, 1), repeat=2) for lot in cells[column + across, row + down])
        near = min(beside, key=lambda lot: dist(lot[1], at), default=None)
        if near and dist(near[1], at) < apart:
            near[0].append(place)
        else:
            found.append(([place], at))
            cells[column, row].append(found[-1])
    return found


def _dot(those: list[Place], at: Point, words: Words) -> Dot:
    first, count = those[0], sum(each.count for each in those)
    x, y, address, size = f"{at.x / WIDTH:.2%}", f"{at.y / HEIGHT:.2%}", None, radius(count)
    if len(those) == 1:
        name, address, halo = words("map.dot.city", n=count, name=first.name), first.address, max(TOUCHED, size)
    else:
        name, halo = words("map.dot.around", n=count, name=first.name), size + 3.5
    return Dot(x, y, f"{size:.1f}", f"{halo:.1f}", name, count, address, part(first.country))


def radius(count: int) -> float:
    """The radius of a dot in pixels: its area grows with what it stands for, and a number finds room in it."""
    return ONE if count == 1 else min(LARGEST, sqrt(60 + 12 * count))
