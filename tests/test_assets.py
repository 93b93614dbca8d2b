"""The theme's assets and the content's pictures, as they are published."""

from signpost.output.assets import assets, pictures

THEME = {
    "templates/assets/css/card.css": b"card\n",
    "templates/assets/css/_tokens.css": b"tokens\n",
    "templates/assets/css/base.css": b"base\n",
    "templates/assets/css/_layers.css": b"layers\n",
    "templates/assets/js/search.js": b"search",
    "templates/assets/icons.svg": b"<svg/>",
    "templates/base.html": b"not an asset",
    "content/static/logos/a.svg": b"<svg/>",
}


def test_stylesheets_become_one_with_the_underscored_first() -> None:
    assert assets(THEME).by_name["css/site.css"] == b"layers\ntokens\nbase\ncard\n"


def test_stylesheets_of_a_folder_become_one_of_its_name() -> None:
    theme = {**THEME, "templates/assets/css/map/dot.css": b"dot\n", "templates/assets/css/map/_sea.css": b"sea\n"}
    assert assets(theme).by_name["css/map.css"] == b"sea\ndot\n"
    assert assets(theme).by_name["css/site.css"] == assets(THEME).by_name["css/site.css"]


def test_everything_stands_below_one_digest() -> None:
    found = assets(THEME)
    assert [path for path, _ in found.files()] == [
        f"{found.folder}/icons.svg",
        f"{found.folder}/js/search.js",
        f"{found.folder}/css/site.css",
        f"{found.folder}/css/tokens.css",
    ]
    assert len(found.folder) == len("assets/") + 12


def test_the_digest_changes_with_any_byte_and_any_name() -> None:
    renamed = {path.replace("search.js", "find.js"): content for path, content in THEME.items()}
    changed = [{**THEME, path: content + b" "} for path, content in THEME.items() if "assets" in path]
    folders = {assets(theme).folder for theme in (THEME, renamed, *changed)}
    assert len(folders) == len(changed) + 2


def test_the_digest_changes_with_nothing_else() -> None:
    elsewhere = {**dict(reversed(THEME.items())), "templates/base.html": b"other"}
    assert assets(elsewhere) == assets(THEME)


def test_a_theme_without_assets_has_an_empty_stylesheet() -> None:
    assert assets({}).by_name == {"css/site.css": b"", "css/tokens.css": b""}


def test_what_an_operating_system_leaves_behind_is_not_published() -> None:
    left = {"templates/assets/.DS_Store": b"x", "content/static/logos/.DS_Store": b"x"}
    assert assets({**THEME, **left}) == assets(THEME)
    assert list(pictures({**THEME, **left})) == list(pictures(THEME))


def test_pictures_are_published_as_they_are() -> None:
    assert list(pictures(THEME)) == [("static/logos/a.svg", b"<svg/>")]
