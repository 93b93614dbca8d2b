"""Texts -> what a directory makes of them, on the day of the tests: its catalog, pages and files."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from benchmarks.corpus import corpus
from signpost.edges import disk
from signpost.edges.pagefind import indexing
from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.files import WHOLE, File, Page
from signpost.model.listings import Catalog
from signpost.model.parts import ALL
from signpost.model.source import Tree
from signpost.model.words import Words, words_of
from signpost.output.plan import basis, plan
from signpost.pipeline import published_at, ready, take_in
from tests.conftest import TODAY, declared, miniature, theme
from tests.pasts import MINIATURE as PAST

Texts = Mapping[str, str]
LAST = 4
"""How many directories are remembered: tests that ask for the same one follow each other."""


class Compiled(BytecodeCache):
    """Templates as they were compiled, in memory, by their text: from test to test only what changed is compiled."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is held of a template, if it is of the same text."""
        if bucket.key in self.held:
            bucket.bytecode_from_string(self.held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold it."""
        self.held[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def listing(name: str, *lines: str, body: str = "") -> str:
    """The text of a listing with all that every kind needs, and more lines, which win."""
    slug = name.casefold().replace(" ", "-")
    needed = {
        "name": f"name: {name}",
        "url": f"url: https://{slug}.example.org/",
        "summary": "summary: An evening a month for people who work alone.",
        "support": "support: emotional",
        "city": "city: Leeds",
        "country": "country: GB",
        "verified": "verified: 2026-11-10",
    }
    given = {line.partition(":")[0]: line for line in lines}
    kept = [line for line in {**needed, **given}.values() if line.partition(":")[2].strip()]
    return "\n".join(["---", *kept, "---", body, ""])


def meetups(number: int) -> dict[str, str]:
    """As many meetups, by path."""
    return {f"content/meetups/n{n:03}.md": listing(f"N{n:03}") for n in range(1, number + 1)}


def tree_of(texts: Texts) -> Tree:
    """The texts among the declarations of a small directory, and the theme."""
    return {**theme(), **declared(), **{path: text.encode() for path, text in texts.items()}}


def catalog_of(texts: Texts) -> Catalog:
    """The catalog of texts in which nothing is wrong. It is not made again for the same texts, as nothing here is."""
    return _catalog_of(tuple(texts.items()))


@lru_cache(LAST)
def _catalog_of(texts: tuple[tuple[str, str], ...]) -> Catalog:
    catalog, problems = take_in(tree_of(dict(texts)), TODAY)
    assert catalog is not None
    assert [each.say for each in problems if not each.warning] == []
    return catalog


@cache
def english() -> Words:
    """The theme's words."""
    return words_of(theme(), "en-GB")


def pages_of(texts: Texts) -> dict[str, Page]:
    """The pages that are planned for texts, by address."""
    return dict(_pages_of(tuple(texts.items())))


@lru_cache(LAST)
def _pages_of(texts: tuple[tuple[str, str], ...]) -> Mapping[str, Page]:
    pages = plan(basis(_catalog_of(texts), english(), TODAY), english())
    return {page.address: page for page in pages}


def files_of(texts: Texts, base_url: str = "https://directory.example.org/", *parts: str) -> dict[str, str]:
    """The text files of the site that texts become, by path; pictures, fonts and the database left out.

    With some parts of a site, those alone: the others take time where many small sites are looked at for one thing.
    """
    return dict(_files_of(tuple(texts.items()), base_url, frozenset(parts) or ALL))


@lru_cache(LAST)
def _files_of(texts: tuple[tuple[str, str], ...], base_url: str, parts: frozenset[str]) -> Mapping[str, str]:
    files = site_of(published_at(_catalog_of(texts), base_url), tree_of(dict(texts)), parts=parts)
    return {path: content.decode() for path, content in files if not path.endswith((".woff2", ".png", ".db"))}


def site_of(
    catalog: Catalog, tree: Tree, today: date = TODAY, past: Chronicle = NOTHING, parts: frozenset[str] = ALL
) -> Iterator[File]:
    """The files of the site of a catalog, or of some parts of it."""
    return ready(catalog, tree, today, past, COMPILED, parts)(WHOLE)


def index(site: Path, glob: str, bundle: Path | None = None) -> None:
    """Write the search index of a built site."""
    with indexing(site, glob, bundle):
        pass


def built(tree: Tree) -> dict[str, bytes]:
    """The site of a tree in which nothing is wrong, with the miniature's past."""
    catalog, problems = take_in(tree, TODAY)
    assert problems == []
    assert catalog is not None
    return dict(site_of(catalog, tree, past=PAST))


@cache
def small_site() -> Mapping[str, bytes]:
    """The site of the miniature."""
    return built(miniature())


@cache
def thousand() -> Tree:
    """A thousand made-up listings, and the theme."""
    with TemporaryDirectory() as folder:
        corpus(1000, Path(folder))
        return disk.read(Path(folder))[0]


@cache
def thousand_in() -> Catalog:
    """The catalog of the thousand, in which nothing is wrong."""
    catalog, problems = take_in(thousand(), TODAY)
    assert problems == []
    assert catalog is not None
    return catalog
