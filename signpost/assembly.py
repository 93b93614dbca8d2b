"""The basis of a site, its theme, and the parts that are wanted -> its files, by shares that can be made apart.

What is made for some parts alone is loaded when they are wanted.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from signpost.model.files import File, Page, Share
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.parts import PREVIEW
from signpost.model.source import Tree
from signpost.output.assets import Assets, assets, pictures
from signpost.output.atlas import atlas
from signpost.output.export.exports import export
from signpost.output.plan import Basis, pages_of, plan
from signpost.output.plan.prose import foot
from signpost.output.render.pages import renderer
from signpost.output.render.theme import Theme

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from signpost.output.export.hsds.making import Making as InHsds

Render = Callable[[Iterable[Page]], Iterator[File]]


class Making(NamedTuple):
    """What the files of a site are made from."""

    based: Basis
    tree: Tree
    theirs: Assets
    parts: frozenset[str]

    @property
    def site(self) -> Site:
        """What holds for the whole directory."""
        return self.based.on.catalog.charter.site


class Assembly:
    """What makes the files of a site, by shares or by listings. All it does raises BrokenTheme."""

    def __init__(self, based: Basis, tree: Tree, kept: "BytecodeCache | None", parts: frozenset[str]) -> None:
        self.making = Making(based, tree, assets(tree, atlas(tree)), parts)
        self.render = _renderer(self.making, kept)

    @cached_property
    def in_hsds(self) -> "InHsds":
        """What the records of HSDS are made from."""
        from signpost.output.export.hsds import making

        on = self.making.based.on
        return making(on.catalog, on.freshness, on.series, self.making.based.words, on.since, on.past)

    def __call__(self, share: Share) -> Iterator[File]:
        """The files of a share of the site."""
        making, parts, based = self.making, self.making.parts, self.making.based
        yield from self.render(plan(based, based.words, share, parts))
        yield from _of_listings(tuple(share.singly(based.on.catalog)), making)
        if "hsds" in parts:
            from signpost.output.export.hsds import single

            yield from single(self.in_hsds, share)
        if share.has_rest:
            beside = chain(_beside(making), self._lists_of_hsds())
            yield from _with_their_page(beside, making, self.render) if "data" in parts else beside
            yield from _patterns(making, self.render) if PREVIEW in parts else ()

    def page(self, listing: Listing) -> Iterator[File]:
        """The page of a listing that says something else than it did, while all others stay as they are."""
        return self.render(pages_of(listing, self.making.based, self.making.parts))

    def _lists_of_hsds(self) -> Iterator[File]:
        if "hsds" in self.making.parts:
            from signpost.output.export.hsds import lists

            yield from lists(self.in_hsds)


def _renderer(making: Making, kept: "BytecodeCache | None") -> Render:
    """What renders pages, with what they tell search engines if they do."""
    on, words, theirs = making.based.on, making.based.words, making.theirs
    theme = Theme(on.catalog.charter, words, theirs.folder, foot(on.catalog), frozenset(theirs.by_name))
    return renderer(making.tree, theme, kept, _linked(making))


def _linked(making: Making) -> Callable[[Iterable[Page]], Iterable[Page]]:
    """What gives pages what they tell search engines."""
    if "linked-data" not in making.parts:
        return iter
    from signpost.output.export.offers import OFFERS
    from signpost.output.export.schema_org import linker

    return linker(making.based.on.catalog, making.based.on.series, OFFERS)


def _of_listings(some: Sequence[Listing], making: Making) -> Iterator[File]:
    """What each of some listings has beside its page: its file in pieces, for the form, and its badge."""
    if "form" in making.parts:
        from signpost.output.export.editing import editing

        yield from editing(some, making.tree)
    if "badges" in making.parts:
        from signpost.output.export.badges import badges

        yield from badges(some, making.tree, making.site, making.based.words)


def _with_their_page(files: Iterable[File], making: Making, render: Render) -> Iterator[File]:
    """Files, and after them the page that tells which of them are for programs, and how large those are."""
    from signpost.model.offers import Made, noted
    from signpost.output.export.offers import OFFERS
    from signpost.output.plan.offers import offers_page

    made: dict[str, list[Made]] = {}
    yield from noted(files, OFFERS, made)
    yield from render([offers_page(making.based.on.catalog, OFFERS, made, making.based.words)])


def _beside(making: Making) -> Iterator[File]:
    """What there is beside pages: assets, pictures, data for scripts and programs, calendars, what devices install."""
    on, words = making.based.on, making.based.words
    yield from chain.from_iterable(files(making) for part, files in BESIDE if part in making.parts)
    yield from export(on.catalog, on.since, on.past, words, making.parts)


def _assets(making: Making) -> Iterator[File]:
    return chain(making.theirs.files(), pictures(making.tree))


def _table(making: Making) -> Iterable[File]:
    return making.based.table.files()


def _ruling(making: Making) -> Iterable[File]:
    return making.based.ruling.files()


def _on_map(making: Making) -> Iterator[File]:
    if making.based.places.found:
        yield making.based.closer


def _calendars(making: Making) -> Iterator[File]:
    from signpost.output.export.calendar import calendars

    on = making.based.on
    return calendars(on.series.values(), making.site, making.based.words, on.past)


def _feeds(making: Making) -> Iterator[File]:
    from signpost.output.export.feeds import feeds

    return feeds(making.based.on.catalog, making.based.on.past, making.based.words)


def _offline(making: Making) -> Iterator[File]:
    """The worker of the site, told what stands in the folders that are named by what they hold; what is installed."""
    from signpost.output.manifest import manifest
    from signpost.output.worker import worker

    table, folder = making.based.table, making.theirs.folder
    parts = {f"{folder}/": tuple(making.theirs.files()), table.address[1:]: tuple(table.files())}
    yield from worker(making.tree, parts, making.site.base_url, making.based.on.since)
    yield from manifest(making.tree, making.site, folder)


def _discovery(making: Making) -> Iterable[File]:
    from signpost.output.export.opensearch import opensearch

    return (opensearch(making.site, making.theirs.folder),)


def _patterns(making: Making, render: Render) -> Iterator[File]:
    """The page with every part of the theme, where the theme has one, and its picture."""
    from signpost.output.plan.examples import PICTURE
    from signpost.output.plan.patterns import patterns

    page = patterns(making.tree, making.based.words)
    yield from chain(render([page]), (PICTURE,)) if page else ()


BESIDE: tuple[tuple[str, Callable[[Making], Iterable[File]]], ...] = (
    ("assets", _assets),
    ("search", _table),
    ("form", _ruling),
    ("map", _on_map),
    ("calendar", _calendars),
    ("changes", _feeds),
    ("offline", _offline),
    ("discovery", _discovery),
)
"""What is made for some parts of a site beside pages and exports."""
