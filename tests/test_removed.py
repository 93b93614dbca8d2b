"""A listing whose people asked to be removed: a page that says so, and nothing of it anywhere else."""

from signpost.model.listings import Catalog
from tests.directories import catalog_of, english, files_of, listing, pages_of
from tests.telling import headlines, problems_of

GONE = "---\nstatus: removed\n---\n"
DESK = "content/coworking-spaces/quiet-desk.md"
TEXTS = {
    DESK: GONE,
    "content/meetups/a.md": listing(
        "A",
        "hosted_at: coworking-spaces/quiet-desk",
        "related: [coworking-spaces/quiet-desk, meetups/b]",
        "run_by: coworking-spaces/quiet-desk",
        "meets: {every: month, day: 1, from: '18:30', hosted_at: coworking-spaces/quiet-desk}",
        body="It moved from [there](/coworking-spaces/quiet-desk/).",
    ),
    "content/meetups/b.md": listing("B", "related: coworking-spaces/quiet-desk", "run_by: A guild of ours"),
}


def catalog() -> Catalog:
    return catalog_of(TEXTS)


def test_its_page_says_that_it_was_removed_and_is_not_for_search_engines() -> None:
    page = pages_of(TEXTS)["/coworking-spaces/quiet-desk/"]
    assert (page.title, page.summary, page.indexed, page.body) == (
        "Removed", english()("removed.text"), False, "",
    )  # fmt: skip
    assert [each.label for each in page.crumbs] == ["Home", "Coworking spaces", "Removed"]
    html = files_of(TEXTS)["coworking-spaces/quiet-desk/index.html"]
    assert '<meta name="robots" content="noindex">' in html
    assert "data-pagefind-body" not in html
    assert "issues/new" not in html


def test_nothing_else_of_the_site_leads_to_it_but_what_people_wrote() -> None:
    files = files_of(TEXTS)
    naming = {path for path, text in files.items() if "quiet-desk" in text and not path.startswith("assets/")}
    assert naming <= {"coworking-spaces/quiet-desk/index.html", "meetups/a/index.html", *_texts(files)}
    assert files["meetups/a/index.html"].count("quiet-desk") == 1


def _texts(files: dict[str, str]) -> set[str]:
    """Where a listing's words, or its file, are given out as they are."""
    return {path for path in files if path.startswith(("data/v1/", "data/hsds/", "data/find/", "data/edit/"))}


def test_the_pages_of_others_leave_out_their_links_to_it() -> None:
    a, b = list(catalog())
    assert [a.get(name) for name in ("hosted_at", "run_by", "related")] == [None, None, ("meetups/b",)]
    assert [(each.opens, each.hosted_at) for each in a.values["meets"]] == [("18:30", None)]
    assert [b.get(name) for name in ("related", "run_by")] == [None, "A guild of ours"]


def test_links_to_it_are_told_and_break_nothing() -> None:
    found = [each for each in problems_of(TEXTS) if each.path == "content/meetups/b.md"]
    say = "coworking-spaces/quiet-desk was removed"
    assert [(each.say, each.rule, each.warning) for each in found] == [(say, "removed-listing", True)]


def test_only_its_status_may_stay_in_its_file() -> None:
    told = ["name is still here [left-behind]", "Its text is still here [left-behind]"]
    assert headlines("---\nname: A\nstatus: removed\n---\nA was fun.\n\nA lot.\n") == told
    assert headlines(GONE) == []
    assert headlines("---\nstatus: ' removed'\n---\n") == []


def test_its_page_stands_even_before_its_file_is_cleared() -> None:
    texts = {DESK: listing("Quiet Desk", "status: removed")}
    assert {each.rule for each in problems_of(texts)} == {"left-behind"}


def test_a_directory_without_that_status_has_no_removed_listings() -> None:
    terms = "label: Status\nterms:\n  active: Active\n  closed: Closed\n"
    found = problems_of({"content/_terms/status.yaml": terms, "content/meetups/a.md": GONE})
    assert [each.rule for each in found if each.path == "content/meetups/a.md"][:3] == [
        "missing-field", "missing-field", "missing-field",
    ]  # fmt: skip


def test_a_file_that_says_it_was_removed_wins_over_another_of_its_name() -> None:
    texts = {"content/meetups/a.md": listing("A"), "content/meetups/a.yaml": "status: removed\n"}
    (told,) = problems_of(texts)
    assert (told.path, told.rule, told.say) == (
        "content/meetups/a.md", "same-page", "Another file says that meetups/a was removed",
    )  # fmt: skip
