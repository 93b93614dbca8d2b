"""The places -> the map's page: a dot for each, and the same places as a list."""

from dataclasses import replace

from signpost.model.addresses import HOME, MAP, PLACES
from signpost.model.files import File, Link, Page
from signpost.model.projections import HEIGHT, WIDTH
from signpost.model.words import Words
from signpost.output.plan.dots import dots
from signpost.output.plan.places import Nation, Places

LONGEST = 250  # lines: a longer list names the countries only, whose own pages list the cities


def world(places: Places, file: File, words: Words) -> Page:
    """The page of the map, whose script has a file."""
    title = words("menu.map")
    crumbs = (Link(words("page.home"), HOME), Link(title, MAP))
    shows = {
        "box": f"0 0 {WIDTH} {HEIGHT}",
        "dots": dots(places.found, words),
        "nations": listed(places),
        "file": f"/{file.path}",
        "count": len(places.found),
        "without": Link(words("map.without", n=places.without), PLACES) if places.without else None,
    }
    return Page(MAP, "pages/map.html", title, words("map.summary"), crumbs, shows=shows)


def listed(places: Places) -> tuple[Nation, ...]:
    """The countries with their places, or alone where that would be too long a list."""
    if len(places.found) <= LONGEST:
        return places.nations
    return tuple(replace(each, cities=()) if each.country else each for each in places.nations)
