"""Every step once, in order: a tree in, a catalog and every problem out; a catalog in, the files of the site out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from signpost.intake.arrange import arrange
from signpost.intake.compare import compare
from signpost.intake.declare import declare
from signpost.intake.expiry import expiry
from signpost.intake.follow import follow
from signpost.intake.forget import forget
from signpost.intake.icons import icons
from signpost.intake.parse import CONTENT, glanced, parse, placed
from signpost.intake.statics import statics
from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.files import WHOLE, File, Share
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog, Listing
from signpost.model.parts import ALL
from signpost.model.problems import Problem, in_order
from signpost.model.source import Document, Tree
from signpost.shares import Found, found_in, joined

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from signpost.assembly import Assembly
    from signpost.model.words import Words


T = TypeVar("T")
LISTED_DEEP = 3  # the steps of kind/slug/index.html
DECLARES = "/_"
"""What the paths of files have in them that declare something."""


class Spread(Protocol):
    """What does a piece of work in shares, as many as its size is worth, and gives their results in order."""

    def __call__(self, work: Callable[[Share], T], size: int, /) -> list[T]:
        """The results of all shares."""


def here(work: Callable[[Share], T], _size: int) -> list[T]:
    """All of it in one share, in this process."""
    return [work(WHOLE)]


def take_in(tree: Tree, today: date, spread: Spread = here) -> tuple[Catalog | None, list[Problem]]:
    """The Catalog of all that is sound, or None when not even the declarations are; and every Problem, in order."""
    contents = [path for path in sorted(tree) if path.startswith(CONTENT)]
    paths = [path for path in contents if DECLARES not in path]
    documents, unread, charter, undeclared = _declared({path: tree[path] for path in contents if DECLARES in path})
    if charter is None:
        unread += parse({path: tree[path] for path in paths})[1]
        told = {each.path for each in unread}
        return None, in_order([*unread, *(each for each in undeclared if each.path not in told)])

    def share_of(share: Share) -> Found:
        some = {path: tree[path] for path in share.among(paths)}
        return found_in(some, share.among(documents), charter, today)

    catalog, problems = _together(spread(share_of, len(paths)), charter, tree)
    return catalog, in_order(
        [*unread, *undeclared, *problems, *statics(tree), *_beside(documents, charter, tree, today)]
    )


def _declared(tree: Tree) -> tuple[list[Document], list[Problem], Charter | None, list[Problem]]:
    """What declares something, and what it declares. What a glance does not find sound is read with care."""
    quick = glanced(tree)
    charter, undeclared = declare(quick)
    if charter is not None and not undeclared and len(quick) == len(tree):
        return quick, [], charter, []
    documents, unread = parse(tree)
    return documents, unread, *declare(documents)


def _beside(documents: list[Document], charter: Charter, tree: Tree, today: date) -> list[Problem]:
    """What is wrong with declarations for reasons that stand outside of them: the theme, and the day."""

    def wrong(some: list[Document]) -> list[Problem]:
        return [*icons(some, tree), *expiry(some, charter.site, today)]

    return wrong([placed(each) for each in documents]) if wrong(documents) else []


def _together(shares: list[Found], charter: Charter, tree: Tree) -> tuple[Catalog, list[Problem]]:
    """The Catalog of what some shares hold, and what is wrong with them or with all of it side by side."""
    listings, prose, removed = joined(shares, charter)
    listings, links = forget(listings, removed)
    # The listings of a kind that is not sound are not misplaced: their kind's own mistake is told.
    wrong = [each for share in shares for each in share.wrong]
    unfit = [each for each in wrong if each.rule != "wrong-place" or _kind_file(each) not in tree]
    catalog = arrange(listings, prose, charter, removed)
    unread = [each for share in shares for each in share.unread]
    return catalog, [*unread, *unfit, *links, *compare(list(catalog), tree), *follow(catalog, tree)]


def _kind_file(found: Problem) -> str:
    return f"{found.path.rpartition('/')[0]}/_kind.yaml"


def put_out(catalog: Catalog, tree: Tree, today: date, chronicle: Chronicle = NOTHING) -> Iterator[File]:
    """Every file of the site, with what is known of its past. Raises BrokenTheme when the theme cannot be rendered."""
    return ready(catalog, tree, today, chronicle)(WHOLE)


class Ready(NamedTuple):
    """What makes the files of a site, with all worked out that its shares have in common.

    All it does raises BrokenTheme when the theme cannot be rendered.
    """

    made: "Assembly"
    charter: Charter
    tree: Tree

    def __call__(self, share: Share) -> Iterator[File]:
        """The files of a share of the site."""
        with in_words(self.tree, self.charter.site.language):
            yield from self.made(share)

    def page(self, listing: Listing) -> Iterator[File]:
        """The page of a listing that says something else than it did, while all others stay as they are."""
        with in_words(self.tree, self.charter.site.language):
            yield from self.made.page(listing)


def ready(
    catalog: Catalog,
    tree: Tree,
    today: date,
    chronicle: Chronicle = NOTHING,
    kept: "BytecodeCache | None" = None,
    parts: frozenset[str] = ALL,
) -> Ready:
    """What makes the files of a site. Raises BrokenTheme.

    `kept` holds templates as they were compiled before; `parts` are those of the site that are wanted. What is loaded
    here is much: `check` does without.
    """
    from signpost.assembly import Assembly
    from signpost.output.plan import basis

    with in_words(tree, catalog.charter.site.language) as read:
        based = basis(catalog, read(), today, chronicle, parts)
        return Ready(Assembly(based, tree, kept, parts), catalog.charter, tree)


def prepared(tree: Tree, kept: "BytecodeCache | None") -> None:
    """Load what `ready` will need, whatever is in the catalog, and keep what takes time to make of it."""
    import signpost.assembly  # noqa: F401 - to be there when it is needed
    from signpost.output.render.engine import compile_templates

    if kept is not None:
        compile_templates(tree, kept)


@contextmanager
def in_words(tree: Tree, language: str) -> Iterator[Callable[[], "Words"]]:
    """What reads the theme's words in a language. Raises BrokenTheme, at their file, where some are missing."""
    from signpost.model.words import NoSuchWords, file_of, words_of  # `check` does without
    from signpost.output.render.pages import without_words

    try:
        yield lambda: words_of(tree, language)
    except NoSuchWords as missing:
        raise without_words(missing, file_of(tree, language)) from None


def published_at(catalog: Catalog, base_url: str) -> Catalog:
    """The catalog of a site that is published at another address than its declaration says."""
    site = catalog.charter.site._replace(base_url=base_url.rstrip("/") + "/")
    return replace(catalog, charter=catalog.charter._replace(site=site))


def searched(catalog: Catalog) -> str:
    """The pages the search index is made from, as a glob: listings and guides; nothing when there are none."""
    if not len(catalog) and not any(each.is_guide for each in catalog.prose):
        return ""
    return f"{{{','.join([*catalog.shelves, 'guides'])}}}/*/index.html"


def folders_searched(catalog: Catalog, parts: frozenset[str]) -> list[str]:
    """The folders of the pages that the search index is made from, as far as some parts of the site hold them."""
    listings = [each.id for each in catalog] if "listings" in parts else []
    guides = [each.address for each in catalog.prose if each.is_guide] if "prose" in parts else []
    return sorted(listings + guides)


def is_searched(path: str, glob: str) -> bool:
    """Whether a file is one of those that `searched` tells of."""
    folders, _, _ = glob.removeprefix("{").partition("}")
    steps = path.split("/")
    return len(steps) == LISTED_DEEP and steps[2] == "index.html" and steps[0] in folders.split(",")
