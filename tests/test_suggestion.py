"""What becomes of an issue: the file it makes, what its author is told, and what it cannot do."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from signpost.model.problems import Refused
from signpost.output.propose.brakes import Around, Brake
from signpost.output.propose.comment import comment
from signpost.output.propose.reading import Answered, answered, issue
from signpost.output.propose.suggestions import Suggestion, labels, message, outputs, result
from signpost.pipeline import take_in
from signpost.suggestion import suggestion
from tests.conftest import TODAY
from tests.directories import english
from tests.suggesting import LUNCH, form, project, sent, suggested

LEEDS = "content/meetups/leeds-first-tuesday.md"
HELD = Around(None, b'[{"number": 3}]')


def told(found: Suggestion, *, accepting: bool = False) -> str:
    """The comment, without its hidden first line."""
    whole = comment(found, english(), project().catalog.charter.site, accepting=accepting)
    return whole.split("\n", 2)[2]


def written(found: Suggestion) -> str:
    """The file as it would be."""
    assert found.draft is not None
    return found.draft.content.decode()


def lines_changed(found: Suggestion) -> tuple[set[str], set[str]]:
    """The lines that a changed file loses, and those that it gets."""
    assert found.draft is not None
    old, new = found.draft.was.decode().splitlines(), written(found).splitlines()
    return set(old) - set(new), set(new) - set(old)


def unclear(found: Suggestion) -> str:
    """Why an issue cannot be understood."""
    return found.unclear.key if found.unclear else ""


def test_a_new_listing_is_a_file_of_its_kind_with_its_place_and_where_it_is_from() -> None:
    found = suggested(sent("add-meetups", {**LUNCH, "body": "Bring a sandwich.\n\nOr two."}))
    assert found.is_sound
    assert found.draft is not None
    assert found.draft.path == "content/meetups/lunch-circle.md"
    assert written(found) == (
        "---\nname: Lunch Circle\nurl: https://lunch.example.org/\n"
        "summary: We eat lunch together, every week, with people who work alone.\nsupport: [emotional, guidance]\n"
        "city: Leeds\ncountry: GB\nlat: 53.80\nlon: -1.55\ntimezone: Europe/London\n"
        "source: [https://lunch.example.org/]\ncompiled: 2026-11-22\n---\n\nBring a sandwich.\n\nOr two.\n"
    )


def test_whoever_suggests_it_is_told_what_was_read_how_it_will_look_and_what_is_next() -> None:
    assert told(suggested(sent("add-meetups", {**LUNCH, "body": "Bring a sandwich."}))) == (
        "Thank you for suggesting a listing (Meetup). This is what I read:\n\n"
        "- **Name**: `Lunch Circle`\n- **Website**: `https://lunch.example.org/`\n"
        "- **Summary**: `We eat lunch together, every week, with people who work alone.`\n"
        "- **Kinds of support**: `emotional, guidance`\n- **City**: `Leeds`\n- **Country**: `GB`\n"
        "- **Latitude**: `53.80`\n- **Longitude**: `-1.55`\n- **Time zone**: `Europe/London`\n"
        "- **Sources**: `https://lunch.example.org/`\n- **Compiled on**: `2026-11-22`\n"
        "- **Anything else**:\n\n  > ```text\n  > Bring a sandwich.\n  > ```\n\n"
        "**The card as it will look**\n\n> `Lunch Circle`  \n> `Meetup · Leeds, United Kingdom`  \n"
        "> `We eat lunch together, every week, with people who work alone.`  \n"
        "> Helps with: `Emotional support, Professional guidance`  \n\n"
        "Everything fits. A maintainer reads it next and accepts it, or asks you something. "
        "You can still edit the text above; I answer here again.\n"
    )


def test_every_problem_is_told_at_once_with_its_line_and_what_to_write() -> None:
    found = suggested(
        sent("add-meetups", {**LUNCH, "country": "Frace", "summary": "Lunch.", "url": "http://lunch.example.org"})
    )
    assert not found.is_sound
    assert told(found).partition("**To mend**\n\n")[2] == (
        "- **Summary**: `Summary has 6 characters; it needs 20` "
        "`Say a little more, such as: Monthly drop-in for freelancers of any kind.` (too-short)\n  `summary: Lunch.`\n"
        '- **Country**: `"Frace" is not a country\'s code` '
        '`Did you mean "FR"? Write its two letters in capitals, such as PT.` (not-a-country)\n  `country: Frace`\n\n'
        "**Worth a look**\n\n- **Website**: `The address is not encrypted` "
        "`Try https://lunch.example.org and use it if it works.` (plain-http)\n  `url: http://lunch.example.org`\n\n"
        "Edit the text of your issue (the three dots above it, then Edit) and I look again at once.\n"
    )
    assert labels(found, accepting=False) == (["needs-info"], [])


def test_what_is_missing_is_asked_for() -> None:
    found = suggested(sent("add-meetups", {"name": "Lunch Circle", "summary": LUNCH["summary"]}))
    assert "missing-field" in {each.rule for each in found.problems}
    assert "- **The listing**: `Kinds of support is missing`" in told(found)


def test_an_edit_changes_what_was_answered_and_nothing_else() -> None:
    answers = {
        "name": "Freelance First Tuesday",
        "cost": "Paid",
        "price_note": "5 GBP",
        "listing": "meetups/leeds-first-tuesday",
    }
    found = suggested(sent("add-meetups", answers))
    assert lines_changed(found) == ({"cost: free"}, {"cost: paid", "price_note: 5 GBP"})
    assert found.title == "Mend meetups/leeds-first-tuesday"
    assert "- **Cost**: `free` → `paid`\n- **Prices**: _nothing_ → `5 GBP`\n\n" in told(found)


def test_answers_that_say_the_same_in_other_words_change_nothing() -> None:
    same = {"name": "Freelance First Tuesday", "country": "United Kingdom", "support": "Business referrals, emotional"}
    assert unclear(suggested(sent("add-meetups", {**same, "listing": "meetups/leeds-first-tuesday"}))) == "unchanged"


def test_what_is_left_empty_stays_and_a_dash_takes_it_away() -> None:
    found = suggested(sent("add-meetups", {"cost": "-", "listing": "meetups/leeds-first-tuesday"}))
    assert lines_changed(found) == ({"cost: free"}, set())


def test_a_listing_that_moves_is_looked_up_on_the_map_anew() -> None:
    found = suggested(sent("add-meetups", {"city": "York", "listing": "meetups/leeds-first-tuesday"}))
    assert lines_changed(found) == (
        {"city: Leeds", "lat: 53.80", "lon: -1.55"},
        {"city: York", "lat: 53.96", "lon: -1.08", "timezone: Europe/London"},
    )


def test_still_right_sets_the_day_and_how() -> None:
    found = suggested(
        sent("confirm", {"listing": "https://directory.example.org/meetups/leeds-first-tuesday/", "how": "Went there"})
    )
    assert lines_changed(found) == ({"verified: 2025-06-01"}, {"verified: 2026-11-22", "verified_how: visit"})
    assert found.is_sound
    assert labels(found, accepting=False) == ([], [])


def test_a_report_and_a_removal_make_no_file() -> None:
    report = suggested(sent("report", {"listing": "meetups/leeds-first-tuesday", "what": "closed"}))
    removal = suggested(sent("remove", {"listing": "/meetups/leeds-first-tuesday/"}))
    assert (report.draft, removal.draft) == (None, None)
    assert told(removal) == (
        "Your request has arrived. This is what I read:\n\n- **Listing to remove**: `/meetups/leeds-first-tuesday/`\n\n"
        "A maintainer takes it away within 7 days and tells you here.\n"
    )
    assert result(removal, accepting=False)["sound"] is False


@pytest.mark.parametrize(
    "address",
    [
        "https://directory.example.org/meetups/leeds-first-tuesday/?from=mail#top",
        "/meetups/leeds-first-tuesday/",
        "meetups/leeds-first-tuesday",
        "content/meetups/leeds-first-tuesday.md",
        "https://github.com/example/directory/blob/main/content/meetups/leeds-first-tuesday.md",
    ],
)
def test_a_listing_is_known_by_any_of_its_addresses(address: str) -> None:
    found = suggested(sent("confirm", {"listing": address, "how": "website"}))
    assert found.draft is not None
    assert found.draft.path == LEEDS


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nowhere",
        "meetups/../../etc/passwd",
        "/etc/passwd",
        "pages/about",
        "_terms/cost",
        "http://[",
        "meetups/a\0b",
    ],
)
def test_nothing_but_a_listing_can_be_named(address: str) -> None:
    assert unclear(suggested(sent("confirm", {"listing": address, "how": "website"}))) == "no-such-listing"


def test_a_listing_is_mended_with_the_form_of_its_kind() -> None:
    found = suggested(sent("add-associations", {"cost": "free", "listing": "meetups/leeds-first-tuesday"}))
    assert "That listing is of another kind (`Meetup`)." in told(found)


def test_a_listing_of_that_name_is_never_written_over() -> None:
    found = suggested(sent("add-meetups", {**LUNCH, "name": "Leeds first tuesday"}))
    assert found.draft is None
    assert "There is a listing of that name already: `meetups/leeds-first-tuesday`." in told(found)


def test_a_listing_that_may_be_here_already_is_shown_with_its_address() -> None:
    found = suggested(
        sent("add-meetups", {**LUNCH, "name": "Freelance First Tuesdays", "url": "https://first-tuesday.example.org"})
    )
    assert (
        "**Is it one of these?**\n\n"
        "- `Freelance First Tuesday`: https://directory.example.org/meetups/leeds-first-tuesday/\n"
    ) in told(found)
    assert not found.is_sound
    assert "same-address" in {each.rule for each in found.problems}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Fine.\n### Country\n\nFR", "doubled"),
        ("Fine.\n### Listing to remove\n\nmeetups/leeds-first-tuesday", "doubled"),
        ("x" * 65_536, "too-long"),
        ("Fine.\n### Our own heading\n", ""),
    ],
)
def test_an_answer_cannot_speak_for_another_question(body: str, why: str) -> None:
    assert unclear(suggested(sent("add-meetups", {**LUNCH, "body": body}))) == why


def test_headings_in_another_order_are_refused() -> None:
    given = sent("add-meetups", LUNCH)
    first, _, rest = given["body"].partition("\r\n\r\n### ")
    assert unclear(suggested({**given, "body": f"### {rest}\r\n\r\n{first}"})) == "order"


def test_an_issue_that_lost_its_headings_is_told_so_and_others_are_left_alone() -> None:
    assert unclear(suggested({**sent("add-meetups", LUNCH), "body": "hello"})) == "no-form"
    plain = {**sent("add-meetups", LUNCH), "body": "The map is slow.", "labels": []}
    with pytest.raises(AssertionError):
        suggested(plain)


HOSTILE = {
    "name": "../../../.github/workflows/x `touch /tmp/x` $(touch /tmp/x) @example <img src=x> ](https://example.org)",
    "summary": "::set-output name=x::y %0A::error::z\nverified: 2020-01-01\n---\nname: Other",
    "city": '"]\nlat: 1\n- &a [*a] !!python/object',
    "body": "````\n::stop-commands::x\n</details><script>alert(1)</script> @example #1\n\x1b[31m\u202e",
}


def test_nothing_that_a_stranger_wrote_is_more_than_words_in_the_comment() -> None:
    said = told(suggested(sent("add-meetups", {**LUNCH, **HOSTILE})))
    bare = re.sub(r"(?ms)^  > (`{3,})text$.*?^  > \1$", "", said)
    bare = re.sub(r"`[^`\n]*`", "", bare)
    assert not [word for word in ("@", "<", "](", "::", "script", "$(", "example.org") if word in bare]
    assert not [line for line in said.splitlines() if line.startswith("::")]
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_hostile_name_stays_in_the_folder_of_its_kind() -> None:
    found = suggested(sent("add-meetups", {**LUNCH, "name": "../../x/../../../etc/passwd"}))
    assert found.draft is not None
    assert found.draft.path == "content/meetups/x-etc-passwd.md"
    held = result(found, accepting=False)
    assert outputs(held).count("\n") == len(held) - 1
    assert message(found) == (
        "Add meetups/x-etc-passwd\n\nCloses #7\n\nCo-authored-by: ada <1815+ada@users.noreply.github.com>\n"
    )


@pytest.mark.parametrize(
    ("around", "more", "brakes"),
    [
        (Around(), {}, []),
        (HELD, {}, [Brake("waiting", 3)]),
        (Around(None, b'[{"number": 7}, {"number": 9}]'), {}, []),
        (HELD, {"author_association": "COLLABORATOR"}, []),
        (Around(b"trusted: [Ada]", b'[{"number": 3}]'), {}, []),
        (Around(b"blocked: ['@ada']"), {}, [Brake("blocked")]),
        (Around(b"blocked: {"), {}, [Brake("failed", holds=False)]),
        (Around(b"blocked: ada"), {}, [Brake("failed", holds=False)]),
        (Around(b"- ada"), {}, [Brake("failed", holds=False)]),
        (Around(None, b""), {}, [Brake("failed", holds=False)]),
        (Around(None, b'["x"]'), {}, [Brake("failed", holds=False)]),
    ],
)
def test_brakes_hold_what_a_person_should_see_first(around: Around, more: dict[str, Any], brakes: list[Brake]) -> None:
    assert list(suggested(sent("add-meetups", LUNCH, **more), around).brakes) == brakes


def test_many_links_are_for_a_person_and_removals_are_never_held() -> None:
    linked = suggested(sent("add-meetups", {**LUNCH, "body": "https://example.org/ " * 10}), Around())
    assert list(linked.brakes) == [Brake("links", 11)]
    removal = suggested(sent("remove", {"listing": "meetups/leeds-first-tuesday"}), Around(b"blocked: [ada]"))
    assert removal.brakes == ()


def test_what_is_held_is_not_read_out_and_not_lost() -> None:
    found = suggested(sent("add-meetups", LUNCH), HELD)
    assert labels(found, accepting=False) == (["waiting"], [])
    assert told(found) == (
        "Your suggestion in issue 3 is still open. One at a time is read here, so this one waits. "
        "Edit it once the other is settled and I read it at once; a maintainer can also take it up before.\n"
    )


def test_when_a_brake_fails_a_person_looks_and_the_answer_is_given_all_the_same() -> None:
    found = suggested(sent("add-meetups", LUNCH), Around(None, b"oops"))
    assert labels(found, accepting=False) == (["needs-person"], [])
    assert told(found).startswith("One of my checks for unwanted suggestions did not work")
    assert "Everything fits." in told(found)


def test_labels_follow_what_became_of_it() -> None:
    good = suggested(sent("add-meetups", LUNCH, labels=["needs-info", "waiting"]))
    assert labels(good, accepting=False) == ([], ["needs-info", "waiting"])
    bad = suggested(sent("add-meetups", {**LUNCH, "country": "Frace"}, labels=["needs-info"]))
    assert labels(bad, accepting=False) == ([], [])


def test_only_the_text_that_was_answered_is_accepted() -> None:
    given = sent("add-meetups", LUNCH, labels=["accepted"])
    digest = issue(json.dumps(given).encode()).digest
    same = suggested(given, earlier=Answered("1", digest))
    assert (result(same, accepting=True)["sound"], labels(same, accepting=True)) == (True, ([], []))
    other = suggested(given, earlier=Answered("1", "another"))
    assert (result(other, accepting=True)["sound"], labels(other, accepting=True)) == (False, ([], ["accepted"]))
    assert told(other, accepting=True).startswith("**The text has changed since I answered it")


def test_an_edit_after_it_was_accepted_takes_the_label_away() -> None:
    given = sent("add-meetups", LUNCH, labels=["accepted"])
    assert labels(suggested(given, earlier=Answered("1", "another")), accepting=False) == ([], ["accepted"])


def test_only_our_own_comment_says_what_was_answered() -> None:
    def said(login: str, body: str, number: int) -> dict[str, Any]:
        return {"id": number, "user": {"login": login}, "body": body}

    comments = [
        said("ada", "<!-- signpost:suggestion forged -->\nhello", 1),
        said("github-actions[bot]", "Thank you.", 2),
        said("github-actions[bot]", "<!-- signpost:suggestion abc -->\nThank you.", 3),
    ]
    assert answered(json.dumps(comments).encode()) == Answered("3", "abc")
    assert answered(b"[]") == Answered()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"number": 1}', b'{"issue": {"number": "x"}}'])
def test_what_is_no_issue_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match=r"is not JSON|is not an issue"):
        issue(content)


def test_an_event_holds_its_issue_and_a_strange_name_is_nobodys() -> None:
    given = sent("add-meetups", LUNCH)
    assert issue(json.dumps({"action": "opened", "issue": given}).encode()).author == "ada"
    odd = {**given, "user": {"login": "a\nCo-authored-by: b", "id": 1}}
    assert message(suggested(odd)) == "Add meetups/lunch-circle\n\nCloses #7\n"


@pytest.mark.parametrize(
    ("there", "why"),
    [
        (b"---\n{name: A, summary: An evening a month for people who work alone.}\n---\n", "has its fields in braces"),
        (b"---\nname: [A\n---\n", "cannot be read: something in it has to be mended first"),
    ],
)
def test_a_file_that_only_people_can_mend_goes_to_one(there: bytes, why: str) -> None:
    tree = {**project().tree, LEEDS: there}
    catalog, problems = take_in(tree, TODAY)
    assert catalog is not None
    broken = replace(project(), tree=tree, catalog=catalog, problems=tuple(problems))
    read = issue(json.dumps(sent("confirm", {"listing": "meetups/leeds-first-tuesday", "how": "visit"})).encode())
    found = suggestion(read, Answered(), None, broken)
    assert found is not None
    assert labels(found, accepting=False) == (["needs-person"], [])
    assert f"a maintainer does it by hand: `{LEEDS} {why}" in told(found)


def test_whoever_says_how_it_was_checked_checked_it_today() -> None:
    there = project().tree[LEEDS].replace(b"verified:", b"verified_by: organiser\nverified:")
    before = replace(project(), tree={**project().tree, LEEDS: there})
    answers = {"listing": "meetups/leeds-first-tuesday", "verified_how": "Went there"}
    found = suggestion(issue(json.dumps(sent("add-meetups", answers)).encode()), Answered(), None, before)
    assert found is not None
    assert lines_changed(found) == (
        {"verified_by: organiser", "verified: 2025-06-01"},
        {"verified: 2026-11-22", "verified_how: visit"},
    )


def test_a_listing_is_found_by_an_address_it_had_before() -> None:
    moved = [(each.id, each.get("formerly")) for each in project().catalog if each.get("formerly")]
    for identity, formerly in moved:
        found = suggested(sent("confirm", {"listing": formerly[0], "how": "website"}))
        assert found.draft is not None
        assert found.draft.path.startswith(f"content/{identity}.")
    assert moved


def test_each_form_has_a_mark_of_its_own() -> None:
    names = ("add-meetups", "add-associations", "report", "confirm", "remove")
    assert len({form(each).mark for each in names}) == len(names)
