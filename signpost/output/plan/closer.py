"""Places -> a file for the map's script: the dots for each step that it comes closer, and what is near found with.

So that the browser need neither join places nor know the projection: both are done here alone.
"""

from collections.abc import Iterable

from signpost.model.files import File, as_json, digest
from signpost.model.projections import HEIGHT, WIDTH, projected
from signpost.model.words import Words
from signpost.output.plan.dots import Dot, dots
from signpost.output.plan.places import Place

FOLDER, NAME = "data/map", "places.json"
ZOOMS = (24, 17, 10, 5.8, 3.2, 1.8, 1, 0.5, 0.25)
"""How many times larger than at first the map is shown, where dots are joined anew. It is never shown larger."""


def closer(places: Iterable[Place], words: Words) -> File:
    """The file, in a folder named by its digest, so that browsers may keep it for good. Its addresses begin at the map.

    It has steps (the least zoom of each, closest first, and its dots), places (name, address, latitude and longitude),
    and parallels (for each degree of latitude from -90, how far east a degree of longitude is, and how far down).
    Distances on the map are in per cent of its width and height.
    """
    found = tuple(places)
    content = {
        "steps": [{"zoom": zoom, "dots": [_dot(each) for each in dots(found, words, zoom)]} for zoom in ZOOMS],
        "places": [[each.name, _from_map(each.address), each.lat, each.lon] for each in found],
        "parallels": [_parallel(lat) for lat in range(-90, 91)],
    }
    written = as_json(content)
    return File(f"{FOLDER}/{digest({NAME: written})}/{NAME}", written)


def _dot(dot: Dot) -> dict[str, str]:
    """A dot as templates/parts/dot.html shows it."""
    href = _from_map(dot.address) if dot.address else f"#{dot.part}"
    label = str(dot.count) if dot.count != 1 else ""
    sizes = {"x": dot.x, "y": dot.y, "halo": dot.halo, "radius": dot.radius}
    return {**sizes, "href": href, "name": dot.name, "label": label}


def _from_map(address: str) -> str:
    return f"..{address}"


def _parallel(lat: int) -> tuple[float, float]:
    at = projected(lat, 1)
    return round((at.x / WIDTH - 0.5) * 100, 5), round(at.y / HEIGHT * 100, 3)
