"""A listing's file with some fields changed: nothing else moves, not a blank, a comment or a line's end."""

import pytest

from signpost.edges import disk
from signpost.intake.parse import Unread, document
from signpost.model.problems import Refused
from signpost.model.segments import revised, segments
from tests.conftest import HERE, miniature
from tests.directories import catalog_of

PATH = "content/meetups/a.md"
LUNCH = """---
# Asked on the telephone.
name:   Lunch Circle
url: https://lunch.example.org/   # their own
support: [guidance, referrals]  # both, they say

# Where
city: Leeds
links:
  meetup: https://example.org/m
  # soon to move

summary: >
  Lunch for people
  who work alone.
---

We eat.
"""


def changed(text: str | bytes, path: str = PATH, **changes: str) -> str:
    """The file with some answers in it."""
    content = text if isinstance(text, bytes) else text.encode()
    kind = catalog_of({}).charter.kinds["meetups"]
    return revised(document(path, content), content, kind, changes).decode()


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"name": "Dinner Circle"}, "name:   Lunch Circle", "name: Dinner Circle"),
        ({"url": "https://example.org/"}, "https://lunch.example.org/   #", "https://example.org/   #"),
        ({"support": "emotional"}, "[guidance, referrals]  #", "[emotional]  #"),
        ({"city": ""}, "city: Leeds\n", ""),
        ({"links": "blog: https://example.org/b"}, "  meetup: https://example.org/m\n  # soon to move", "  blog: https://example.org/b"),
        ({"summary": "Lunch."}, " >\n  Lunch for people\n  who work alone.", " Lunch."),
        ({"country": "GB"}, "city: Leeds\n", "city: Leeds\ncountry: GB\n"),
        ({"body": "We eat, and talk."}, "\nWe eat.\n", "\nWe eat, and talk.\n"),
        ({"body": ""}, "\nWe eat.\n", ""),
        ({"shoe_size": "44"}, "", ""),
    ],
)  # fmt: skip
def test_only_what_is_asked_changes(changes: dict[str, str], old: str, new: str) -> None:
    assert changed(LUNCH, **changes) == LUNCH.replace(old, new, 1)


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    there = "\ufeff" + LUNCH.replace("\n", "\r\n")
    assert changed(there, name="Dinner Circle", links="blog: https://example.org/b") == there.replace(
        "name:   Lunch Circle", "name: Dinner Circle"
    ).replace("  meetup: https://example.org/m\r\n  # soon to move", "  blog: https://example.org/b")


def test_a_new_field_comes_last_in_a_file_without_a_last_line_end() -> None:
    assert (
        changed("name: A\ncity: Leeds", "content/meetups/a.yaml", country="GB") == "name: A\ncity: Leeds\ncountry: GB\n"
    )


def test_fields_in_braces_are_left_to_their_author() -> None:
    with pytest.raises(Refused, match="has its fields in braces: edit the file itself"):
        changed("---\n{name: A, city: Leeds}\n---\n", name="B")


def test_a_file_without_fields_is_left_to_its_author() -> None:
    with pytest.raises(Refused, match="has no fields yet: edit the file itself"):
        changed("---\n---\n", name="B")


def test_the_segments_of_every_file_join_to_the_file() -> None:
    cases = {
        f"{case.name}/{path}": text
        for case in (HERE / "cases").iterdir()
        for path, text in disk.read(case, ["content"])[0].items()
    }
    for path, content in [*miniature().items(), *cases.items()]:
        if path.endswith((".md", "-union.yaml")):
            try:
                found = segments(document(path, content), content)
            except (Unread, Refused):
                continue
            assert "".join(each.head + each.value + each.tail for each in found).encode() == content, path
