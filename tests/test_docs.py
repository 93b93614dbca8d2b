"""The documentation says what the program does: every command, option, field type and rule."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from signpost import cli
from signpost.model.fieldtypes import TYPES
from signpost.options import parser
from signpost.output.reference import modules, rules, rules_page
from tests.conftest import HERE

ROOT = HERE.parent
NOT_OF_CONTENT = {
    "broken-map",
    "broken-template",
    "no-such-icon",
    "missing-file",
    "missing-words",
    "not-a-file",
    "unreadable",
    "unseen-name",
}
"""Rules of the theme and the disk, and of files that are not there: test_{render,atlas,disk,cli}.py."""


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Name and parser of every command."""
    whole = parser(*cli.commands(()))
    for action in whole._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from action.choices.items()


def options() -> Iterator[str]:
    """Every option of every command, as it is typed."""
    for _, command in commands():
        for action in command._actions:  # noqa: SLF001
            yield from (each for each in action.option_strings if each.startswith("--") and each != "--help")


def text(path: str) -> str:
    """A page of the documentation."""
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_rules_page_is_the_one_that_is_made() -> None:
    assert text("docs/rules.md") == rules_page(), "run `make docs`"


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_the_readme_names_every_command(name: str) -> None:
    assert re.search(rf"`(signpost )?{name}\b", text("README.md"))


@pytest.mark.parametrize("option", sorted(set(options())))
def test_the_readme_names_every_option(option: str) -> None:
    assert re.search(rf"{option}\b", text("README.md"))


@pytest.mark.parametrize("name", TYPES)
def test_every_field_type_has_a_section(name: str) -> None:
    assert re.search(rf"^### {name}$", text("docs/fields.md"), re.MULTILINE)


def told() -> set[str]:
    """The rules that some case is told of."""
    cases = "\n".join(path.read_text(encoding="utf-8") for path in (HERE / "cases").glob("*/told.txt"))
    return set(re.findall(r"^content/.+: (?:error|warning): .+ \[([a-z0-9-]+)\]$", cases, re.MULTILINE))


def test_every_rule_has_a_case() -> None:
    assert sorted(rules(modules()).keys() - told() - NOT_OF_CONTENT) == []


def test_every_rule_that_is_told_is_documented() -> None:
    assert sorted(told() - rules(modules()).keys()) == []


@pytest.mark.parametrize("page", [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("docs/**/*.md"))])
def test_every_link_within_the_documentation_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text(page))
    assert [link for link in links if not (ROOT / Path(page).parent / link).exists()] == []
