"""TopoJSON -> the rings of an object, in degrees (The TopoJSON Format Specification, version 1.0)."""

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

Ring = tuple[tuple[float, float], ...]
"""The corners of an outline: longitude and latitude in degrees (WGS 84)."""

CAUGHT = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


class NotTopology(ValueError):  # noqa: N818 - said to the theme's author as it is
    """What was read is no TopoJSON with the object asked for."""


def rings(text: bytes, name: str) -> tuple[Ring, ...]:
    """Every ring of an object's polygons, holes too. Raises NotTopology."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NotTopology("it is not JSON") from None
    try:
        arcs = [tuple(_corners(arc, found.get("transform"))) for arc in found["arcs"]]
        return tuple(_ring(ring, arcs) for ring in _rings_of(found["objects"][name]))
    except CAUGHT:
        raise NotTopology(f"it is not TopoJSON with a {name} of polygons") from None


def _corners(arc: Any, transform: Any) -> Iterator[tuple[float, float]]:
    """An arc in degrees: where it is quantised, each corner stands as its distance from the last (section 2.2.2)."""
    if transform is None:
        yield from (_degrees(corner[0], corner[1]) for corner in arc)
        return
    (x_scale, y_scale), (x_first, y_first) = transform["scale"], transform["translate"]
    for x, y in accumulate(((corner[0], corner[1]) for corner in arc), lambda a, b: (a[0] + b[0], a[1] + b[1])):
        yield _degrees(x * x_scale + x_first, y * y_scale + y_first)


def _degrees(lon: float, lat: float) -> tuple[float, float]:
    """The two, when they are on the earth; a little beyond by rounding is its edge."""
    if not (abs(lon) < 180.01 and abs(lat) < 90.01):  # noqa: PLR2004 - so written, NaN is refused too
        raise ValueError
    return max(-180.0, min(180.0, lon)), max(-90.0, min(90.0, lat))


def _rings_of(shape: Any) -> Iterator[list[int]]:
    """The rings of a geometry as numbers of arcs; of points and lines there are none."""
    if shape["type"] == "GeometryCollection":
        for each in shape["geometries"]:
            yield from _rings_of(each)
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon
    elif shape["type"] == "Polygon":
        yield from shape["arcs"]


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """The arcs of a ring in one; `~n` is arc n backwards, and each begins where the last ended (section 2.1.4)."""
    joined: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        joined += arc[1:] if joined else arc
    return tuple(joined)
