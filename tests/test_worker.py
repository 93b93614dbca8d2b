"""The worker that keeps pages: what it is told of its build."""

import json
from datetime import date, timedelta
from typing import Any

from signpost.model.files import File
from signpost.output.worker import MOST, worker
from tests.conftest import TODAY
from tests.directories import files_of, listing

TREE = {"templates/sw.js": b"let x;\n", "content/meetups/a.md": b"A"}
ASSETS = [File("assets/0123456789ab/css/site.css", b"a"), File("assets/0123456789ab/icons/512.png", b"b")]
TABLE = [File("data/find/ba9876543210/table.json", b"{}"), File("data/find/ba9876543210/cards-0.json", b"[]")]
PARTS = {"assets/0123456789ab/": ASSETS, "data/find/ba9876543210/": TABLE}
AT = "https://example.org/repo/"


def told(tree: dict[str, bytes] = TREE, parts: Any = PARTS, base_url: str = AT, day: date = TODAY) -> dict[str, Any]:
    """What stands at the head of the worker."""
    (file,) = worker(tree, parts, base_url, day)
    head, _, source = file.content.decode().partition("\n")
    assert (file.path, source.encode()) == ("sw.js", TREE["templates/sw.js"])
    return dict(json.loads(head.removeprefix("const BUILD = ").removesuffix(";")))


def test_it_begins_with_the_first_pages_the_assets_and_the_table() -> None:
    assert told()["core"] == [
        "", "search/", "plan/", "offline/", "assets/0123456789ab/css/site.css",
        "data/find/ba9876543210/table.json", "data/find/ba9876543210/cards-0.json",
    ]  # fmt: skip


def test_it_knows_the_folders_that_its_pages_may_ask_for() -> None:
    assert told()["parts"] == ["assets/0123456789ab/", "data/find/ba9876543210/"]


def test_a_large_table_is_kept_as_it_is_used() -> None:
    large = {**PARTS, "data/find/ba9876543210/": [File("data/find/ba9876543210/table.json", b" " * (MOST + 1))]}
    assert [path for path in told(parts=large)["core"] if path.startswith("data/")] == []
    assert told(parts=large)["parts"] == told()["parts"]


def test_the_same_build_has_the_same_name_and_any_other_another() -> None:
    others = [
        told({**TREE, "content/meetups/a.md": b"B"}),
        told({**TREE, "content/meetups/b.md": b"A"}),
        told(base_url="https://example.org/"),
        told(day=TODAY + timedelta(days=1)),
    ]
    assert told(dict(reversed(TREE.items()))) == told()
    assert len({told()["digest"], *(each["digest"] for each in others)}) == 5


def test_a_theme_without_a_worker_has_none() -> None:
    assert list(worker({}, PARTS, AT, TODAY)) == []


def test_all_it_begins_with_is_part_of_the_site() -> None:
    site = files_of({"content/meetups/a.md": listing("Python Leeds")})
    build = json.loads(site["sw.js"].partition("\n")[0].removeprefix("const BUILD = ").removesuffix(";"))
    wanted = [f"{path}index.html" if path.endswith("/") or not path else path for path in build["core"]]
    assert [path for path in wanted if path not in site and not path.endswith(".woff2")] == []


def test_the_page_without_a_connection_is_found_by_nobody_else() -> None:
    site = files_of({"content/meetups/a.md": listing("Python Leeds")})
    assert '<meta name="robots" content="noindex">' in site["offline/index.html"]
    assert "offline" not in site["sitemap.xml"]
    assert [path for path, text in site.items() if path.endswith(".html") and 'href="/offline/"' in text] == []


def test_the_worker_is_short() -> None:
    site = files_of({"content/meetups/a.md": listing("Python Leeds")})
    assert len(site["sw.js"].splitlines()) <= 61
