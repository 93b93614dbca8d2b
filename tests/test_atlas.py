"""The theme's land as a picture of the world, and the projection that places on it share."""

import json
import re
from math import cos, radians

import pytest

from signpost.model.problems import BrokenTheme
from signpost.model.projections import HEIGHT, SOUTH, WIDTH, projected
from signpost.output.atlas import DRAWN, LAND, atlas
from signpost.output.atlas.halves import within
from signpost.output.atlas.topology import rings
from signpost.output.plan.closer import ZOOMS
from tests.conftest import theme
from tests.directories import catalog_of, site_of, tree_of

SQUARE = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [-10, -10]},
    "arcs": [[[0, 0], [0, 40], [40, 0]], [[0, 0], [40, 0], [0, 40]]],
    "objects": {"land": {"type": "MultiPolygon", "arcs": [[[0, -2]]]}},
}
"""A square of 20 degrees around the middle of the map, of two arcs, the second of which is gone backwards."""


def drawn(topology: object, name: str = "land") -> str:
    """The path of the land, or another part, that is drawn of a topology."""
    picture = atlas({LAND: json.dumps(topology).encode()})[DRAWN].decode()
    return re.findall(rf'id="{name}"[^>]* d="([^"]*)"', picture)[0]


@pytest.mark.parametrize(
    ("lat", "lon", "x", "y"),
    [(0, 0, 500, 242.0), (0, 180, 1000, 242.0), (0, -180, 0, 242.0), (85, 0, 500, 0), (51.48, 0, 500, 63.8)],
    ids=["the middle", "its east", "its west", "its north", "Greenwich"],
)
def test_a_place_has_its_place_on_the_map(lat: float, lon: float, x: float, y: float) -> None:
    assert projected(lat, lon) == pytest.approx((x, y), abs=0.06)


def test_the_globe_has_the_shape_that_the_paper_gives_it() -> None:
    """The poles are lines 0.59247 times as long as the equator, which is 2.05458 times as long as they are apart."""
    assert (projected(90, 180).x - 500) / 500 == pytest.approx(0.59247, abs=1e-5)
    assert (projected(-90, 0).y - projected(90, 0).y) / 1000 == pytest.approx(1 / 2.05458, abs=1e-5)


@pytest.mark.parametrize(("lat", "lon"), [(35.7, 139.7), (-33.9, 151.2), (70.0, -150.0)])
def test_areas_keep_their_size(lat: float, lon: float) -> None:
    assert area(lat, lon) == pytest.approx(area(0, 0), rel=1e-3)


def area(lat: float, lon: float, step: float = 1e-4) -> float:
    """How large a small part of the earth is on the map."""
    here, east, north = projected(lat, lon), projected(lat, lon + step), projected(lat + step, lon)
    across = (east.x - here.x) * (north.y - here.y) - (east.y - here.y) * (north.x - here.x)
    return abs(across) / step**2 / cos(radians(lat))


def test_the_map_ends_in_the_south_without_antarctica() -> None:
    assert projected(SOUTH, 0).y == pytest.approx(HEIGHT, abs=0.5)
    assert projected(-63, -60).y > HEIGHT


def test_the_styles_have_the_shape_of_the_map() -> None:
    tokens = theme()["templates/assets/css/map/_sea.css"].decode()
    assert f"--map-shape: {HEIGHT / WIDTH};" in tokens


def test_the_script_comes_as_close_as_dots_are_joined_for() -> None:
    script = theme()["templates/assets/js/map/view.js"].decode()
    assert f"CLOSEST = {max(ZOOMS)};" in script


def test_arcs_are_joined_to_rings_some_of_them_backwards() -> None:
    assert rings(json.dumps(SQUARE).encode(), "land") == (((-10, -10), (-10, 10), (10, 10), (10, -10), (-10, -10)),)


def test_a_topology_that_is_not_quantised_is_read_as_it_stands() -> None:
    plain = {"arcs": [[[0, 0], [5, 0], [5, 5], [0, 0]]], "objects": {"land": {"type": "Polygon", "arcs": [[0]]}}}
    assert rings(json.dumps(plain).encode(), "land") == (((0, 0), (5, 0), (5, 5), (0, 0)),)


def test_points_and_lines_are_no_land() -> None:
    shapes = [{"type": "LineString", "arcs": [0]}, {"type": "Polygon", "arcs": [[0, ~1]]}]
    both = {**SQUARE, "objects": {"land": {"type": "GeometryCollection", "geometries": shapes}}}
    assert len(rings(json.dumps(both).encode(), "land")) == 1


def test_land_is_drawn_in_tenths_of_a_unit_from_corner_to_corner() -> None:
    assert drawn(SQUARE) == "M472.4 279.3l0 -74.6 55.2 0 0 74.6 -55.2 0z"


def test_what_goes_over_the_180th_meridian_is_drawn_on_either_side() -> None:
    over = ((170, 60), (-170, 60), (-170, 70), (170, 70), (170, 60))
    assert sorted(within(over)) == [
        ((-180, 60), (-170, 60), (-170, 70), (-180, 70)),
        ((170, 60), (180, 60), (180, 70), (170, 70), (170, 60)),
    ]


def test_what_does_not_is_drawn_as_it_is() -> None:
    ring = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0))
    assert list(within(ring)) == [ring]
    assert list(within(())) == [()]


def test_the_land_of_the_theme_has_no_line_across_the_map() -> None:
    path = re.findall(r'id="land"[^>]* d="([^"]*)"', atlas(theme())[DRAWN].decode())[0]
    steps = [each.split("l") for each in path.rstrip("z").split("zM")]
    across = [abs(float(step)) for _, line in steps for step in line.split(" ")[::2]]
    assert len(across) > 4000
    assert max(across) < 30
    assert len(path) < 45_000


def test_a_theme_without_land_has_a_sea() -> None:
    picture = atlas({})[DRAWN].decode()
    assert 'id="sea" d="M' in picture
    assert 'd=""' in picture


def broken(text: bytes) -> tuple[str, str, str]:
    """Path, rule and words of the problem that a theme's land has."""
    with pytest.raises(BrokenTheme) as caught:
        list(site_of(catalog_of({}), {**tree_of({}), LAND: text}))
    found = caught.value.problem
    return found.path, found.rule, found.say


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"[" * 200_000], ids=["empty", "no text", "brackets"])
def test_land_that_is_not_json_is_told(text: bytes) -> None:
    assert broken(text) == (LAND, "broken-map", "This land cannot be drawn: it is not JSON")


@pytest.mark.parametrize(
    "topology",
    [
        {},
        [],
        7,
        {**SQUARE, "objects": {}},
        {**SQUARE, "objects": {"land": {"type": "Polygon", "arcs": [[99]]}}},
        {**SQUARE, "arcs": [[[0, 0], [9999, 9999]]]},
        {**SQUARE, "arcs": [[["0", "0"]]]},
        {**SQUARE, "arcs": [[[float("nan"), 0]]]},
        {**SQUARE, "transform": 1},
    ],
    ids=lambda value: str(value)[-40:],
)
def test_land_that_is_not_topojson_is_told(topology: object) -> None:
    say = "This land cannot be drawn: it is not TopoJSON with a land of polygons"
    assert broken(json.dumps(topology).encode()) == (LAND, "broken-map", say)
