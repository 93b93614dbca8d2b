"""Texts -> what a directory makes of them, on the day of the tests: its catalog, pages and files."""

from collections.abc import Mapping
from dataclasses import replace

from signpost.model.files import Page
from signpost.model.listings import Catalog
from signpost.model.source import Tree
from signpost.model.words import Words, words_of
from signpost.output.plan import basis, plan
from signpost.pipeline import put_out, take_in
from tests.conftest import TODAY, declared, theme

Texts = Mapping[str, str]


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
    """The catalog of texts in which nothing is wrong."""
    catalog, problems = take_in(tree_of(texts), TODAY)
    assert catalog is not None
    assert [each.say for each in problems if not each.warning] == []
    return catalog


def english() -> Words:
    """The theme's words."""
    return words_of(theme(), "en-GB")


def pages_of(texts: Texts) -> dict[str, Page]:
    """The pages that are planned for texts, by address."""
    return {page.address: page for page in plan(basis(catalog_of(texts), english(), TODAY), english(), {})}


def files_of(texts: Texts, base_url: str = "https://directory.example.org/") -> dict[str, str]:
    """The text files of the site that texts become, by path; pictures, fonts and the database left out."""
    catalog = catalog_of(texts)
    at = replace(catalog, charter=replace(catalog.charter, site=replace(catalog.charter.site, base_url=base_url)))
    files = put_out(at, tree_of(texts), TODAY)
    return {path: content.decode() for path, content in files if not path.endswith((".woff2", ".png", ".db"))}
