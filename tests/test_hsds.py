"""The directory in HSDS 3.0: every file as the standard has it, ids that last, nothing claimed that is not known."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest

from signpost.model.chronicle import Act, Chronicle, Deed
from signpost.model.files import WHOLE, Share
from signpost.model.hsds import identity, namespace
from signpost.model.source import Tree
from signpost.output.export.hsds import FOLDER, OFFERS, lists, making, single
from signpost.output.plan.shelves import shelves
from signpost.pipeline import take_in
from tests.conftest import TODAY, miniature
from tests.directories import catalog_of, english, listing, pages_of, thousand_in
from tests.hsds import PAGE, SCHEMAS, faults, invalid, records
from tests.pasts import commit

BASE = "https://directory.example.org/"


def made(tree: Tree, share: Share = WHOLE) -> dict[str, bytes]:
    """The files of a tree."""
    catalog, _ = take_in(tree, TODAY)
    assert catalog is not None
    return exported(catalog, share)


def exported(catalog: Any, share: Share = WHOLE, *deeds: Deed) -> dict[str, bytes]:
    """The files of a catalog with some past, or a share of them and the lists."""
    about = shelves(catalog, english(), TODAY, Chronicle(deeds))
    on = making(catalog, about.freshness, about.series, english(), TODAY, about.past)
    return dict([*single(on, share), *lists(on)])


@cache
def small() -> Mapping[str, bytes]:
    """The files of the miniature."""
    return made(miniature())


@pytest.fixture(scope="module")
def thousand() -> Mapping[str, bytes]:
    """The files of a directory of 1,000 made-up listings."""
    return exported(thousand_in())


def services(texts: Mapping[str, str]) -> dict[str, Any]:
    """The full services of some texts, by name."""
    found = records(exported(catalog_of(texts)))
    return {each["name"]: each for path, table, each in found if table == "service" and path.count("/") == 3}


def meetup(*lines: str, body: str = "") -> Any:
    """The full service of a meetup with some lines."""
    return services({"content/meetups/a.md": listing("A", *lines, body=body)})["A"]


def test_every_record_of_the_miniature_has_what_the_standard_asks_for() -> None:
    assert [fault for _, table, each in records(small()) for fault in faults(table, each)] == []


@pytest.mark.apart
def test_every_record_of_a_thousand_listings_has_what_the_standard_asks_for(thousand: Mapping[str, bytes]) -> None:
    assert len([path for path in thousand if path.startswith(f"{FOLDER}services/")]) == 1000
    assert [fault for _, table, each in records(thousand) for fault in faults(table, each)] == []


@pytest.mark.apart
@pytest.mark.skipif(not SCHEMAS, reason="HSDS_SCHEMA_DIR names no folder with the schemas of HSDS 3.0")
def test_every_file_fits_the_schemas_of_the_standard_without_a_property_more(thousand: Mapping[str, bytes]) -> None:
    assert invalid(small()) == []
    assert invalid(thousand) == []


@pytest.mark.skipif(not SCHEMAS, reason="HSDS_SCHEMA_DIR names no folder with the schemas of HSDS 3.0")
def test_the_schemas_tell_a_property_that_the_standard_does_not_know_wherever_it_stands() -> None:
    shed = json.loads(small()[next(path for path in small() if path.startswith(f"{FOLDER}services/"))])
    shed["attributes"][0]["taxonomy_term"]["icon"] = "hammer"
    (told,) = invalid({f"{FOLDER}services/x.json": json.dumps(shed).encode()})
    assert "taxonomy_term: Additional properties are not allowed ('icon' was unexpected)" in told


def test_lists_are_one_page() -> None:
    lists = [json.loads(small()[offer.path]) for offer in OFFERS]
    assert [{name: type(value) for name, value in each.items()} for each in lists] == [PAGE] * len(OFFERS)
    assert {(each["total_items"], each["size"]) for each in lists} == {
        (len(each["contents"]), len(each["contents"])) for each in lists
    }
    assert json.loads(exported(catalog_of({}))[f"{FOLDER}services.json"])["empty"] is True


def test_every_id_is_there_once_and_what_is_named_is_there() -> None:
    lists = {offer.path: [each["id"] for each in json.loads(small()[offer.path])["contents"]] for offer in OFFERS}
    for ids in lists.values():
        assert len(set(ids)) == len(ids)
    files = {path.split("/")[3].removesuffix(".json") for path in small() if path.count("/") == 3}
    assert files == {*lists[f"{FOLDER}services.json"], *lists[f"{FOLDER}organizations.json"]}
    named = {each["organization_id"] for _, table, each in records(small()) if table == "service"}
    assert named <= set(lists[f"{FOLDER}organizations.json"])


def test_codes_of_terms_are_unique() -> None:
    codes = [each["code"] for _, table, each in records(small()) if table == "taxonomy_term"]
    assert len(set(codes)) == len(codes)


def test_an_id_is_the_uuid_that_python_makes() -> None:
    within = namespace(BASE)
    for name in ("meetups/a", "会", ""):
        assert identity(within, name) == str(uuid5(uuid5(NAMESPACE_URL, BASE), name))


def test_an_id_outlasts_a_new_name() -> None:
    before = meetup()
    after = services({"content/meetups/b.md": listing("A", "formerly: meetups/a")})["A"]
    assert after["id"] == before["id"]
    assert [each["id"] for each in after["attributes"]][:5] == [each["id"] for each in before["attributes"]][:5]


def test_a_service_says_what_its_listing_says() -> None:
    found = meetup(
        "how_to_join: Come along.", "eligibility: Anyone.", "cost: paid", "price_note: 5 EUR", 'phone: "+442079460000"',
        "languages: [en, pt-BR]", "serves: [GB, europe]", "lat: 53.80", "lon: -1.55", "accessibility: [lift]",
        "accessibility_note: Ring twice.", "run_by: Leeds Guild", body="More *words*.",
    )  # fmt: skip
    place = found["service_at_locations"][0]["location"]
    assert {name: found[name] for name in ("name", "url", "description", "application_process", "status")} == {
        "name": "A",
        "url": "https://a.example.org/",
        "description": "An evening a month for people who work alone.\n\nMore *words*.",
        "application_process": "Come along.",
        "status": "active",
    }
    assert (found["assured_date"], found["fees_description"]) == ("2026-11-10", "Paid. 5 EUR")
    assert [(each["option"], each["amount_description"]) for each in found["cost_options"]] == [("Paid", "5 EUR")]
    assert [each["number"] for each in found["phones"]] == ["+442079460000"]
    assert [(each["name"], each["code"]) for each in found["languages"]] == [
        ("English", "en"),
        ("Brazilian Portuguese", "pt-BR"),
    ]
    assert [(each["name"], each["extent"]) for each in found["service_areas"]] == [
        ("United Kingdom", "GB"),
        ("Europe", "europe"),
    ]
    assert (place["latitude"], place["longitude"], place["location_type"]) == (53.8, -1.55, "physical")
    assert {name: said for name, said in place["addresses"][0].items() if name != "id"} == {
        "address_1": "",
        "city": "Leeds",
        "state_province": "",
        "postal_code": "",
        "country": "GB",
        "address_type": "physical",
    }
    assert [(each["description"], each["details"]) for each in place["accessibility"]] == [("Lift", "Ring twice.")]
    assert (found["organization"]["name"], found["organization"]["description"]) == ("Leeds Guild", "Runs A.")


def test_what_nobody_said_is_absent() -> None:
    found = meetup("verified:", "source: https://listings.example.org/", "compiled: 2026-11-20", "languages:")
    absent = {"assured_date", "fees_description", "cost_options", "languages", "phones", "schedules", "service_areas"}
    assert absent & found.keys() == set()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("status: active", "active"),
        ("status: paused", "temporarily closed"),
        ("status: closed", "defunct"),
        ("verified: 2020-01-01", "inactive"),
    ],
)
def test_a_listing_that_lists_leave_out_says_so(line: str, status: str) -> None:
    assert meetup(line)["status"] == status


def test_a_service_says_when_git_saw_it_change_last() -> None:
    texts = {"content/meetups/a.md": listing("A"), "content/meetups/b.md": listing("B")}
    done = (
        Deed(commit(2, 20, "Jo"), "meetups/a", Act.CHANGED, ("cost",)),
        Deed(commit(1, 18, "Jo"), "meetups/a", Act.ADDED),
    )
    files = exported(catalog_of(texts), WHOLE, *done)
    told = {(each["name"], each.get("last_modified")) for _, table, each in records(files) if table == "service"}
    assert told == {("A", "2026-11-20T09:30:00.000Z"), ("B", None)}
    assert [fault for _, table, each in records(files) for fault in faults(table, each)] == []
    assert not SCHEMAS or invalid(files) == []


def test_an_alert_that_is_over_is_not_told() -> None:
    assert meetup("alert: No lift.", "alert_until: 2026-12-01")["alert"] == "No lift."
    assert "alert" not in meetup("alert: No lift.", "alert_until: 2026-11-01")


def schedule(line: str, *lines: str) -> Any:
    """The only schedule of a meetup, without what every one has."""
    (found,) = meetup(f"meets: {line}", "timezone: Europe/London", *lines)["schedules"]
    return {name: said for name, said in found.items() if name not in ("id", "valid_from", "valid_to")}


def test_a_meeting_is_a_schedule_up_to_the_day_nobody_can_say_any_more() -> None:
    assert schedule('{every: month, day: last friday, from: "18:30", to: "20:00", title: Drinks}') == {
        "dtstart": "2026-11-27", "until": "2027-05-09", "freq": "MONTHLY", "interval": 1, "wkst": "MO",
        "byday": "-1FR", "timezone": 0, "opens_at": "18:30Z", "closes_at": "20:00Z", "description": "Drinks",
    }  # fmt: skip


def test_a_time_zone_is_the_hours_on_the_first_day() -> None:
    found = schedule('{date: 2027-07-01, from: "09:00"}')
    assert found == {
        "count": 1, "dtstart": "2027-07-01", "until": "2027-07-01", "timezone": 1, "opens_at": "09:00+01:00",
    }  # fmt: skip
    assert schedule('{date: 2027-07-01, from: "09:00", timezone: Asia/Kolkata}')["opens_at"] == "09:00+05:30"
    assert schedule('{date: 2027-07-01, from: "09:00", timezone: America/St_Johns}')["timezone"] == -2.5


def test_opening_hours_are_weekly_schedules() -> None:
    text = listing("B", "hours: Fr-Mo 18:00-24:00; We 09:00-12:00")
    found = services({"content/coworking-spaces/b.md": text})["B"]["schedules"]
    told = [(each["freq"], each["byday"], each["opens_at"], each["closes_at"], each["valid_to"]) for each in found]
    assert told == [
        ("WEEKLY", "MO,FR,SA,SU", "18:00Z", "00:00Z", "2027-11-10"),
        ("WEEKLY", "WE", "09:00Z", "12:00Z", "2027-11-10"),
    ]


def test_what_meets_at_a_place_of_the_directory_is_there() -> None:
    texts = {
        "content/coworking-spaces/hall.md": listing("Hall", "address: Mill Lane 1"),
        "content/meetups/a.md": listing("A", "city:", "country:", "hosted_at: coworking-spaces/hall"),
        "content/meetups/b.md": listing(
            "B", "city: York", "meets: {every: month, day: 3, hosted_at: coworking-spaces/hall}"
        ),
    }
    found = services(texts)
    at = {name: [each["location"]["name"] for each in found[name]["service_at_locations"]] for name in found}
    assert at == {"Hall": ["Hall"], "A": ["Hall"], "B": ["B", "Hall"]}
    assert [each["bymonthday"] for each in found["B"]["service_at_locations"][1]["schedules"]] == ["3"]


def test_what_is_online_has_no_address() -> None:
    (at,) = meetup("format: online", "city:", "country:", "serves: worldwide")["service_at_locations"]
    assert (at["location"]["location_type"], at["location"]["url"]) == ("virtual", "https://a.example.org/")


def test_a_listing_that_runs_another_is_its_organization() -> None:
    texts = {
        "content/associations/guild.md": listing("Guild", "founded: 1998", "run_by: The Board"),
        "content/meetups/a.md": listing("A", "run_by: associations/guild"),
    }
    found = services(texts)
    guild = found["A"]["organization"]
    assert (guild["name"], guild["year_incorporated"]) == ("Guild", 1998)
    assert found["Guild"]["organization"] == guild
    names = {each["id"]: each["name"] for _, table, each in records(exported(catalog_of(texts))) if table != "service"}
    assert names[guild["parent_organization_id"]] == "The Board"


def test_a_kind_and_fields_of_a_fork_are_there_without_python() -> None:
    found = {each["name"]: each for path, _, each in records(small()) if path.startswith(f"{FOLDER}services/")}
    shed = found["North Shed"]
    said = {each["link_type"]: each.get("value", each["taxonomy_term"]["name"]) for each in shed["attributes"]}
    assert said["kind"] == "Tool library"
    assert (said["deposit"], said["tool_types"]) == ("10 GBP, given back", "drills, sewing machines")
    assert (said["founded_in"], said["sister"]) == ("BE", "tool-libraries/south-shed")
    terms = {each["code"]: each["name"] for _, table, each in records(small()) if table == "taxonomy_term"}
    assert (terms["kind:tool-libraries"], terms["field:deposit"]) == ("Tool library", "Deposit")


def test_shares_together_are_the_whole() -> None:
    parts = [made(miniature(), Share(number, 3)) for number in range(3)]
    assert sum(map(len, parts)) == len(small()) + 2 * len(OFFERS)
    assert {path: content for part in parts for path, content in part.items()} == small()


def test_the_page_says_what_is_claimed() -> None:
    page = pages_of({"content/meetups/a.md": listing("A")})["/data/hsds/"]
    assert page.title == "This directory in HSDS"
    places = {each.name: each.places for each in page.shows["fields"]}
    assert places["verified"] == ("service.assured_date",)
    assert places["cost"] == ("service.fees_description", "service.attributes[]")
    assert places["trial"] == places["links"] == ("service.attributes[]",)
    assert page.shows["example"].address == f"/data/hsds/services/{identity(namespace(BASE), 'meetups/a')}.json"


def test_a_directory_without_listings_has_a_page() -> None:
    assert pages_of({})["/data/hsds/"].shows["example"] is None
