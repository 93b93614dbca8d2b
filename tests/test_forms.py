"""GitHub's issue forms: made from the declarations, current, and as GitHub takes them."""

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from signpost.edges import disk
from signpost.model.issues import forms as forms_of
from signpost.model.kinds import Charter
from signpost.model.questions import questions
from signpost.model.words import words_of
from signpost.output.forms import FOLDER, forms
from signpost.pipeline import take_in
from tests.conftest import HERE, TODAY
from tests.directories import catalog_of, english

COMMITTED = sorted((HERE.parent / FOLDER).glob("*.yml"))


@cache
def charter() -> Charter:
    """What the small directory declares."""
    return catalog_of({}).charter


@cache
def files() -> Mapping[str, bytes]:
    """The files that are made from it."""
    return forms(charter(), english())


def made(name: str, of: Charter | None = None) -> Any:
    """A form, as GitHub reads it."""
    return yaml.safe_load((forms(of, english()) if of else files())[f"{FOLDER}{name}.yml"])


def inputs(name: str, of: Charter | None = None) -> dict[str, Any]:
    """The inputs of a form, by id."""
    return {each["id"]: each for each in made(name, of)["body"] if each["type"] != "markdown"}


def test_every_question_of_a_kind_is_asked_then_the_text_then_which_listing() -> None:
    kind = charter().kinds["meetups"]
    assert list(inputs("add-meetups")) == [*(each.field.name for each in questions(kind)), "body", "listing"]


def test_what_is_always_needed_is_required_and_an_input_says_how_to_answer() -> None:
    found = inputs("add-meetups")
    required = [name for name, each in found.items() if each.get("validations") == {"required": True}]
    assert required == ["name", "summary", "support"]
    assert found["cost"] == {
        "type": "input",
        "id": "cost",
        "attributes": {
            "label": "Cost",
            "description": "Leave it out when it is not known. "
            "One of: Free · Pay what you can · Free basics, paid extras · Paid · Included in a membership",
            "placeholder": "free",
        },
    }


def test_lines_are_asked_for_where_several_values_may_have_commas() -> None:
    found = inputs("add-meetups")
    assert {name for name, each in found.items() if each["type"] == "textarea"} >= {"meets", "links", "source", "body"}
    assert found["meets"]["attributes"]["placeholder"] == "every: month, day: first tuesday, from: 18:30"


def test_forms_about_a_listing_ask_which_and_set_their_label() -> None:
    asked = {name: (made(name)["labels"], list(inputs(name))) for name in ("report", "confirm", "remove")}
    assert asked == {
        "report": (["correction"], ["listing", "what", "details"]),
        "confirm": (["confirmation"], ["listing", "how"]),
        "remove": (["removal"], ["listing", "why"]),
    }
    assert made("add-meetups")["labels"] == ["suggestion"]


def test_whoever_asks_for_removal_is_told_what_stays_and_how_long_it_takes() -> None:
    said = made("remove")["body"][0]["attributes"]["value"]
    assert "within 7 days" in said
    assert "nothing about anybody" in said


def test_no_input_is_of_a_sort_that_an_address_cannot_fill() -> None:
    sorts = {each["type"] for name in forms_of(charter(), english()) for each in made(name)["body"]}
    assert sorts == {"markdown", "input", "textarea"}


def test_two_fields_of_one_label_are_told_apart_and_passwords_keep_their_form() -> None:
    kind = charter().kinds["meetups"]
    twins = {
        "city": kind.fields["city"]._replace(label="name"),
        "phone": kind.fields["phone"]._replace(label="Wi-Fi password"),
    }
    changed = charter()._replace(kinds={"meetups": replace(kind, fields={**kind.fields, **twins})})
    labels = {name: each["attributes"]["label"] for name, each in inputs("add-meetups", changed).items()}
    assert (labels["name"], labels["city"], labels["phone"]) == ("Name", "name (city)", "Wi-Fi pass-word")


def test_the_forms_in_the_repository_are_current() -> None:
    tree = disk.read(HERE.parent, ["content", "templates"])[0]
    catalog, _ = take_in(tree, TODAY)
    assert catalog is not None
    current = forms(catalog.charter, words_of(tree, catalog.charter.site.language))
    assert {f"{FOLDER}{each.name}": each.read_bytes() for each in COMMITTED} == current, "run `make docs`"


@pytest.mark.parametrize("path", [each for each in COMMITTED if each.name != "config.yml"], ids=lambda path: path.name)
def test_a_form_has_none_of_the_faults_that_no_schema_knows(path: Path) -> None:
    held = yaml.safe_load(path.read_bytes())
    asked = [each for each in held["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in asked]
    keys = [re.sub(r"\W", "", each).casefold() for each in labels]
    assert asked
    assert all(re.fullmatch("[A-Za-z0-9_-]+", each["id"]) for each in asked)
    assert len({each["id"] for each in asked}) == len(asked)
    assert len(set(keys)) == len(keys)
    assert not [each for each in labels if "password" in each.casefold() or not each.strip()]
    assert not [each for each in asked if "None" in each["attributes"].get("options", [])]


def test_the_forms_fit_githubs_schema() -> None:
    paths = [str(each) for each in COMMITTED if each.name != "config.yml"]
    tool = Path(sys.executable).with_name("check-jsonschema")
    words = [tool, "--builtin-schema", "vendor.github-issue-forms", *paths]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done")
