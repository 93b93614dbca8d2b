"""The form of each kind: what it asks, in which order and shape, and the data its scripts check and compare with."""

import json
from typing import Any

from signpost.model.fieldtypes.phones import national_lengths
from signpost.model.files import Page
from signpost.output.plan.ruling import known, names, rules
from tests.directories import catalog_of, english, files_of, listing, pages_of

LUNCH = {"content/meetups/lunch.md": listing("Lunch", body="We eat.\n")}


def form(kind: str) -> Page:
    """The page of a kind's form."""
    return pages_of({})[f"/add/{kind}/"]


def steps(kind: str) -> dict[str, list[str]]:
    """The fields that each step of a kind's form asks for."""
    return {step.label: [asked.name for asked in step.asked] for step in form(kind).shows["steps"]}


def test_little_is_needed_and_stands_first() -> None:
    found = steps("meetups")
    assert list(found)[:3] == ["What is needed", "How do you know?", "How to get in"]
    assert found["What is needed"] == ["name", "url", "summary", "support", "city", "country"]
    assert found["How do you know?"] == ["verified_how", "source"]
    assert [step.label for step in form("meetups").shows["steps"] if step.is_open] == list(found)[:2]


def test_everything_is_asked_once_and_what_is_worked_out_is_not() -> None:
    from signpost.model.questions import questions

    kind = catalog_of({}).charter.kinds["coworking-spaces"]
    asked = [name for names in steps("coworking-spaces").values() for name in names]
    assert sorted(asked) == sorted([*(each.field.name for each in questions(kind)), "body"])
    assert "lat" not in asked


def test_a_field_without_a_section_is_asked_with_the_one_above_it() -> None:
    assert "postcode" in steps("meetups")["At a glance"]


def test_a_question_says_what_can_be_answered_in_its_place() -> None:
    asked = {each.name: each for each in form("meetups").shows["steps"][0].asked}
    assert (asked["url"].instead, asked["city"].instead) == (
        "E-mail, Telephone, How to join",
        "Takes place at, Open to",
    )
    assert (asked["name"].instead, asked["country"].help) == ("", "")


def test_without_a_script_the_repositorys_form_is_one_link_away() -> None:
    html = files_of({})["add/meetups/index.html"]
    before = html.partition("</noscript>")[0]
    assert 'href="https://github.com/example/directory/issues/new?template=add-meetups.yml"' in before
    assert files_of({})["add/index.html"].count('class="arm"') == len(catalog_of({}).charter.kinds)


def test_every_list_leads_to_the_form() -> None:
    files = files_of(LUNCH, "https://example.org/repo/")
    assert 'href="/repo/add/meetups/"' in files["meetups/index.html"]
    assert 'href="/repo/add/"' in files["in/gb/index.html"]
    assert 'href="/repo/add/meetups/?edit=lunch"' in files["meetups/lunch/index.html"]


def test_a_kinds_rules_are_what_it_declares() -> None:
    found = rules(catalog_of({}).charter.kinds["meetups"])
    by_name = {each["name"]: each for each in found["fields"]}
    assert by_name["postcode"] == {
        "name": "postcode",
        "type": "text",
        "label": "Postcode",
        "example": "4000-000",
        "max": 12,
    }
    assert (by_name["related"]["most"], by_name["support"]["required"]) == (6, True)
    assert (found["oneOf"], found["defaults"]["format"]) == ((("city", "hosted_at", "serves"),), "in-person")


def test_names_are_those_of_the_sites_language_and_of_everybody() -> None:
    found = names(english())
    assert ["PT", "Portugal"] in [list(each) for each in found["countries"]]
    assert (found["codes"]["uk"], found["tags"]["portuguese"], found["zoneOf"]["GB"]) == ("GB", "pt", "Europe/London")
    assert "PT" not in found["zoneOf"]


def test_duplicates_are_known_by_address_name_and_place() -> None:
    assert known(catalog_of(LUNCH)) == [("meetups/lunch", "Lunch", "https://lunch.example.org/", "Leeds", "GB")]


def test_a_number_can_be_as_long_as_its_country_has_them() -> None:
    assert (national_lengths()["351"], national_lengths()["1"]) == ([9], [10])


def test_a_listing_can_be_edited_by_its_segments_and_answers() -> None:
    found: dict[str, Any] = json.loads(files_of(LUNCH)["data/edit/meetups/lunch.json"])
    assert found["path"] == "content/meetups/lunch.md"
    assert "".join(part for _, *parts in found["segments"] for part in parts) == LUNCH[found["path"]]
    assert (found["answers"]["name"], found["answers"]["body"]) == ("Lunch", "We eat.")


def test_a_listing_whose_fields_are_in_braces_has_no_data_for_the_form() -> None:
    fields = listing("A").split("---")[1].strip().replace("https://a.example.org/", "'https://a.example.org/'")
    braces = f"---\n{{{', '.join(fields.splitlines())}}}\n---\n"
    assert "data/edit/meetups/a.json" not in files_of({"content/meetups/a.md": braces})
