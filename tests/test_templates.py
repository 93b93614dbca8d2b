"""The theme: its parts fit together, its words are all used, and its styles and scripts stay small."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from signpost.edges import disk
from signpost.model.fieldtypes import TYPES
from tests.conftest import HERE, declared, theme
from tests.directories import small_site

PLURALS = {"zero", "one", "two", "few", "many", "other"}
NAMED = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*"


def texts(folder: str, ending: str) -> dict[str, str]:
    """Name below a folder of the theme -> text, for its files with an ending."""
    return {
        path.removeprefix(f"templates/{folder}"): content.decode()
        for path, content in theme().items()
        if path.startswith(f"templates/{folder}") and path.endswith(ending)
    }


HTML, CSS, JS = texts("", ".html"), texts("assets/css/", ".css"), texts("assets/js/", ".js")


def bare(css: str) -> str:
    """A stylesheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


@cache
def words() -> Mapping[str, Any]:
    """Every dotted key of the words file that holds a text, or the forms of one."""

    def flat(above: str, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, value in found.items():
            if isinstance(value, dict) and not value.keys() <= PLURALS:
                yield from flat(f"{above}{key}.", value)
            else:
                yield f"{above}{key}", value

    return dict(flat("", yaml.load(theme()["templates/words/en.yaml"], Loader=yaml.BaseLoader)))  # noqa: S506 - text only


def asked_for() -> list[str]:
    """A pattern for the keys that each `words(...)` of the theme and of the program asks for."""
    program = disk.read(HERE.parent, ["signpost"])[0]
    code = "\n".join(content.decode() for path, content in program.items() if path.endswith(".py"))
    in_code = re.findall(r'words\(\s*f?"([^"]+)"', code) + re.findall(r'key := f"([^"]+)"', code)
    in_theme = re.findall(r"""words\(["']([^"']+)["']( ~)?""", "\n".join(HTML.values()))
    patterns = [re.sub(r"\\{.*?\\}", NAMED, re.escape(each)) for each in in_code]
    subtrees = re.findall(r'words\.under\("([^"]+)"\)', "\n".join([*HTML.values(), code]))
    patterns += [rf"{re.escape(each)}\.{NAMED}" for each in subtrees]
    return patterns + [re.escape(key) + (NAMED if goes_on else "") for key, goes_on in in_theme]


def site() -> str:
    """All pages of the miniature."""
    return "\n".join(content.decode() for path, content in small_site().items() if path.endswith(".html"))


def test_every_field_type_has_a_partial_and_every_partial_a_field_type() -> None:
    assert {PurePosixPath(name).stem for name in HTML if name.startswith("fields/")} == set(TYPES)


@pytest.mark.parametrize("name", [name for name in HTML if name.startswith("parts/") and "{% macro" in HTML[name]])
def test_a_part_is_named_as_its_macro_and_shows_how_it_is_called(name: str) -> None:
    macro = PurePosixPath(name).stem.replace("-", "_")
    assert re.findall(r"{%-? macro (\w+)\(", HTML[name]) == [macro]
    assert re.match(rf"{{# {macro}\([^)]*\): .+\. #}}\n|{{# {macro}\([^)]*\): .+ #}}\n", HTML[name])


def test_every_word_that_is_asked_for_by_name_is_there() -> None:
    literal = [
        key for key, goes_on in re.findall(r"""words\(["']([^"']+)["']( ~)?""", "\n".join(HTML.values())) if not goes_on
    ]
    assert [key for key in literal if key not in words()] == []


def test_every_word_that_is_there_is_asked_for() -> None:
    patterns = [re.compile(each) for each in asked_for()]
    assert [key for key in words() if not any(each.fullmatch(key) for each in patterns)] == []


def test_every_plural_has_the_form_for_all_other_numbers() -> None:
    assert [key for key, value in words().items() if isinstance(value, dict) and "other" not in value] == []


def test_every_icon_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'<symbol[^>]* id="([^"]+)"', theme()["templates/assets/icons.svg"].decode()))
    declarations = "\n".join(content.decode() for content in declared().values())
    shown = set(re.findall(r'icons\.svg#([^"]+)"|icon\[data-value\]" data-value="([^"]+)"', site()))
    used = {
        *(name for pair in shown for name in pair if name),
        *re.findall(r'\bicon\("([^"]+)"\)', "\n".join(HTML.values())),
        *re.findall(r"\bicon: ([a-z0-9-]+)", declarations),
        "map-pin",
    }
    assert sorted(used - sprite) == []


def test_every_class_has_its_style() -> None:
    names = {
        name
        for text in HTML.values()
        for value in re.findall(r'class="([^"]*)"', text)
        for name in re.sub(r"{[{%].*?[%}]}", " ", value).split()
    }
    styles = "\n".join(bare(css) for css in CSS.values())
    assert sorted(name for name in names if not re.search(rf"\.{re.escape(name)}(?![\w-])", styles)) == []


@pytest.mark.parametrize("name", HTML)
def test_a_template_has_no_style_or_script_of_its_own(name: str) -> None:
    scripts = r'<script(?![^>]* src=| type="application/ld\+json">{{ graph }}<)'
    assert re.findall(rf'<style|\bstyle="|{scripts}|\son[a-z]+="|javascript:', HTML[name]) == []


@pytest.mark.parametrize("name", HTML)
def test_a_template_escapes_all_it_shows(name: str) -> None:
    assert re.findall(r"\|\s*safe|autoescape", HTML[name]) == []


@pytest.mark.parametrize("name", HTML)
def test_a_template_makes_every_address_with_link(name: str) -> None:
    assert re.findall(r'(?:href|src|action)="/', HTML[name]) == []


@pytest.mark.parametrize("name", CSS)
def test_a_stylesheet_is_short_and_stands_in_its_layers(name: str) -> None:
    assert len(CSS[name].splitlines()) <= 80
    css, depth, outside = bare(CSS[name]), 0, ""
    for mark in css:
        outside += mark if depth == 0 else ""
        depth += (mark == "{") - (mark == "}")
    layers = re.findall(r"[\w-]+", bare(CSS["_layers.css"]).partition("@layer")[2])
    opened = re.findall(r"@layer ([\w, -]+)(?:\{|;)|@font-face \{", outside)
    assert re.sub(r"@layer [\w, -]+[{;]\}?|\s|\}", "", outside).replace("{", "") in ("", "@font-face" * len(opened))
    assert {each for found in opened for each in re.findall(r"[\w-]+", found)} <= set(layers)


@pytest.mark.parametrize("name", CSS)
def test_a_stylesheet_shouts_at_nobody_and_names_no_id(name: str) -> None:
    preludes = re.findall(r"([^{};]*)\{", re.sub(r'"[^"]*"', '""', bare(CSS[name])))
    assert "!important" not in CSS[name]
    assert [each.strip() for each in preludes if "#" in each] == []


@pytest.mark.parametrize("name", JS)
def test_a_script_is_a_small_module(name: str) -> None:
    assert len(JS[name].splitlines()) <= 60
    assert re.findall(r"https?://|\beval\(|innerHTML|document\.write", JS[name]) == []


def without_comments(js: str) -> str:
    """A script without what is there for its readers: comments say why, and are not saved on."""
    lines = (line for line in js.splitlines() if not line.lstrip().startswith(("//", "/**", "*")))
    return "\n".join(re.sub(r"\s+// .*", "", line) for line in lines)


def test_all_styles_and_scripts_together_stay_small() -> None:
    sheets: dict[str, int] = {}
    for name, text in CSS.items():
        folder = name.rpartition("/")[0]
        sheets[folder] = sheets.get(folder, 0) + len(text.encode())
    assert sheets.pop("") <= 40_000  # every page loads it
    assert all(size <= 12_000 for size in sheets.values())  # only the pages they are for
    sizes = {name: len(without_comments(text).encode()) for name, text in JS.items()}
    of_the_form = sum(size for name, size in sizes.items() if name.startswith("add"))
    worker = len(without_comments(theme()["templates/sw.js"].decode()).encode())
    assert sum(sizes.values()) + worker - of_the_form <= 60_000
    assert (
        of_the_form <= 45_000
    )  # the checker, written again for the browser, and the form: on the pages of the form alone
