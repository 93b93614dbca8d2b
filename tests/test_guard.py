"""What is published is compared with what was built: a mistake cannot empty a directory unseen."""

import json
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from signpost.cli import main
from signpost.edges.published import published
from signpost.model.problems import Refused
from signpost.output.guard import losses


def listings(*ids: str, **more: object) -> bytes:
    """A listings.json; `more` goes to the last of the listings."""
    rows: list[dict[str, object]] = [{"id": each} for each in ids]
    rows[-1] |= more
    return json.dumps({"listings": rows}).encode()


def test_a_listing_that_is_gone_is_lost_one_that_moved_or_had_closed_is_not() -> None:
    before = listings("meetups/a", "meetups/b", "meetups/c", "meetups/old", status="closed")
    found = losses(before, listings("meetups/a", "meetups/z", formerly=["meetups/b"]))
    assert (found.before, found.lost) == (4, ("meetups/c",))


@pytest.mark.parametrize(("most", "too_many"), [(24, True), (25, False), (100, False)])
def test_how_many_may_go_is_a_share(most: int, too_many: bool) -> None:
    found = losses(listings("m/a", "m/b", "m/c", "m/d"), listings("m/a", "m/b", "m/c"))
    assert found.are_too_many(most) is too_many


def test_the_first_site_loses_nothing() -> None:
    assert losses(None, listings("m/a")).are_too_many(0) is False


@pytest.mark.parametrize(
    "content", [b"<!doctype html>", b"[]", b'{"listings": [{}]}', b'{"listings": [{"id": 1}]}', b"\xff"]
)
def test_something_else_in_its_place_is_told(content: bytes) -> None:
    with pytest.raises(Refused, match="The listings of what is published now cannot be read"):
        losses(content, listings("m/a"))


def test_the_command_tells_what_would_go(
    directory: Callable[[Mapping[str, str]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory(
        {"before.json": listings("m/a", "m/b").decode(), "site/data/v1/listings.json": listings("m/a").decode()}
    )
    assert main(["guard", "--against", str(folder / "before.json")]) == 1
    told = capsys.readouterr()
    assert told.out == "m/b would go.\n1 of 2 listings would go.\n"
    assert told.err == "That is more than 5 %: a maintainer has to say that it is meant.\n"
    assert main(["guard", "--against", str(folder / "before.json"), "--most", "50"]) == 0
    assert main(["guard", "--against", str(folder / "nothing.json")]) == 0
    assert main(["guard", "--against", "x", "--out", "elsewhere"]) == 2
    assert "There is no elsewhere/data/v1/listings.json. Build the site first." in capsys.readouterr().err


class Answers(BaseHTTPRequestHandler):
    """Answers with the code that the path asks for."""

    def do_GET(self) -> None:
        """`/200` is found, `/404` is not there, and so on."""
        self.send_response(int(self.path[1:]))
        self.end_headers()
        self.wfile.write(b"here")

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_what_is_published_is_fetched_and_what_cannot_be_known_is_told() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        assert (published(f"{site}/200"), published(f"{site}/404")) == (b"here", None)
        with pytest.raises(Refused, match="answers 500, so what would be lost is not known"):
            published(f"{site}/500")
        server.shutdown()
    with pytest.raises(Refused, match="cannot be reached"):
        published(f"{site}/200")
