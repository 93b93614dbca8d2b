"""What a device is told that installs the site."""

import json

import pytest

from signpost.model.problems import BrokenTheme
from signpost.output.manifest import manifest
from tests.conftest import theme
from tests.directories import catalog_of, files_of

SITE = catalog_of({}).charter.site
THEME = {
    "templates/manifest.json": b'{"display": "standalone", "icons": [{"src": "icons/192.png", "sizes": "192x192"}]}'
}


def test_the_directory_gives_its_name_and_the_theme_its_look() -> None:
    site = SITE._replace(base_url="https://example.org/repo/", title="Help nearby", tagline="Who helps.", language="pt")
    (file,) = manifest(THEME, site, "assets/0123456789ab")
    assert file.path == "manifest.webmanifest"
    assert json.loads(file.content) == {
        "name": "Help nearby",
        "short_name": "Help nearby",
        "description": "Who helps.",
        "lang": "pt",
        "id": "/repo/",
        "start_url": "/repo/",
        "scope": "/repo/",
        "display": "standalone",
        "icons": [{"src": "/repo/assets/0123456789ab/icons/192.png", "sizes": "192x192"}],
    }


def test_the_theme_gives_icons_that_are_there() -> None:
    (file,) = manifest(theme(), SITE, "templates/assets")
    assert [icon["src"] for icon in json.loads(file.content)["icons"] if icon["src"][1:] not in theme()] == []


def test_its_colours_are_those_of_the_pages() -> None:
    look = json.loads(theme()["templates/manifest.json"])
    page = files_of({})["index.html"]
    assert f'<meta name="theme-color" content="{look["theme_color"]}" media="(prefers-color-scheme: light)"' in page
    assert look["background_color"] in theme()["templates/assets/css/_tokens.css"].decode()


@pytest.mark.parametrize(
    "text", [b"{", b"[]", b'"a"', b"\xff", b'{"icons": 1}', b'{"icons": [{}]}', b'{"icons": ["a"]}']
)
def test_what_cannot_be_read_is_told_at_its_file(text: bytes) -> None:
    with pytest.raises(BrokenTheme) as broken:
        list(manifest({"templates/manifest.json": text}, SITE, "assets"))
    assert (broken.value.problem.path, broken.value.problem.rule) == ("templates/manifest.json", "broken-template")


def test_a_theme_without_a_manifest_has_none() -> None:
    assert list(manifest({}, SITE, "assets")) == []
