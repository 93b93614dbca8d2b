"""Every step once, in order: a tree in, a catalog and every problem out; a catalog in, the files of the site out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

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
from signpost.model.files import WHOLE, File, Page, Share
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog
from signpost.model.problems import Problem, in_order
from signpost.model.source import Tree

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from signpost.model.health.memory import Records
    from signpost.model.reviews import Review
    from signpost.model.words import Words
    from signpost.output.assets import Assets
    from signpost.output.locate import Located
    from signpost.output.plan import Basis
    from signpost.output.review import Standing


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


def located(tree: Tree, charter: Charter) -> Iterator["Located"]:
    """What becomes of the file of each listing in a tree, when its city's place is looked up; sound or not."""
    from signpost.output.locate import locate  # no other step needs it

    for document in parse(tree)[0]:
        folder, _, name = document.path.removeprefix("content/").rpartition("/")
        kind = None if name.startswith("_") else charter.kinds.get(folder)
        if kind and (found := locate(document, kind, tree[document.path])):
            yield found


def put_out(catalog: Catalog, tree: Tree, today: date) -> Iterator[File]:
    """Every file of the site. Raises BrokenTheme when the theme cannot be rendered."""
    return ready(catalog, tree, today)(WHOLE)


def ready(
    catalog: Catalog, tree: Tree, today: date, kept: "BytecodeCache | None" = None, *, preview: bool = False
) -> Callable[[Share], Iterator[File]]:
    """A function from a share of the site to its files, with all worked out that the shares have in common.

    `kept` holds templates as they were compiled before; a `preview` also has the page with every part of the theme.
    Both raise BrokenTheme when the theme cannot be rendered.
    """
    # Loaded here, for it is much: `check` does without.
    from signpost.model.words import NoSuchWords, file_of, words_of
    from signpost.output.assets import assets
    from signpost.output.atlas import atlas
    from signpost.output.export.badges import badges
    from signpost.output.export.schema_org import linker
    from signpost.output.plan import basis, plan
    from signpost.output.plan.prose import foot
    from signpost.output.render import Theme, renderer, without_words

    charter, theirs = catalog.charter, assets(tree, atlas(tree))
    try:
        words = words_of(tree, charter.site.language)
        based = basis(catalog, words, today)
    except NoSuchWords as missing:
        raise without_words(missing, file_of(tree, charter.site.language)) from None
    theme = Theme(charter, words, theirs.folder, foot(catalog), frozenset(theirs.by_name))
    render = renderer(tree, theme, kept, linker(catalog, based.on.series))
    add = add_addresses(charter, today)

    def files(share: Share) -> Iterator[File]:
        try:
            yield from render(plan(based, words, add, share))
        except NoSuchWords as missing:
            raise without_words(missing, file_of(tree, charter.site.language)) from None
        yield from badges(share.among(catalog), tree, charter.site, words)
        if share.number == 0:
            yield from _beside(based, theirs, tree, words)
        if share.number == 0 and preview:
            yield from _patterns(tree, words, render)

    return files


def _beside(based: "Basis", theirs: "Assets", tree: Tree, words: "Words") -> Iterator[File]:
    """What there is beside pages: assets, pictures, data for scripts and programs, calendars, what devices install."""
    from signpost.output.assets import pictures
    from signpost.output.export import export
    from signpost.output.export.calendar import calendars
    from signpost.output.export.opensearch import opensearch
    from signpost.output.manifest import manifest
    from signpost.output.worker import worker

    catalog, today = based.on.catalog, based.on.since
    made, found = tuple(theirs.files()), tuple(based.table.files())
    on_map = (based.closer,) if based.places.found else ()
    yield from chain(made, pictures(tree), found, on_map, export(catalog, today, words))
    yield from calendars(based.on.series.values(), catalog.charter.site, words)
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


def reviewed(before: Tree, after: Tree, paths: Sequence[str], today: date) -> "Review":
    """What a change of some files does to the directory, given both trees whole."""
    from signpost.output.review import review  # no other step needs it

    return review(_standing(before, today), _standing(after, today), paths)


def _standing(tree: Tree, today: date) -> "Standing":
    from signpost.output.review import Standing

    documents, _ = parse(tree)
    catalog, problems = take_in(tree, today)
    return Standing({each.path: each for each in documents}, catalog.charter if catalog else None, problems)


def rechecked(catalog: Catalog, tree: Tree, records: "Records", today: date, limit: int) -> str:
    """The text that asks for a look at what most needs one. Raises BrokenTheme where the theme lacks words."""
    from signpost.model.words import NoSuchWords, file_of, words_of
    from signpost.output.render import without_words
    from signpost.output.tending.issue import issue
    from signpost.output.tending.needs import needs

    site = catalog.charter.site
    try:
        return issue(needs(catalog, records, today), limit, site, words_of(tree, site.language), today)
    except NoSuchWords as missing:
        raise without_words(missing, file_of(tree, site.language)) from None


def made(what: str, charter: Charter) -> Iterator[File]:
    """The files of the repository that are made from its declarations, by what they are: one of options.MADE.

    Each has in it "Made by `signpost export WHAT`", by which it is known as one that is not written by hand.
    """
    from signpost.output.export.schemas import schemas  # only `export` asks
    from signpost.output.reference import fields_page, rules_page

    match what:
        case "fields":
            yield File("docs/fields.md", fields_page(charter).encode())
        case "rules":
            yield File("docs/rules.md", rules_page().encode())
        case "schemas":
            yield from schemas(charter, "content/.schema")


def published_at(catalog: Catalog, base_url: str) -> Catalog:
    """The catalog of a site that is published at another address than its declaration says."""
    site = replace(catalog.charter.site, base_url=base_url.rstrip("/") + "/")
    return replace(catalog, charter=replace(catalog.charter, site=site))


def searched(catalog: Catalog) -> str:
    """The pages the search index is made from, as a glob: listings and guides; nothing when there are none."""
    if not len(catalog) and not any(each.is_guide for each in catalog.prose):
        return ""
    return f"{{{','.join([*catalog.shelves, 'guides'])}}}/*/index.html"


def add_addresses(charter: Charter, today: date) -> dict[str, str]:
    """Where a listing is added, by kind: the repository's page for a new file, with a starter in it."""
    from signpost.output.draft import draft

    site = charter.site
    return {
        slug: f"{site.repository}/new/{site.branch}/content/{slug}?"
        + urlencode({"filename": "name-of-the-place.md", "value": draft(kind, kind.one, today)}, quote_via=quote)
        for slug, kind in charter.kinds.items()
    }
