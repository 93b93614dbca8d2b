"""Guides and other pages of text -> their pages."""

from collections.abc import Iterable, Iterator

from signpost.model.addresses import GUIDES, HOME, of_prose
from signpost.model.files import Link, Page
from signpost.model.listings import Catalog, Prose
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves


def prose_pages(shelves: Shelves, words: Words) -> Iterator[Page]:
    """Every page of text that is no guide, and the list of the guides."""
    yield from _pages((each for each in shelves.catalog.prose if not each.is_guide), shelves, words)
    home, here = Link(words("page.home"), HOME), Link(words("menu.guides"), GUIDES)
    shows = {"guides": links(_guides(shelves))}
    yield Page(GUIDES, "pages/guides.html", here.label, words("guides.intro"), (home, here), shows=shows)


def guide_pages(shelves: Shelves, words: Words) -> Iterator[Page]:
    """Every guide."""
    return _pages(_guides(shelves), shelves, words)


def _guides(shelves: Shelves) -> list[Prose]:
    return [each for each in shelves.catalog.prose if each.is_guide]


def _pages(some: Iterable[Prose], shelves: Shelves, words: Words) -> Iterator[Page]:
    home, to_guides, guides = Link(words("page.home"), HOME), Link(words("menu.guides"), GUIDES), _guides(shelves)
    for prose in some:
        above = (home, to_guides) if prose.is_guide else (home,)
        yield Page(
            address=of_prose(prose),
            template="pages/prose.html",
            title=prose.title,
            summary=prose.summary,
            crumbs=(*above, Link(prose.title, of_prose(prose))),
            body=prose.document.body,
            has_contents=True,
            shows={
                "kind_of": "guide" if prose.is_guide else "page",
                "next": _next(prose, guides),
                "searchable": prose.is_guide,
            },
        )


def foot(catalog: Catalog) -> tuple[Link, ...]:
    """Links to the pages of text that are no guides, for the foot of every page."""
    return tuple(Link(each.title, of_prose(each)) for each in catalog.prose if not each.is_guide)


def links(guides: list[Prose]) -> tuple[dict[str, str], ...]:
    """What a list of guides shows of each."""
    return tuple({"title": each.title, "summary": each.summary, "address": of_prose(each)} for each in guides)


def _next(prose: Prose, guides: list[Prose]) -> Link | None:
    """The guide after a guide; the first after the last."""
    if prose not in guides or len(guides) == 1:
        return None
    following = guides[(guides.index(prose) + 1) % len(guides)]
    return Link(following.title, of_prose(following))
