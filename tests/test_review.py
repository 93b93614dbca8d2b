"""What a change does: the problems it brings, those there before, and what readers will see, field by field."""

import pytest

from signpost.model.problems import Refused
from signpost.model.reviews import Change, Difference, Review
from signpost.output.findings import as_findings, from_findings
from signpost.pipeline import reviewed
from tests.conftest import TODAY
from tests.directories import Texts, listing, tree_of

LUNCH, DINNER = "content/meetups/lunch.md", "content/meetups/dinner.md"


def review(before: Texts, after: Texts, *more: str) -> Review:
    """What is found when the files of `before` become those of `after`."""
    paths = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    return reviewed(tree_of(before), tree_of(after), [*paths, *more], TODAY)


def test_a_mistake_that_was_there_before_is_told_apart_from_one_that_is_new() -> None:
    before = {LUNCH: listing("Lunch", "cost: frei")}
    after = {LUNCH: listing("Lunch", "cost: frei", "languages: englisch"), DINNER: listing("Dinner", "email: nobody")}
    found = review(before, after)
    assert [(each.path, each.rule) for each in found.problems] == [(DINNER, "not-an-email"), (LUNCH, "not-a-language")]
    assert [(each.path, each.rule) for each in found.standing] == [(LUNCH, "not-a-choice")]


def test_a_mistake_that_moves_to_another_line_is_still_the_old_one() -> None:
    found = review({LUNCH: listing("Lunch", "cost: frei")}, {LUNCH: listing("Lunch", "work: [design]", "cost: frei")})
    assert (found.problems, [each.rule for each in found.standing]) == ((), ["not-a-choice"])


def test_what_a_change_breaks_elsewhere_is_its_own() -> None:
    host, guest = listing("Desk"), listing("Lunch", "hosted_at: coworking-spaces/desk")
    found = review({"content/coworking-spaces/desk.md": host, LUNCH: guest}, {LUNCH: guest})
    assert [(each.path, each.rule) for each in found.problems] == [(LUNCH, "no-such-listing")]


def test_readers_see_each_field_that_differs_with_choices_by_their_labels() -> None:
    before = {LUNCH: listing("Lunch", "cost: free", body="We eat."), DINNER: listing("Dinner")}
    found = review(before, {LUNCH: listing("Lunch", "cost: paid", body="We eat, and talk.")})
    assert found.changes == (
        Change("removed", DINNER, "Meetup", "Dinner"),
        Change(
            "changed",
            LUNCH,
            "Meetup",
            "Lunch",
            (Difference("Cost", "Free", "Paid"), Difference("Text", "We eat.", "We eat, and talk.")),
        ),
    )
    assert [each.partition(".")[0] for each in found.notes] == [
        "meetups/dinner goes, and links to it will lead nowhere"
    ]


def test_a_listing_that_moved_leaves_its_address_behind() -> None:
    found = review({DINNER: listing("Dinner")}, {LUNCH: listing("Lunch", "formerly: [meetups/dinner]")})
    assert ([each.what for each in found.changes], found.notes) == (["removed", "added"], ())


@pytest.mark.parametrize(
    ("path", "note"),
    [
        ("docs/rules.md", "docs/rules.md is made from other files: change those, then run make docs."),
        ("site/index.html", "site/index.html is made from other files: change those, then run make site."),
        ("python-nantes.md", "python-nantes.md stands where nothing reads it."),
        ("signpost/cli/__init__.py", "Content and code change together here."),
    ],
)
def test_a_change_that_reaches_further_than_it_should_is_noted(path: str, note: str) -> None:
    (found,) = review({}, {LUNCH: listing("Lunch")}, path).notes
    assert found.startswith(note)


def test_what_is_made_may_change_with_what_it_is_made_from() -> None:
    assert review({}, {}, "docs/fields.md", "content/_listing.yaml").notes == ()


def test_findings_are_read_back_as_they_were_written() -> None:
    found = review({LUNCH: listing("Lunch", "cost: frei")}, {LUNCH: listing("Lunch", "cost: gratis")}, "docs/rules.md")
    assert from_findings(as_findings(found)) == found


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"problems": []}',
        b'{"problems": "", "standing": [], "changes": [], "notes": []}',
        b'{"problems": [], "standing": [], "changes": [], "notes": [1]}',
        b'{"problems": [{"path": 1}], "standing": [], "changes": [], "notes": []}',
        b"[" * 100_000,
        b"\xff",
        b" " * 5_000_000,
    ],
)
def test_findings_that_are_none_are_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="not the findings of signpost review"):
        from_findings(content)
