"""The small directory in tests/miniature/ builds to exactly what stands in its expected/."""

import hashlib
import os
import random
import re
import subprocess
import sys
from pathlib import Path

from signpost.model.source import Tree
from signpost.pipeline import put_out, take_in
from tests.conftest import HERE, TODAY, miniature

EXPECTED = HERE / "miniature" / "expected"
ONE_OF_EACH_TEMPLATE = (
    "index.html", "404.html", "embed/meetups/index.html", "search/index.html", "map/index.html",
    "needs-check/index.html", "in/index.html",
    "meetups/index.html", "meetups/support/referrals/index.html", "give-back/index.html",
    "in/jp/dong-jing/index.html", "guides/index.html", "guides/borrow-and-lend/index.html",
    "meetups/porto-freelance-tuesdays/index.html", "meetups/porto-tuesdays/index.html",
    "coworking-spaces/kitchen-table/index.html", "tool-libraries/north-shed/index.html",
    "associations/example-guild/index.html", "informal-groups/quiet-mornings/index.html",
)  # fmt: skip
"""Pages whose every byte is compared; of all others the names, so that the golden files stay small."""

TESTED_APART = ("assets/", "data/v1/schema/")


def built(tree: Tree) -> dict[str, bytes]:
    """The site of a tree in which nothing is wrong."""
    catalog, problems = take_in(tree, TODAY)
    assert problems == []
    assert catalog is not None
    return dict(put_out(catalog, tree, TODAY))


def digest(site: dict[str, bytes]) -> str:
    """One number for all bytes of a site, in the order they are written."""
    return hashlib.sha256(repr(list(site.items())).encode()).hexdigest()


def compared(site: dict[str, bytes]) -> dict[str, str]:
    """Path and text of what is compared: data, one page of each template, and the names of all files."""
    lasting = {re.sub("assets/[0-9a-f]{12}/", "assets/DIGEST/", path): content for path, content in site.items()}
    kept = {
        path: re.sub("assets/[0-9a-f]{12}/", "assets/DIGEST/", content.decode())
        for path, content in lasting.items()
        if path in ONE_OF_EACH_TEMPLATE
        or (path.endswith((".json", ".xml", ".txt")) and not path.startswith(TESTED_APART))
    }
    return {**kept, "files.txt": "".join(f"{path}\n" for path in sorted(lasting))}


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
    found = compared(built(miniature()))
    if blessing:
        bless(found)
    assert found == on_disk(EXPECTED)


def test_the_order_in_which_files_are_read_changes_nothing() -> None:
    tree = miniature()
    paths = random.Random(7).sample(list(tree), len(tree))  # noqa: S311 - an order, not a secret
    assert digest(built({path: tree[path] for path in paths})) == digest(built(tree))


def elsewhere(**environment: str) -> str:
    """The digest of the miniature's site, built by another Python in another environment."""
    words = "from tests.test_miniature import *; print(digest(built(miniature())))"
    told = subprocess.run(
        [sys.executable, "-c", words],
        cwd=HERE.parent, env=os.environ | environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return told.stdout


def test_the_machine_it_is_built_on_changes_nothing() -> None:
    here = elsewhere(LANG="C.UTF-8", TZ="UTC", PYTHONHASHSEED="1")
    assert elsewhere(LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", TZ="Pacific/Kiritimati", PYTHONHASHSEED="2") == here


def test_a_seventh_kind_needs_no_python() -> None:
    site = built(miniature())
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
    used = {page.template for page in plan(basis(catalog, words, TODAY), words, {})}
    found = {path.removeprefix("templates/") for path in miniature() if path.startswith("templates/pages/")}
    assert used == found - {"pages/patterns.html"}  # in the preview alone
