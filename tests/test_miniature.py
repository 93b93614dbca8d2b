"""The small directory in tests/miniature/ builds to exactly what stands in its expected/."""

import hashlib
import os
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from signpost.pipeline import take_in
from tests.conftest import HERE, TODAY, miniature
from tests.directories import built, small_site
from tests.summing import sums

EDITED = "data/edit/coworking-spaces/kitchen-table.json"
EXPECTED = HERE / "miniature" / "expected"
SUMS = HERE / "miniature" / "sums.txt"
"""What test_it_builds_to_exactly_what_is_expected does not look at changes a line of these."""

ONE_OF_EACH_TEMPLATE = (
    "index.html", "404.html", "embed/meetups/index.html", "search/index.html", "map/index.html",
    "needs-check/index.html", "in/index.html",
    "meetups/index.html", "meetups/support/referrals/index.html", "give-back/index.html",
    "add/index.html", "add/meetups/index.html",
    "changes/index.html", "changes.atom", "in/jp/dong-jing/index.html", "guides/index.html",
    "guides/borrow-and-lend/index.html",
    "meetups/porto-freelance-tuesdays/index.html", "meetups/porto-tuesdays/index.html",
    "coworking-spaces/kitchen-table/index.html", "tool-libraries/north-shed/index.html", "data/hsds/index.html",
    "associations/example-guild/index.html", "informal-groups/quiet-mornings/index.html",
)  # fmt: skip
"""Pages whose every byte is compared; of all others the names, so that the golden files stay small."""


ONE_OF_MANY = (
    "data/v1/listings.json", "data/v1/listings.geojson", "data/v1/listings/tool-libraries/north-shed.json",
    "data/v1/terms/support/referrals.json", "data/hsds/services/cb2b7399-f0a0-50f9-8fd9-aa6ace44ab28.json",
)  # fmt: skip
KEPT, FEEDS_OF_LISTS = (".json", ".xml", ".txt"), "/changes.json"
TOLD_APART = ("assets/", "data/v1/", "data/hsds/")
"""Files whose every byte is compared, unless they stand where test_tables.py and test_hsds.py look at each."""


def digest(site: Mapping[str, bytes]) -> str:
    """One number for all bytes of a site, in the order they are written."""
    return hashlib.sha256(repr(list(site.items())).encode()).hexdigest()


def compared(site: Mapping[str, bytes]) -> dict[str, str]:
    """Path and text of what is compared: data, one page of each template, and the names of all files."""
    lasting = {without_digests(path): content for path, content in site.items()}
    kept = {
        path: without_digests(content.decode())
        for path, content in lasting.items()
        if path in (*ONE_OF_EACH_TEMPLATE, *ONE_OF_MANY) or (path.endswith(KEPT) and not is_told_apart(path))
    }
    return {**kept, "files.txt": "".join(f"{path}\n" for path in sorted(lasting))}


def without_digests(text: str) -> str:
    """Addresses of folders that are named by what libraries and scripts make of them, without the digest."""
    return re.sub("(assets|data/add)/[0-9a-f]{12}/", r"\1/DIGEST/", text)


def is_told_apart(path: str) -> bool:
    """Whether a file is tested apart, or holds what libraries know: all countries, languages and time zones."""
    return (
        path.startswith(TOLD_APART)
        or path.endswith(("/names.json", FEEDS_OF_LISTS))
        or (path.startswith("data/edit/") and path != EDITED)
    )


def on_disk(folder: Path) -> dict[str, str]:
    """Path and text of every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def bless(found: dict[str, str]) -> None:
    """Write what is found over what was expected."""
    for path in on_disk(EXPECTED).keys() - found.keys():
        (EXPECTED / path).unlink()
    for path, text in found.items():
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_text(text, encoding="utf-8")


def test_it_builds_to_exactly_what_is_expected(blessing: bool) -> None:
    found = compared(small_site())
    if blessing:
        bless(found)
    assert found == on_disk(EXPECTED)


def test_every_byte_of_it_is_what_it_was_on_any_machine(blessing: bool) -> None:
    found = sums(small_site())
    if blessing:
        SUMS.write_text(found, encoding="ascii")
    assert found == SUMS.read_text(encoding="ascii"), "what is meant is written with: make bless"


def test_the_order_in_which_files_are_read_changes_nothing() -> None:
    tree = miniature()
    paths = random.Random(7).sample(list(tree), len(tree))  # noqa: S311 - an order, not a secret
    assert digest(built({path: tree[path] for path in paths})) == digest(small_site())


def elsewhere(**environment: str) -> str:
    """The digest of the miniature's site, built by another Python in another environment."""
    words = "from tests.test_miniature import *; print(digest(small_site()))"
    told = subprocess.run(
        [sys.executable, "-c", words],
        cwd=HERE.parent, env=os.environ | environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return told.stdout


def test_the_machine_it_is_built_on_changes_nothing() -> None:
    here = elsewhere(LANG="C.UTF-8", TZ="UTC", PYTHONHASHSEED="1")
    assert elsewhere(LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", TZ="Pacific/Kiritimati", PYTHONHASHSEED="2") == here


def test_a_seventh_kind_needs_no_python() -> None:
    site = small_site()
    kinds = re.findall(r'<h3 class="kind-tab"><a href="/([a-z-]+)/">', site["index.html"].decode())
    assert kinds == [
        "associations",
        "coworking-spaces",
        "meetups",
        "mentorship-programs",
        "online-communities",
        "informal-groups",
        "tool-libraries",
    ]
    assert "tool-libraries/north-shed/index.html" in site


def test_every_field_type_is_shown_by_some_listing() -> None:
    from signpost.model.fieldtypes import TYPES

    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    said = {each.kind.fields[name].type.name for each in catalog for name in each.values}
    assert said == set(TYPES)


def test_every_template_of_a_page_is_shown_by_some_page() -> None:
    from signpost.model.words import words_of
    from signpost.output.plan import basis, plan

    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    words = words_of(miniature(), "en")
    used = {page.template for page in plan(basis(catalog, words, TODAY), words)}
    found = {path.removeprefix("templates/") for path in miniature() if path.startswith("templates/pages/")}
    assert used == found - {"pages/patterns.html", "pages/data.html"}  # in the preview alone; made after all files
