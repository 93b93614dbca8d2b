"""What a directory declares: its site, fields, vocabularies and kinds."""

from collections.abc import Mapping
from datetime import date

import pytest

from signpost.intake.declare import declare
from signpost.intake.parse import parse
from signpost.model.kinds import Charter
from signpost.model.source import Tree
from tests.conftest import declared
from tests.telling import headlines

SITE, SHARED, KIND = "content/_site.yaml", "content/_listing.yaml", "content/tool-libraries/_kind.yaml"
TOOLS = "one: Tool library\nmany: Tool libraries\nintro: Borrow instead of buying.\nstale_after_days: 365\n"
NEEDED = "  name: {type: text, required: yes}\n  summary: {type: text, required: yes}\n"
FEW = f"sections: {{ways: How to get in}}\nfields:\n{NEEDED}"


def charter_of(texts: Mapping[str, str]) -> Charter:
    """The charter of a small directory and more declarations, in which nothing is wrong."""
    given = {path: text.encode() for path, text in texts.items()}
    charter, problems = declare(parse({**declared(), **given})[0])
    assert problems == []
    assert charter is not None
    return charter


def kind_of(text: str) -> list[str]:
    return headlines(TOOLS + text, KIND)


def shared_of(text: str) -> list[str]:
    return headlines(FEW + text, SHARED)


@pytest.mark.parametrize("path", [SITE, SHARED])
def test_a_directory_needs_its_two_files(path: str) -> None:
    tree: Tree = {each: content for each, content in declared().items() if each != path}
    charter, problems = declare(parse(tree)[0])
    assert charter is None
    assert [(each.path, each.rule, each.say) for each in problems] == [(path, "missing-file", f"There is no {path}")]


def test_an_empty_folder_is_told_what_it_needs() -> None:
    _, problems = declare([])
    assert [each.say for each in problems] == [f"There is no {SITE}", f"There is no {SHARED}"]


def test_a_site_has_a_branch_a_time_zone_and_a_slash_at_the_end_of_its_address() -> None:
    site = charter_of({}).site
    assert (site.branch, site.timezone, site.base_url) == ("main", "UTC", "https://directory.example.org/")


def test_a_sites_language_is_a_tag() -> None:
    text = declared()[SITE].decode().replace("en-GB", "English")
    assert headlines(text, SITE) == ['"English" is not a language\'s tag [not-a-language]']


def test_a_kind_is_its_folder_and_has_the_shared_fields_and_its_own() -> None:
    kind = charter_of({KIND: TOOLS + "required: [city]\nfields:\n  deposit: text\n  open_on: {type: hours}\n"})
    tools = kind.kinds["tool-libraries"]
    assert (tools.address, tools.one, tools.stale_after_days) == ("/tool-libraries/", "Tool library", 365)
    assert (tools.icon, tools.tone, tools.order) == ("map-pin", "slate", 1000)
    assert tools.own == ("deposit", "open_on")
    assert (tools.fields["deposit"].label, tools.fields["open_on"].label) == ("Deposit", "Open on")
    assert (tools.fields["city"].required, kind.shared.fields["city"].required) == (True, False)


def test_a_group_of_fields_may_be_written_without_its_own_brackets() -> None:
    def groups(written: str) -> tuple[tuple[str, ...], ...]:
        return charter_of({KIND: f"{TOOLS}one_of: {written}\n"}).kinds["tool-libraries"].one_of

    assert groups("[city, serves]") == (("city", "serves"),)
    assert groups("[[city, serves], [url, email]]") == (("city", "serves"), ("url", "email"))
    assert groups("city") == (("city",),)
    assert groups("[[city, serves], url]") == (("city", "serves"), ("url",))


def test_a_default_is_read_as_its_field_reads_it() -> None:
    fields = "fields:\n  opened: {type: date, default: 2020-01-01}\n  tools: {type: texts, default: [saw, drill]}\n"
    own = charter_of({KIND: f"{TOOLS}defaults: {{format: online, languages: en}}\n{fields}"}).kinds["tool-libraries"]
    assert (own.fields["opened"].default, own.fields["tools"].default) == (date(2020, 1, 1), ("saw", "drill"))
    assert own.fields["city"].default is None
    assert own.defaults["format"] == "online"
    assert own.defaults["languages"] == ("en",)


def test_a_default_that_does_not_fit_is_told_at_its_place() -> None:
    say = '"soon" is not a date [not-a-date]'
    assert kind_of("fields:\n  opened: {type: date, default: soon}\n") == [say]
    assert kind_of("defaults: {verified: soon}\n") == [say]


def test_a_kind_can_change_a_shared_field_but_not_what_pages_know_it_as() -> None:
    kind = charter_of({KIND: TOOLS + "fields:\n  summary: {type: text, required: yes, max: 400}\n"})
    assert kind.kinds["tool-libraries"].fields["summary"].max == 400
    assert kind_of("fields:\n  verified: text\n  name: text\n") == [
        "verified cannot be of the type text [fixed-type]",
        "Every listing needs a name [fixed-type]",
    ]


def test_a_term_is_a_label_or_more() -> None:
    text = (
        "label: Moods\nintro: How it feels.\nterms:\n  good: Good\n  so-so: {label: So so, hint: Neither, icon: meh}\n"
    )
    moods = charter_of({"content/_terms/moods.yaml": text})
    found = moods.vocabularies["moods"]
    assert (found.label, found.intro, list(found.terms)) == ("Moods", "How it feels.", ["good", "so-so"])
    assert (found.terms["good"].label, found.terms["so-so"].hint, found.terms["so-so"].icon) == (
        "Good",
        "Neither",
        "meh",
    )


def test_kinds_stand_in_their_order_then_by_their_folders() -> None:
    kinds = charter_of({KIND: TOOLS + "order: 3\n", "content/a/_kind.yaml": TOOLS + "order: 3\n"}).kinds
    assert list(kinds)[2:5] == ["a", "meetups", "tool-libraries"]


@pytest.mark.parametrize(
    ("field", "say"),
    [
        ("{type: txt}", '"txt" is not one of the choices for Type [not-a-choice]'),
        ("{label: Size}", "Type is missing [missing-field]"),
        ("[text]", "size takes named values [not-named-values]"),
        ("", "Type is missing [missing-field]"),
        ("{type: text, colour: red}", "There is no field colour here [unknown-field]"),
        ("{type: term}", "The choices of size are not said [no-such-vocabulary]"),
        ("term", "The choices of size are not said [no-such-vocabulary]"),
        ("{type: terms, vocabulary: sizes}", "There are no terms called sizes [no-such-vocabulary]"),
        ("{type: text, section: way}", "There is no section way [no-such-section]"),
        ("{type: text, max_items: 1.5}", '"1.5" is not a whole number [not-whole]'),
    ],
)
def test_a_mistake_in_a_field_is_told(field: str, say: str) -> None:
    assert kind_of(f"fields:\n  size: {field}\n") == [say]


def test_a_name_that_is_written_in_listings_is_small_and_plain() -> None:
    assert kind_of("fields:\n  Größe: text\n") == ['"Größe" cannot be written in listings [not-a-code]']


def test_a_field_with_pages_leaves_the_sites_own_addresses_alone() -> None:
    say = "/give-back/ is a page of the site itself [reserved-name]"
    assert shared_of("  give_back: {type: terms, vocabulary: give_back, pages: yes}\n") == [say]


@pytest.mark.parametrize(
    ("folder", "rule"), [("search", "reserved-name"), ("support", "reserved-name"), ("a/b", "not-a-slug")]
)
def test_a_folder_that_cannot_be_an_address_is_told(folder: str, rule: str) -> None:
    (said,) = headlines(TOOLS, f"content/{folder}/_kind.yaml")
    assert said.endswith(f"[{rule}]")


def test_names_of_fields_that_are_not_there_are_told() -> None:
    assert kind_of("required: [citi]\none_of: [[citi, serves]]\ndefaults: {citi: Leeds}\n") == [
        "There is no field citi here [unknown-field]",
        "There is no field citi here [unknown-field]",
        "There is no field citi here [unknown-field]",
    ]


def test_a_directory_without_a_name_for_its_listings_is_told() -> None:
    text = "sections: {a: A}\nfields:\n  title: {type: text}\n"
    assert headlines(text, SHARED) == ["Listings need a name [missing-core]", "Listings need a summary [missing-core]"]
    assert headlines("sections: {a: A}\n", SHARED) == ["Fields is missing [missing-field]"]


def test_without_sound_foundations_nothing_else_is_told() -> None:
    assert headlines("---\nnmae: A\n---\n") != []
    assert shared_of("  city: {type: txt}\n") == ['"txt" is not one of the choices for Type [not-a-choice]']
