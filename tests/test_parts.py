"""A build can be limited to some parts of the site, and told to say where its time goes."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from signpost.cli import main
from signpost.model.files import WHOLE
from signpost.model.parts import ALL, PARTS
from signpost.pipeline import ready, take_in
from tests.conftest import TODAY, miniature
from tests.directories import COMPILED, listing

Directory = Callable[[Mapping[str, str]], Path]


def files(*parts: str) -> dict[str, bytes]:
    tree = miniature()
    catalog, _ = take_in(tree, TODAY)
    assert catalog
    return dict(ready(catalog, tree, TODAY, kept=COMPILED, parts=frozenset(parts))(WHOLE))


def made(*parts: str) -> set[str]:
    return set(files(*parts))


def test_some_parts_are_made_alone() -> None:
    assert made("home", "sitemap", "json") == {"index.html", "sitemap.xml", "data/v1/listings.json"}


def test_lists_stand_without_those_of_cities_and_crossings() -> None:
    found = made("lists")
    assert {"meetups/index.html", "support/guidance/index.html", "in/gb/index.html"} <= found
    assert (
        not {"in/gb/hebden-bridge/index.html", "meetups/support/guidance/index.html", "embed/meetups/index.html"}
        & found
    )


def test_what_is_made_in_two_goes_is_the_whole_site() -> None:
    first = {*list(PARTS)[:14], "data"}
    assert made(*first) | made(*(ALL - first)) == made(*ALL)


@pytest.mark.parametrize("part", sorted(ALL - {"sitemap"}))
def test_search_engines_are_led_to_nothing_that_is_not_made(part: str) -> None:
    found = files(part, "sitemap")
    led_to = re.findall("<loc>https://directory.example.org/(.*)</loc>", found["sitemap.xml"].decode())
    assert [address for address in led_to if f"{address}index.html" not in found] == []


def test_a_part_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["build", "--only", "home,blog"])
    assert 'argument --only: "blog" is no part of a site. It can be listings, lists,' in capsys.readouterr().err


def test_a_build_tells_where_its_time_went(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({f"content/meetups/{n}.md": listing(f"Meetup {n}") for n in range(300)})
    assert main(["build", "--today", "2026-11-22", "--no-index", "--only", "listings", "--profile"]) == 0
    built, *stages = capsys.readouterr().out.splitlines()
    assert built.startswith("300 listings, 300 pages, ")
    assert all(re.fullmatch(r" +\d+\.\d{3} s +\d+%  [a-z_/]+", each) for each in stages)
    assert {"templates", "intake/parse"} <= {each.split()[-1] for each in stages}
