"""The preview on this machine: files, a sub-path, a page for what is not there, and reloading."""

import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from signpost.edges import preview
from signpost.edges.preview import Preview, previewing
from signpost.edges.sites import write
from signpost.model.files import File
from signpost.model.problems import Refused

PAGES = {
    "index.html": "<body>Home</body>",
    "404.html": "<body>Lost</body>",
    "meetups/index.html": "<body>Meetups</body>",
    "data/v1/listings.json": "{}",
    "assets/a.js": "let a;",
    "assets/a.svg": "<svg/>",
    "static/a b.txt": "é",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site on disk."""
    write([File(path, text.encode()) for path, text in PAGES.items()], tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture(params=["/", "/repo/"])
def shown(site: Path, request: pytest.FixtureRequest) -> Iterator[Preview]:
    """A preview of it, at the root and below a sub-path."""
    with previewing(site, f"https://example.org{request.param}", 0) as running:
        yield running


def answer(shown: Preview, path: str, method: str = "GET") -> HTTPResponse:
    """The answer to a request; `path` stands below the preview's address unless it begins with a slash."""
    address = urlsplit(shown.address)
    connection = HTTPConnection(str(address.hostname), address.port, timeout=10)
    connection.request(method, path if path.startswith("/") else address.path + path)
    return connection.getresponse()


def script(shown: Preview) -> str:
    """What is added to every page."""
    return f'<script src="{urlsplit(shown.address).path}__signpost/reload.js"></script>'


@pytest.mark.parametrize(
    ("path", "kind", "text"),
    [
        ("data/v1/listings.json", "application/json", "{}"),
        ("assets/a.js", "text/javascript; charset=utf-8", "let a;"),
        ("assets/a.svg?v=1", "image/svg+xml", "<svg/>"),
        ("static/a%20b.txt", "text/plain; charset=utf-8", "é"),
    ],
)
def test_a_file_is_served_as_it_is(shown: Preview, path: str, kind: str, text: str) -> None:
    found = answer(shown, path)
    assert (found.status, found.headers["Content-Type"], found.read().decode()) == (200, kind, text)
    assert found.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("path", "text"), [("", "Home"), ("meetups/", "Meetups"), ("meetups/index.html", "Meetups")])
def test_a_page_reloads_itself(shown: Preview, path: str, text: str) -> None:
    found = answer(shown, path)
    assert (found.status, found.read().decode()) == (200, f"<body>{text}{script(shown)}</body>")


@pytest.mark.parametrize("path", ["nothing/", "meetups/nothing.html", "../secret.txt", "%2e%2e/%2e%2e/etc/passwd"])
def test_what_is_not_there_gets_the_sites_own_page(shown: Preview, path: str) -> None:
    found = answer(shown, path)
    assert (found.status, found.read().decode()) == (404, f"<body>Lost{script(shown)}</body>")


def test_a_site_without_such_a_page_says_it_in_two_words(shown: Preview, site: Path) -> None:
    (site / "404.html").unlink()
    found = answer(shown, "nothing/")
    assert (found.status, found.read()) == (404, b"Not found")


def test_a_folder_without_a_slash_leads_to_the_one_with_it(shown: Preview) -> None:
    found = answer(shown, "meetups")
    assert (found.status, found.headers["Location"]) == (301, urlsplit(shown.address).path + "meetups/")


@pytest.mark.parametrize("path", ["", "meetups/", "meetups", "nothing/"])
def test_asking_for_the_head_gives_the_head(shown: Preview, path: str) -> None:
    whole, head = answer(shown, path), answer(shown, path, "HEAD")
    assert (head.status, head.headers["Content-Length"], head.headers["Location"], head.read()) == (
        whole.status, whole.headers["Content-Length"], whole.headers["Location"], b"",
    )  # fmt: skip


def test_the_root_leads_to_the_sub_path_and_the_rest_is_not_there(site: Path) -> None:
    with previewing(site, "https://example.org/repo/", 0) as shown:
        found = answer(shown, "/")
        assert (found.status, found.headers["Location"]) == (302, "/repo/")
        assert [answer(shown, path).status for path in ("/meetups/", "/repo", "/data/v1/listings.json")] == [
            404,
            302,
            404,
        ]


def test_nothing_outside_of_the_site_is_served(site: Path) -> None:
    (site.parent / "secret.txt").write_text("secret")
    with previewing(site, "https://example.org/", 0) as shown:
        assert [answer(shown, path).status for path in ("/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd")] == [
            404
        ] * 3


def test_the_script_listens_where_builds_are_told(shown: Preview) -> None:
    base = urlsplit(shown.address).path
    assert answer(shown, "__signpost/reload.js").read().decode() == (
        f'new EventSource("{base}__signpost/events").onmessage = () => location.reload();\n'
    )


def test_an_open_page_is_told_of_each_build(shown: Preview) -> None:
    events = answer(shown, "__signpost/events")
    assert events.headers["Content-Type"] == "text/event-stream"
    stop = threading.Event()

    def build_again_and_again() -> None:
        while not stop.wait(0.05):
            shown.reload()

    builder = threading.Thread(target=build_again_and_again)
    builder.start()
    try:
        assert events.fp.readline() + events.fp.readline() == b"data: built\n\n"
    finally:
        stop.set()
        builder.join()
        events.close()


def test_a_page_that_waits_long_is_told_that_we_are_still_here(shown: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "PATIENCE", 0.01)
    events = answer(shown, "__signpost/events")
    assert events.fp.readline() == b": still here\n"
    events.close()


def test_a_port_that_is_taken_is_told(site: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refused) as caught, previewing(site, "/", port):
            pass
    assert str(caught.value) == (
        f"The preview cannot listen on port {port} (Address already in use). Choose another with --port {port + 1}."
    )


def test_the_port_is_free_again_afterwards(site: Path) -> None:
    with previewing(site, "/", 0) as shown:
        port = int(urlsplit(shown.address).port or 0)
    with previewing(site, "/", port) as again:
        assert urlsplit(again.address).port == port


def test_a_preview_keeps_nothing_in_the_browser(shown: Preview) -> None:
    found = answer(shown, "sw.js")
    assert (found.status, found.getheader("Content-Type")) == (200, "text/javascript; charset=utf-8")
    assert b"unregister" in found.read()
