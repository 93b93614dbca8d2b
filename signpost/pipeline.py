"""Every step once, in order: a tree in, a catalog and every problem out; a catalog in, the files of the site out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from signpost.intake.arrange import arrange
from signpost.intake.check import check
from signpost.intake.check.tombstones import tombstones
from signpost.intake.compare import compare
from signpost.intake.declare import declare
from signpost.intake.expiry import expiry
from signpost.intake.follow import follow
from signpost.intake.forget import forget
from signpost.intake.icons import icons
from signpost.intake.parse import parse
from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.files import WHOLE, File, Page, Share
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog, Listing
from signpost.model.problems import Problem, in_order
from signpost.model.source import Tree

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from signpost.model.words import Words
    from signpost.output.assets import Assets
    from signpost.output.plan import Basis


def take_in(tree: Tree, today: date) -> tuple[Catalog | None, list[Problem]]:
    """The Catalog of all that is sound, or None when not even the declarations are; and every Problem, in order."""
    documents, unread = parse(tree)
    charter, undeclared = declare(documents)
    if charter is None:
        told = {each.path for each in unread}
        return None, in_order([*unread, *(each for each in undeclared if each.path not in told)])
    listings, prose, misfits = check(documents, charter, today)
    removed = tuple(tombstones(documents, charter))
    listings, links = forget(listings, removed)
    # The listings of a kind that is not sound are not misplaced: their kind's own mistake is told.
    unfit = [each for each in misfits if each.rule != "wrong-place" or _kind_file(each) not in tree]
    catalog = arrange(listings, prose, charter, removed)
    undeclared += icons(documents, tree)
    undeclared += expiry(documents, charter.site, today)
    compared = [*compare(list(catalog), tree), *follow(catalog, tree)]
    return catalog, in_order([*unread, *undeclared, *unfit, *links, *compared])


def _kind_file(found: Problem) -> str:
    return f"{found.path.rpartition('/')[0]}/_kind.yaml"


def put_out(catalog: Catalog, tree: Tree, today: date, chronicle: Chronicle = NOTHING) -> Iterator[File]:
    """Every file of the site, with what is known of its past. Raises BrokenTheme when the theme cannot be rendered."""
    return ready(catalog, tree, today, chronicle)(WHOLE)


def ready(
    catalog: Catalog,
    tree: Tree,
    today: date,
    chronicle: Chronicle = NOTHING,
    kept: "BytecodeCache | None" = None,
    *,
    preview: bool = False,
) -> Callable[[Share], Iterator[File]]:
    """A function from a share of the site to its files, with all worked out that the shares have in common.

    `kept` holds templates as they were compiled before; a `preview` also has the page with every part of the theme.
    Both raise BrokenTheme when the theme cannot be rendered. What is loaded here is much: `check` does without.
    """
    from signpost.output.assets import assets
    from signpost.output.atlas import atlas
    from signpost.output.export import OFFERS, hsds
    from signpost.output.export.schema_org import linker
    from signpost.output.plan import basis, plan
    from signpost.output.plan.prose import foot
    from signpost.output.render import Theme, renderer

    charter, theirs = catalog.charter, assets(tree, atlas(tree))
    with in_words(tree, charter.site.language) as read:
        based = basis(catalog, words := read(), today, chronicle)
        in_hsds = hsds.making(catalog, based.on.freshness, based.on.series, words, today)
    theme = Theme(charter, words, theirs.folder, foot(catalog), frozenset(theirs.by_name))
    render = renderer(tree, theme, kept, linker(catalog, based.on.series, OFFERS))

    def files(share: Share) -> Iterator[File]:
        with in_words(tree, charter.site.language):
            yield from render(plan(based, words, share))
            yield from _of_listings(tuple(share.among(catalog)), tree, charter, words)
            yield from hsds.single(in_hsds, share)
            if share.number == 0:
                beside = chain(_beside(based, theirs, tree, words), hsds.lists(in_hsds))
                yield from _with_their_page(beside, catalog, words, render)
                yield from _patterns(tree, words, render) if preview else ()

    return files


@contextmanager
def in_words(tree: Tree, language: str) -> Iterator[Callable[[], "Words"]]:
    """What reads the theme's words in a language. Raises BrokenTheme, at their file, where some are missing."""
    from signpost.model.words import NoSuchWords, file_of, words_of  # `check` does without
    from signpost.output.render import without_words

    try:
        yield lambda: words_of(tree, language)
    except NoSuchWords as missing:
        raise without_words(missing, file_of(tree, language)) from None


def _of_listings(some: Sequence[Listing], tree: Tree, charter: Charter, words: "Words") -> Iterator[File]:
    """What each of some listings has beside its page: its file in pieces, for the form, and its badge."""
    from signpost.output.export.badges import badges
    from signpost.output.export.editing import editing

    yield from editing(some, tree)
    yield from badges(some, tree, charter.site, words)


def _with_their_page(
    files: Iterable[File], catalog: Catalog, words: "Words", render: Callable[[Iterable[Page]], Iterator[File]]
) -> Iterator[File]:
    """Files, and after them the page that tells which of them are for programs, and how large those are."""
    from signpost.model.offers import Made, noted
    from signpost.output.export import OFFERS
    from signpost.output.plan.offers import offers_page

    made: dict[str, list[Made]] = {}
    yield from noted(files, OFFERS, made)
    yield from render([offers_page(catalog, OFFERS, made, words)])


def _beside(based: "Basis", theirs: "Assets", tree: Tree, words: "Words") -> Iterator[File]:
    """What there is beside pages: assets, pictures, data for scripts and programs, calendars, what devices install."""
    from signpost.output.assets import pictures
    from signpost.output.export import export
    from signpost.output.export.calendar import calendars
    from signpost.output.export.feeds import feeds
    from signpost.output.export.opensearch import opensearch
    from signpost.output.manifest import manifest
    from signpost.output.worker import worker

    catalog, today = based.on.catalog, based.on.since
    made, found = tuple(theirs.files()), tuple(based.table.files())
    asked = based.ruling.files()
    on_map = (based.closer,) if based.places.found else ()
    yield from chain(made, pictures(tree), found, asked, on_map, export(catalog, today, based.on.past, words))
    yield from calendars(based.on.series.values(), catalog.charter.site, words, based.on.past)
    yield from feeds(catalog, based.on.past, words)
    yield from manifest(tree, catalog.charter.site, theirs.folder)
    yield opensearch(catalog.charter.site, theirs.folder)
    parts = {f"{theirs.folder}/": made, based.table.address[1:]: found}
    yield from worker(tree, parts, catalog.charter.site.base_url, today)


def _patterns(tree: Tree, words: "Words", render: Callable[[Iterable[Page]], Iterator[File]]) -> Iterator[File]:
    """The page with every part of the theme, where the theme has one, and its picture."""
    from signpost.output.plan.examples import PICTURE  # the preview alone
    from signpost.output.plan.patterns import patterns

    page = patterns(tree, words)
    yield from chain(render([page]), (PICTURE,)) if page else ()


def published_at(catalog: Catalog, base_url: str) -> Catalog:
    """The catalog of a site that is published at another address than its declaration says."""
    site = replace(catalog.charter.site, base_url=base_url.rstrip("/") + "/")
    return replace(catalog, charter=replace(catalog.charter, site=site))


def searched(catalog: Catalog) -> str:
    """The pages the search index is made from, as a glob: listings and guides; nothing when there are none."""
    if not len(catalog) and not any(each.is_guide for each in catalog.prose):
        return ""
    return f"{{{','.join([*catalog.shelves, 'guides'])}}}/*/index.html"
