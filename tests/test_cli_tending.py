"""The commands `links` and `recheck`: what each says, what each writes, and how each ends."""

import json
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from signpost.cli import main
from tests.directories import listing
from tests.playing import Web, playing

Directory = Callable[[Mapping[str, str]], Path]

NOT_OURS = (
    "links.json is not what signpost links remembers, or it is broken. "
    "Put it right, or move it away to begin anew: it is not overwritten."
)


@pytest.fixture(autouse=True)
def every_name_leads_here(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **more: looked_up("127.0.0.1", *rest, **more))


def at(web: Web, path: str) -> str:
    """An address on the made-up web, as this machine alone knows it."""
    return f"http://here.example.org:{web.port}{path}"


def meetup(web: Web, name: str, path: str) -> dict[str, str]:
    return {f"content/meetups/{name.lower()}.md": listing(name, f"url: {at(web, path)}")}


def tried(*words: str, today: str = "2026-11-22") -> int:
    """The exit code of trying links on a day, on this machine."""
    return main(["links", "--local", "--today", today, *words])


def test_links_are_tried_and_told(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    with playing({"here.example.org/a": "hi"}) as web:
        directory({**meetup(web, "A", "/a"), **meetup(web, "B", "/b")})
        assert tried() == 0
    assert capsys.readouterr().out == (
        f"content/meetups/b.md:3:6: warning: Website: {at(web, '/b')} answers 404 [link-gone]\n"
        f"     3 | url: {at(web, '/b')}\n"
        f"       |      {'^' * len(at(web, '/b'))}\n"
        "         Look for its new address; if the place is gone, write status: closed.\n\n"
        "2 listings, 2 addresses: 1 ok, 1 gone.\n"
    )


def test_only_the_links_that_are_asked_for_are_tried(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    with playing({"here.example.org/a": "hi"}) as web:
        directory({**meetup(web, "A", "/a"), **meetup(web, "B", "/b")})
        assert tried("content/meetups/a.md") == 0
        assert tried("content/meetups/b.md", "--strict") == 1
    assert capsys.readouterr().out.splitlines()[0] == "1 listing, 1 address: 1 ok."


def test_what_is_found_is_remembered(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    with playing({"here.example.org/a": "hi"}) as web:
        root = directory({**meetup(web, "A", "/a"), **meetup(web, "B", "/b")})
        for day in ("2026-11-22", "2026-11-29", "2026-12-06"):
            assert tried("--state", "state/links.json", today=day) == 0
        tried("--state", "state/links.json", "content/meetups/a.md", today="2026-12-13")
    assert "it has failed 3 runs in a row, since 2026-11-22, and counts as dead [link-gone]" in capsys.readouterr().out
    kept = json.loads((root / "state/links.json").read_text(encoding="utf-8"))["addresses"]
    assert kept == {
        at(web, "/a"): {"class": "ok", "times": 4, "since": "2026-11-22", "tried": "2026-12-13", "seen": "2026-12-13"},
        at(web, "/b"): {"class": "gone", "times": 3, "since": "2026-11-22", "tried": "2026-12-06"},
    }
    assert sorted(each.name for each in (root / "state").iterdir()) == ["links.json"]


def test_a_file_that_is_not_ours_is_left_alone(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    root = directory({"content/meetups/a.md": listing("A"), "links.json": '{"mine": true}'})
    for command in ("links", "recheck"):
        assert main([command, "--state", "links.json", "--today", "2026-11-22"]) == 2
        assert capsys.readouterr() == (
            "",
            f"signpost: {NOT_OURS}\n",
        )
    assert (root / "links.json").read_text(encoding="utf-8") == '{"mine": true}'


def test_findings_can_be_read_by_programs_and_shown_in_a_summary(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing({}) as web:
        directory(meetup(web, "B", "/b"))
        assert tried("--format", "json") == 0
        (row,) = json.loads(capsys.readouterr().out)
        assert tried("--format", "summary") == 0
        assert tried("--format", "github") == 0
    assert (row["path"], row["rule"], row["weight"]) == ("content/meetups/b.md", "link-gone", "warning")
    assert capsys.readouterr().out.startswith(
        "1 warning.\n\n- **Worth a look**: `content/meetups/b.md`, line 3: `Website:"
    )


def test_this_machine_is_not_asked_by_itself(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    with playing({"here.example.org/a": "hi"}) as web:
        directory(meetup(web, "A", "/a"))
        assert main(["links", "--today", "2026-11-22"]) == 0
        assert web.asked == []
    assert "was not tried: the address is on a private network [link-not-tried]" in capsys.readouterr().out


def test_without_a_network_nothing_is_written_down(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    closed = [f"http://n{n}.example.org:1/" for n in range(3)]
    root = directory({f"content/meetups/n{n}.md": listing(f"N{n}", f"url: {each}") for n, each in enumerate(closed)})
    assert tried("--state", "links.json") == 2
    assert capsys.readouterr() == (
        "",
        "signpost: No address at all can be reached. Is there a network here? Nothing was written down.\n",
    )
    assert not (root / "links.json").exists()


def test_recheck_prints_what_needs_a_person(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({f"content/meetups/{name}.md": listing(name.upper(), "verified: 2025-06-01") for name in "abc"})
    at_home = ["--today", "2026-11-22", "--base-url", "https://example.org/directory/"]
    assert main(["recheck", "--limit", "2", "--state", "links.json", *at_home]) == 0
    told = capsys.readouterr().out
    assert (
        "### 2. [`B`](https://example.org/directory/meetups/b/)\n\n- Nobody has checked it since 2025-06-01.\n" in told
    )
    assert told.endswith("2 of 3 that need a look, reckoned on 2026-11-22. Every run writes this text anew.\n")


def test_recheck_remembers_what_links_found(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    with playing({}) as web:
        directory(meetup(web, "B", "/b"))
        for day in ("2026-11-22", "2026-11-29", "2026-12-06"):
            tried("--state", "links.json", today=day)
    capsys.readouterr()
    assert main(["recheck", "--state", "links.json", "--today", "2026-12-06"]) == 0
    assert "- Website: `here.example.org` is no longer there, for 3 runs since 2026-11-22.\n" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["links", "recheck"])
def test_declarations_that_are_not_sound_are_told_first(
    directory: Directory, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    directory({"content/_site.yaml": "title: A\n"})
    assert main([command]) == 1
    assert "content/_site.yaml:1:1: error: " in capsys.readouterr().out


def test_recheck_tells_when_the_theme_has_no_words_for_it(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    directory({"content/meetups/a.md": listing("A", "verified: 2025-06-01"), "templates/words/en.yaml": "page: {}\n"})
    assert main(["recheck", "--today", "2026-11-22"]) == 1
    assert "templates/words/en.yaml:1:1: error: There are no words for issue.right" in capsys.readouterr().out
