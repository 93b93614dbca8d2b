"""Named values and the fields they should fit."""

from signpost.intake.parse.nodes import read_nodes
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.fitting import fit
from signpost.model.kinds import Field
from tests.telling import field, refused, vocabulary

NAME = Field("name", TYPES["text"], "Name", required=True, example="Lisbon Tuesdays")
URL = Field("url", TYPES["url"], "Website")
TAGS = Field("tags", TYPES["texts"], "Tags", max_items=2)
FIELDS = {each.name: each for each in (NAME, URL, TAGS)}


def sayings(text: str, fields: dict[str, Field] = FIELDS) -> list[str]:
    return [f"{each.span}: {each.say}. {each.hint}" for each in fit(read_nodes(text, 0), fields)[1]]


def test_what_fits_is_given_by_name_and_what_is_empty_is_left_out() -> None:
    values, unfits = fit(read_nodes("name: Python Nantes\nurl:\ntags: [python]\n", 0), FIELDS)
    assert (values, unfits) == ({"name": "Python Nantes", "tags": ("python",)}, [])


def test_everything_is_said_at_once() -> None:
    name, nmae, url, tags = sayings("nmae: Python Nantes\nurl: nowhere\ntags: [a, b, c]\n")
    assert name == "Span(line=1, column=1, end=1): Name is missing. Add a line name: Lisbon Tuesdays"
    assert nmae == 'Span(line=1, column=1, end=5): There is no field nmae here. Did you mean "name"?'
    assert url.startswith('Span(line=2, column=6, end=13): "nowhere" is not a web address: it does not begin with')
    assert tags.startswith("Span(line=3, column=7, end=8): Tags has 3 values; it has room for 2. Keep the 2")


def test_an_empty_value_is_missing_at_its_name() -> None:
    say = "Span(line=1, column=1, end=5): Name is missing. Write it after the colon: name: Lisbon Tuesdays"
    assert sayings("name:\n") == sayings('name: ""\n') == [say]


def test_a_label_in_place_of_a_name_is_understood() -> None:
    assert sayings("name: A\nWebsite: https://example.org/\n")[0].endswith('Did you mean "url"?')


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    assert sayings("name: A\ncolour: blue\n")[0].endswith(
        "There is no field colour here. The fields are name, url, tags."
    )


def test_many_names_are_not_listed() -> None:
    many = {f"field_{n}": field("text") for n in range(21)}
    assert sayings("colour: blue\n", many)[0].endswith("The fields stand in docs/fields.md.")


def test_a_needed_list_has_a_value_in_it() -> None:
    of = field("terms", "Support", vocabulary=vocabulary("guidance"), required=True, example="guidance")
    assert refused("[]", of) == ["Support needs at least one value [too-few] Write it: [guidance]"]
