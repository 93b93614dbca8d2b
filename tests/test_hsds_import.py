"""Services in HSDS, ours and other directories', as listings: nothing is lost unsaid, nothing is taken on trust."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from signpost.errands import proposed
from signpost.intake.hsds import Asked, hsds
from signpost.intake.hsds.saying import UNTAKEN
from signpost.model.kinds import Charter
from signpost.model.listings import Listing
from signpost.model.problems import Problem
from signpost.model.proposals import Proposal
from signpost.model.source import Tree
from signpost.pipeline import take_in
from tests.conftest import TODAY, miniature
from tests.directories import catalog_of, listing, tree_of
from tests.test_hsds import exported, small

FROM = "https://other.example.org/data"
SERVICE = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Leeds Freelance Table",
    "status": "active",
    "url": "https://table.example.org/",
    "description": "An evening a month for people who work alone.",
    "attributes": [{"id": "1", "taxonomy_term": {"id": "2", "name": "Emotional support", "description": "x"}}],
    "service_at_locations": [
        {
            "id": "3",
            "location": {
                "id": "4",
                "location_type": "physical",
                "addresses": [
                    {"id": "5", "address_1": "", "city": "Leeds", "state_province": "", "postal_code": "",
                     "country": "GB"}
                ],
            },
        }
    ],
}  # fmt: skip


def asked(kind: str, charter: Charter, source: str = FROM, **given: str) -> Asked:
    """What is asked for."""
    return Asked(charter.kinds[kind], given, source, TODAY)


def imported(
    files: Mapping[str, bytes], kind: str = "meetups", tree: Tree | None = None, **given: str
) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """What becomes of files, and what is wrong with them."""
    into = tree if tree is not None else tree_of({})
    proposals, problems = hsds(files, asked(kind, charter_of(tree), **given), into)
    return proposed(proposals, into, TODAY), problems


def charter_of(tree: Tree | None) -> Charter:
    """What a tree declares; without one, what the small directory does."""
    catalog = catalog_of({}) if tree is None else take_in(tree, TODAY)[0]
    assert catalog is not None
    return catalog.charter


def one(**changes: Any) -> Proposal:
    """What becomes of the service above with some changes."""
    kept = {name: value for name, value in {**SERVICE, **changes}.items() if value is not None}
    (found,), problems = imported({"a.json": json.dumps(kept).encode()})
    assert problems == ()
    return found


def lines(**changes: Any) -> list[str]:
    """The lines of its file that it would not have without the changes, and what was left out."""
    found, plain = one(**changes), one().text.splitlines()
    assert [each.say for each in found.problems] == []
    return [*(line for line in found.text.splitlines() if line not in plain), *(f"! {each}" for each in found.unmapped)]


def facts(each: Listing) -> dict[str, Any]:
    """All that a listing says, but who vouches for it, and where it was before."""
    said = {name: value for name, value in each.values.items() if name not in UNTAKEN}
    return {**said, "body": each.document.body.strip()}


def back(files: Mapping[str, bytes], **given: str) -> dict[str, dict[str, Any]]:
    """The facts of the miniature's listings, by name, after its files were imported again, kind by kind."""
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    found = {}
    for kind in catalog.charter.kinds:
        own = f"content/{kind}/"
        tree = {path: text for path, text in miniature().items() if not path.startswith(own) or "_kind" in path}
        known = {name: value for name, value in given.items() if name in catalog.charter.kinds[kind].fields}
        proposals, problems = imported(files, kind, tree, **known)
        assert problems == ()
        assert [problem for each in proposals for problem in each.problems if not problem.warning] == []
        again, _ = take_in({**tree, **{each.path: each.text.encode() for each in proposals}}, TODAY)
        assert again is not None
        found |= {each.name: facts(each) for each in again.shelves[kind]}
    return found


def ours() -> dict[str, dict[str, Any]]:
    """The facts of the miniature's listings, by name."""
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    return {each.name: facts(each) for each in catalog}


def test_our_own_export_imported_again_says_the_same() -> None:
    assert back({path: content for path, content in small().items() if path.endswith(".json")}) == ours()


NEEDED = {
    "activity": "coffee",
    "platform": "forum",
    "serves": "worldwide",
    "city": "Leeds",
    "country": "GB",
    "timezone": "UTC",
}
"""What `check` asks of a kind, for what places alone cannot hold."""
NEEDS_ATTRIBUTES = {
    "kinds of our own": "rsvp group_size activity platform join community_size activity_level association_type scope "
    "mentor_model matching intake access topics desk_options amenities clock founded_in",
    "a kind whose declaration names no place": "hours",
    "choices": "work offers give_back audience commitment",
    "facts HSDS has no place for": "tags seen_active logo_alt timezone links related chapters deposit tool_types photo "
    "house_rules press sister helpers bring capacity apply_by starts_on hours_per_month length_weeks trial "
    "community_events moderated anonymous_ok family_friendly mentors_wanted continues_remotely screening",
    "an alert's last day, without which no alert is taken": "alert alert_until",
    "two fields in one place": "price_note eligibility join_requirements",
    "the choice stands before the price in words": "cost",
    "schedules: bounded, without exceptions, with an offset for a zone, moved to the next day that matches": "meets",
    "places are records of their own": "hosted_at",
    "an organization by its name, a picture by its address": "run_by logo",
    "nobody can say of what was not checked for very long": "status",
}
"""What no place of HSDS holds whole, and why. With attributes, as we write them, all of it comes back."""


def test_places_alone_hold_the_rest() -> None:
    def bare(content: bytes) -> bytes:
        record = json.loads(content)
        kept = [each for each in record.get("attributes", []) if each["link_type"] in ("kind", "support")]
        return json.dumps({**record, "attributes": kept}).encode()

    files = {path: bare(content) for path, content in small().items() if path.startswith("data/hsds/services/")}
    needed = {name for names in NEEDS_ATTRIBUTES.values() for name in names.split()}
    before, after = ours(), back(files, **NEEDED)
    lost = {field for name in after for field in before[name] if before[name][field] != after[name].get(field)}
    assert sorted(lost - needed) == []
    assert sorted(needed - lost) == []


def test_a_service_of_another_directory_is_a_listing_with_its_source() -> None:
    found = one()
    assert found.problems == ()
    assert found.path == "content/meetups/leeds-freelance-table.md"
    assert found.text == (
        "---\n"
        "name: Leeds Freelance Table\n"
        "url: https://table.example.org/\n"
        "summary: An evening a month for people who work alone.\n"
        "support: [emotional]\n"
        "format: in-person\n"
        "city: Leeds\n"
        "country: GB\n"
        "source: [https://other.example.org/data]\n"
        "compiled: 2026-11-22\n"
        "---\n"
    )
    assert found.unmapped == ()


def test_without_an_address_of_the_file_the_source_is_the_service_own_page() -> None:
    tree = tree_of({})
    (found,), _ = hsds({"a.json": json.dumps(SERVICE).encode()}, asked("meetups", charter_of(tree), ""), tree)
    assert "source: [https://table.example.org/]\n" in found.text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"email": "hello@table.example.org"}, ["email: hello@table.example.org"]),
        ({"fees_description": "Free"}, ["cost: free"]),
        ({"fees_description": "2 GBP"}, ["price_note: 2 GBP"]),
        ({"fees": "2 GBP"}, ["price_note: 2 GBP"]),
        ({"cost_options": [{"amount": 2, "currency": "gbp"}]}, ["price_note: 2 GBP"]),
        ({"status": "defunct"}, ["status: closed"]),
        ({"status": "temporarily closed"}, ["status: paused"]),
        ({"status": "asleep"}, ['! service.status: "asleep" is none of HSDS\'s']),
        ({"phones": [{"number": "020 7946 0000"}]}, ['phone: "+442079460000"']),
        ({"phones": [{"number": "ask"}]}, ['! phones: "ask" is not a telephone number with its country']),
        ({"languages": [{"code": "pt"}, {"name": "English"}]}, ["languages: [pt, en]"]),
        ({"languages": [{"language": "French"}]}, ["languages: [fr]"]),
        ({"languages": [{"name": "Elvish"}]}, ['! languages: "Elvish" is not a language\'s tag']),
        ({"service_areas": [{"name": "United Kingdom"}]}, ["serves: [GB]"]),
        ({"service_areas": [{"service_area": "Ireland"}]}, ["serves: [IE]"]),
        ({"service_areas": [{"name": "Ward 3"}]}, ['! service_areas: "Ward 3" is not a place that can be served']),
        ({"organization": {"name": "Leeds Guild"}}, ["run_by: Leeds Guild"]),
        ({"organization": {"name": "leeds freelance table"}}, []),
        ({"eligibilities": [{"eligibility": "Adults"}]}, ["eligibility: Adults"]),
        ({"assured_date": "2026-11-01"}, [f"! service.assured_date: {UNTAKEN['verified']}"]),
        ({"wait_time": "3 weeks"}, ['! service.wait_time: no field stands for it ("3 weeks")']),
        ({"contacts": [{"name": "Ann"}]}, ["! service.contacts: no field stands for it"]),
        ({"alert": "Moved"}, ["! service.alert: it does not say until when it holds"]),
        ({"eligibility_description": "a" * 201},
         ["! service.eligibility_description: Who may join has 201 characters; it has room for 200"]),
        ({"application_process": "Come <b>along</b>.<script>alert(1)</script>"}, ["how_to_join: Come along."]),
        ({"cost_options": [{"option": "Free"}]}, ["cost: free"]),
        ({"organization": {"name": "Guild", "website": "https://guild.example.org/"}, "url": None, "email": None},
         ["url: https://guild.example.org/", "run_by: Guild"]),
        ({"service_at_locations": None, "locations": [{"location_type": "virtual"}],
          "service_areas": [{"extent": "worldwide", "extent_type": "text"}]},
         ["format: online", "serves: [worldwide]"]),
        ({"languages": [{"name": "\u202eEnglish"}]}, ["! languages: has characters in it that nobody can see"]),
        ({"organization": {"name": "\u202eGuild"}},
         ["! organization.name: has characters in it that nobody can see"]),
        ({"application_process": "Come\x1b[2J"},
         ["! service.application_process: has characters in it that nobody can see"]),
    ],
)  # fmt: skip
def test_each_fact_finds_its_field_or_is_told(changes: dict[str, Any], told: list[str]) -> None:
    assert lines(**changes) == told


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "18:30Z", "closes_at": "20:00:00+01:00"},
         ["  - {every: week, day: tuesday, from: 18:30, to: 20:00}"]),
        ({"freq": "WEEKLY", "byday": "TU,TH", "interval": 2, "dtstart": "2026-01-06"},
         ["  - {every: 2 weeks, day: [tuesday, thursday], starts: 2026-01-06}"]),
        ({"freq": "MONTHLY", "byday": "1TU,-1FR", "until": "2027-03-01", "description": "Drinks"},
         ["  - {every: month, day: first tuesday, ends: 2027-03-01, title: Drinks}",
          "  - {every: month, day: last friday, ends: 2027-03-01, title: Drinks}"]),
        ({"freq": "MONTHLY", "bymonthday": "15", "attending_type": "Online"},
         ["  - {every: month, day: 15, format: online}"]),
        ({"dtstart": "2026-12-03", "count": 1, "opens_at": "09:00"}, ["  - {date: 2026-12-03, from: 09:00}"]),
        ({"weekday": "Monday", "opens_at": "09:00"}, ["  - {every: week, day: monday, from: 09:00}"]),
        ({"freq": "WEEKLY", "byday": "TU", "valid_to": "2020-01-01"}, ["! schedules[0]: it held until 2020-01-01"]),
        ({"freq": "MONTHLY", "byday": "5TU"}, ["! schedules[0]: a listing cannot say 5TU"]),
        ({"freq": "WEEKLY", "byday": "soon"}, ['! schedules[0]: "soon" are no days']),
        ({"freq": "WEEKLY", "interval": 9, "byday": "TU"},
         ["! schedules[0]: a listing cannot say that it is so often"]),
        ({"freq": "WEEKLY", "interval": 2, "byday": "TU"}, ["! schedules[0]: it does not say from when on"]),
        ({"freq": "WEEKLY"}, ["! schedules[0]: it does not say on which day"]),
        ({"freq": "MONTHLY", "byday": "TU"}, ["! schedules[0]: it does not say on which day of the month"]),
        ({"description": "Ask us."}, ["! schedules[0]: it says neither a date nor how often"]),
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "late"}, ['! schedules[0]: "late" is not a time of day']),
        ({"freq": "WEEKLY", "byday": "TU", "dtstart": "soon"}, ['! schedules[0]: "soon" is not a date']),
        ({"freq": "WEEKLY", "byday": "TU", "description": "Tea, coffee"},
         ["  - {every: week, day: tuesday}", '! schedules[0].description: meets has no place for "Tea, coffee"']),
    ],
)  # fmt: skip
def test_a_schedule_is_a_meeting_where_a_listing_can_say_it(schedule: dict[str, Any], told: list[str]) -> None:
    assert [line for line in lines(schedules=[schedule]) if line != "meets:"] == told


def hours(*schedules: dict[str, Any]) -> str:
    """The opening hours of a coworking space with some schedules."""
    files = {"a.json": json.dumps({**SERVICE, "schedules": schedules}).encode()}
    (found,), _ = imported(files, "coworking-spaces")
    assert found.problems == ()
    return next(line for line in found.text.splitlines() if line.startswith("hours:"))


def test_weekly_schedules_of_a_place_are_its_opening_hours() -> None:
    weekly = {"freq": "WEEKLY", "opens_at": "09:00", "closes_at": "18:00"}
    saturday = {**weekly, "byday": "SA", "closes_at": "00:00"}
    always = {**weekly, "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "00:00"}
    assert hours({**weekly, "byday": "MO,TU,WE,FR"}, saturday) == (
        "hours: Mo-We 09:00-18:00; Fr 09:00-18:00; Sa 09:00-24:00"
    )
    assert hours(always) == "hours: 24/7"


def test_a_long_description_is_a_summary_and_a_text() -> None:
    first, second = "We meet every month. " * 8, "Bring a friend."
    found = one(description=f"{first}Longer than any summary may be, by far, as you see.\n\n{second}")
    assert f"summary: {first.strip()}\n" in found.text
    assert found.text.endswith(f"as you see.\n\n{second}\n")
    assert one(description="word " * 60).text.count("…") == 1


def attribute(name: str, **more: Any) -> list[str]:
    """What becomes of a service with an attribute more."""
    return lines(attributes=[*SERVICE["attributes"], {"taxonomy_term": {"name": name, **more}}])  # type: ignore[misc]


def test_a_choice_is_known_by_a_label_that_only_one_field_has() -> None:
    assert attribute("Pay what you can") == ["cost: donation"]
    assert attribute("Insurance", taxonomy="Open Eligibility") == [
        '! attributes "Insurance": no choice here has that name (it is from "Open Eligibility")'
    ]
    assert attribute("Free", taxonomy="Cost") == ["cost: free"]


def test_a_field_with_one_choice_takes_the_first() -> None:
    term = {"link_type": "cost", "taxonomy_term": {"name": "Free"}}
    both = [*SERVICE["attributes"], term, {**term, "taxonomy_term": {"name": "Paid"}}]  # type: ignore[misc]
    assert lines(attributes=both) == ["cost: free", "! attributes cost: it takes one choice, not paid as well"]
    unseen = [*SERVICE["attributes"], {"link_type": "tags", "value": "\u202e"}]  # type: ignore[misc]
    assert lines(attributes=unseen) == ['! attributes "�": has characters in it that nobody can see']


def test_a_description_that_cannot_be_read_is_told() -> None:
    found = one(description="\u202eText")
    assert found.unmapped == ("service.description: has characters in it that nobody can see",)
    assert [each.rule for each in found.problems] == ["missing-field"]


def test_what_every_listing_lacks_can_be_said_once() -> None:
    files = {"a.json": json.dumps({**SERVICE, "attributes": []}).encode()}
    (found,), _ = imported(files)
    assert [each.rule for each in found.problems] == ["missing-field"]
    (found,), _ = imported(files, support="practical")
    assert (found.problems, "support: [practical]" in found.text) == ((), True)


@pytest.mark.parametrize(
    "content",
    [
        SERVICE,
        [SERVICE],
        {"total_items": 1, "contents": [SERVICE]},
        {"id": "o", "name": "Guild", "description": "x", "services": [SERVICE]},
    ],
)
def test_a_file_may_be_a_service_a_list_a_page_or_an_organization(content: Any) -> None:
    (found,), problems = imported({"a.json": json.dumps(content).encode()})
    assert (found.path, problems) == ("content/meetups/leeds-freelance-table.md", ())


def test_a_service_in_several_files_is_taken_once_where_it_says_most() -> None:
    short = {name: SERVICE[name] for name in ("id", "name", "status")} | {"organization_id": "o"}
    guild = {"id": "o", "name": "Guild", "description": "x"}
    files = {"list.json": {"contents": [short]}, "one.json": {**SERVICE, "organization_id": "o"}, "o.json": guild}
    (found,), _ = imported({name: json.dumps(each).encode() for name, each in files.items()})
    assert "run_by: Guild\n" in found.text


def test_an_older_service_is_read_by_its_old_names() -> None:
    old = {
        "id": "1", "name": "Leeds Freelance Table", "status": "active", "url": "https://table.example.org/",
        "description": "An evening a month for people who work alone.", "fees": "Free",
        "taxonomies": [{"name": "Emotional support"}],
        "locations": [{"physical_addresses": [{"city": "Leeds", "country": "GB"}],
                       "accessibility_for_disabilities": [{"accessibility": "Lift"}]}],
    }  # fmt: skip
    (found,), _ = imported({"a.json": json.dumps(old).encode()})
    assert found.problems == ()
    assert {"cost: free", "city: Leeds", "accessibility: [lift]", "support: [emotional]"} <= set(
        found.text.splitlines()
    )


def test_two_of_one_name_have_files_of_their_own() -> None:
    other = {**SERVICE, "id": "6", "url": "https://other-table.example.org/"}
    found, _ = imported({"a.json": json.dumps([SERVICE, other]).encode()})
    assert [each.path for each in found] == [f"content/meetups/leeds-freelance-table{end}.md" for end in ("", "-2")]
    assert [[each.rule for each in one.problems] for one in found] == [[], ["same-name"]]


def test_a_listing_that_is_there_is_never_written_over() -> None:
    there = {"content/meetups/leeds-freelance-table.md": listing("Leeds Freelance Table")}
    tree = tree_of(there)
    (found,), _ = imported({"a.json": json.dumps(SERVICE).encode()}, tree=tree)
    assert [each.rule for each in found.problems] == ["is-there"]


def test_our_own_services_of_other_kinds_are_passed_over() -> None:
    texts = {"content/meetups/a.md": listing("A"), "content/associations/b.md": listing("B")}
    found, _ = imported(dict(exported(catalog_of(texts))), "associations")
    assert [each.path for each in found] == ["content/associations/b.md"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This cannot be read: line 1, column 1 is not JSON"),
        (b'{"name": "A",', "This cannot be read: line 1, column 14 is not JSON"),
        ('{"name": "Café"}'.encode("latin-1"), "This cannot be read: byte 14 is not text in UTF-8"),
        ('{"name": "A"}'.encode("utf-16"), "This cannot be read: byte 1 is not text in UTF-8"),
        (b"[" * 100_000, "This cannot be read: values stand too deep inside each other"),
        (b"[" + b"9" * 5000 + b"]", "This cannot be read: it has a number with thousands of digits"),
        (b"42", "This cannot be read: it holds neither a list nor a record"),
        (b"{}", "There is no service here for that kind"),
        (b"[1, null, []]", "There is no service here for that kind"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, told: str) -> None:
    found, problems = imported({"a.json": content})
    assert (found, [(each.path, each.say) for each in problems]) == ((), [("a.json", told)])


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd", "content/meetups/etc-passwd.md"),
        ("<script>alert(1)</script>Table", "content/meetups/table.md"),
        ("A\x00B", "content/meetups/x.md"),
        ("\ud800", "content/meetups/x.md"),
        ("---\nverified: 2026-11-22", "content/meetups/verified-2026-11-22.md"),
        ("a" * 500, f"content/meetups/{'a' * 60}.md"),
    ],
)
def test_a_hostile_name_makes_a_plain_path_and_no_field(name: str, path: str) -> None:
    (found,), _ = imported({"a.json": json.dumps({**SERVICE, "name": name}).encode()})
    assert found.path == path
    assert "\nverified:" not in found.text
    found.text.encode()


KEYS = "number freq byday interval code name location amount taxonomy_term link_type value dtstart option"


@pytest.mark.apart
@pytest.mark.parametrize("wrong", [42, True, "text", [1, "a", None], {"a": {"b": []}}, [[{}]], None, 1e308])
def test_whatever_stands_where_something_else_belongs_is_no_mistake_of_ours(wrong: Any) -> None:
    for name in (
        "attributes", "phones", "schedules", "languages", "service_areas", "service_at_locations", "organization",
        "cost_options", "status", "description", "url", "locations", "eligibilities", "taxonomies", "id",
        "fees_description",
    ):  # fmt: skip
        found, problems = imported({"a.json": json.dumps({**SERVICE, name: wrong}).encode()})
        assert len(found) == 1, (name, problems)
    for name in ("phones", "schedules", "languages", "attributes", "service_at_locations", "cost_options"):
        inner = dict.fromkeys(KEYS.split(), wrong)
        found, _ = imported({"a.json": json.dumps({**SERVICE, name: [inner]}).encode()})
        assert len(found) == 1, name
