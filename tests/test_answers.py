"""What people answer becomes a file that reads back as they meant it; a file's values become answers again."""

import pytest

from signpost.intake.parse import document
from signpost.model.answers import answers, vouched, whole, written
from signpost.model.kinds import Charter
from signpost.pipeline import take_in
from tests.conftest import TODAY, miniature
from tests.directories import catalog_of
from tests.telling import field, vocabulary

SUPPORT = vocabulary("guidance", "referrals")


def charter() -> Charter:
    """What the small directory declares."""
    return catalog_of({}).charter


@pytest.mark.parametrize(
    ("type_name", "answer", "line"),
    [
        ("text", "Python  Nantes\n", " Python Nantes"),
        ("text", "Drinks: the first one", ' "Drinks: the first one"'),
        ("text", "@home", ' "@home"'),
        ("texts", "news, co-op\nfood", " [news, co-op, food]"),
        ("terms", "Guidance, referrals", " [guidance, referrals]"),
        ("country", "portugal", " PT"),
        ("country", "UK", " GB"),
        ("places", "Spain, worldwide", " [ES, worldwide]"),
        ("languages", "English, pt", " [en, pt]"),
        ("urls", "https://example.org/?a=1,2\nhttps://b.example.org/", ' ["https://example.org/?a=1,2", https://b.example.org/]'),
        ("links", "meetup: https://example.org/m", "\n  meetup: https://example.org/m"),
        (
            "meets",
            "every: week, day: tuesday, from: 18:30, except: [2027-01-05, 2027-02-02]\ndate: 2026-12-17",
            "\n  - {every: week, day: tuesday, from: 18:30, except: [2027-01-05, 2027-02-02]}\n  - {date: 2026-12-17}",
        ),
        ("meets", "every first tuesday}", '\n  - "every first tuesday}"'),
    ],
)  # fmt: skip
def test_an_answer_becomes_what_a_file_says(type_name: str, answer: str, line: str) -> None:
    more = {"vocabulary": SUPPORT} if type_name == "terms" else {}
    assert written(field(type_name, **more), answer) == line


def test_a_new_listing_has_its_fields_in_order_and_says_who_vouches_for_it() -> None:
    said = {
        "support": "guidance",
        "name": "Lunch Circle",
        "url": "https://lunch.example.org/",
        "body": "We eat.  \n\nAnd talk.\n",
        "shoe_size": "44",
    }
    kind = charter().kinds["meetups"]
    assert whole(vouched(said, kind, TODAY), kind) == (
        "---\nname: Lunch Circle\nurl: https://lunch.example.org/\nsupport: [guidance]\nsource: [https://lunch.example.org/]\n"
        f"compiled: {TODAY}\n---\n\nWe eat.\n\nAnd talk.\n"
    )
    checked = whole(vouched({**said, "verified_how": "visit"}, kind, TODAY), kind)
    assert f"verified: {TODAY}\nverified_how: visit\n" in checked
    assert "compiled" not in checked


def test_every_listing_of_the_miniature_reads_back_from_its_answers() -> None:
    tree = miniature()
    before, _ = take_in(tree, TODAY)
    assert before is not None
    again = {
        each.document.path: whole(answers(document(each.document.path, tree[each.document.path]), each.kind), each.kind)
        for each in before
    }
    texts = {
        path.removesuffix(".yaml") + (".md" if path.endswith(".yaml") else ""): text.encode()
        for path, text in again.items()
    }
    after, _ = take_in({path: content for path, content in tree.items() if path not in again} | texts, TODAY)
    assert after is not None
    assert {each.id: each.values for each in after} == {each.id: each.values for each in before}
