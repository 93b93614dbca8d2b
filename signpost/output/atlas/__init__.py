"""The theme's land -> a picture of the world, `map/land.svg`, whose parts the map's page shows and colours."""

from collections.abc import Iterable, Iterator

from signpost.model.problems import BrokenTheme, Problem
from signpost.model.projections import HEIGHT, NORTH, SOUTH, WIDTH, Point, projected
from signpost.model.source import Tree
from signpost.output.atlas.halves import within
from signpost.output.atlas.topology import NotTopology, Ring, rings

LAND, DRAWN = "templates/map/land-110m.json", "map/land.svg"
ICE = -60  # degrees: what lies wholly south of it is Antarctica
EDGE = 2.5  # degrees from one corner of the globe's edge to the next


def atlas(tree: Tree) -> dict[str, bytes]:
    """The picture by its name among the assets. A theme without land has a sea with lines all the same."""
    shores = [ring for ring in _land(tree) if any(lat > ICE for _, lat in ring)]
    land = "".join(_path(map(_placed, part)) for shore in shores for part in within(shore))
    drawn = f'<path id="sea" d="{_path(_globe())}"/>{_stroked("lines", "".join(_lines()))}{_stroked("land", land)}'
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return {DRAWN: f"<svg {box}>{drawn}</svg>\n".encode()}


def _land(tree: Tree) -> tuple[Ring, ...]:
    """The outlines of the theme's land.

    broken-map: the land of the theme's map cannot be read as TopoJSON.
    """
    if LAND not in tree:
        return ()
    try:
        return rings(tree[LAND], "land")
    except NotTopology as error:
        hint = "Put the file back as it came with Signpost; without it the map has no land."
        raise BrokenTheme(Problem(LAND, "broken-map", f"This land cannot be drawn: {error}", hint)) from None


def _placed(corner: tuple[float, float]) -> Point:
    lon, lat = corner
    return projected(lat, lon)


def _stroked(name: str, path: str) -> str:
    """A path whose line keeps its width however large the map is shown."""
    return f'<path id="{name}" fill-rule="evenodd" vector-effect="non-scaling-stroke" d="{path}"/>'


def _path(corners: Iterable[Point], end: str = "z") -> str:
    """A path through corners (SVG 2, path data), each as its distance from the last, in tenths: short, never adrift."""
    done: list[str] = []
    x, y = 0, 0
    for corner in corners:
        across, down = round(corner.x * 10), round(corner.y * 10)
        if (across, down) != (x, y) or not done:
            done.append(f"{_tenth(across - x)} {_tenth(down - y)}")
        x, y = across, down
    return f"M{done[0]}l{' '.join(done[1:])}{end}" if len(done) > 1 else ""


def _tenth(tenths: int) -> str:
    return f"{tenths / 10:g}"


def _globe() -> Iterator[Point]:
    """The edge of the map: up along one side, down along the other."""
    steps = [SOUTH + (NORTH - SOUTH) * step * EDGE / 90 for step in range(int(90 / EDGE) + 1)]
    yield from (projected(lat, -180) for lat in steps)
    yield from (projected(lat, 180) for lat in reversed(steps))


def _lines() -> Iterator[str]:
    """Meridians and parallels, 30 degrees apart."""
    for lon in range(-150, 180, 30):
        yield _path((projected(min(lat, NORTH), lon) for lat in range(SOUTH, NORTH + 3, 3)), end="")
    for lat in range(-30, NORTH, 30):
        yield _path((projected(lat, -180), projected(lat, 180)), end="")
