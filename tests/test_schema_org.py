"""What pages tell search engines: properties that their types may have, and nothing that the page does not say."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from signpost.model.files import Page
from signpost.model.offers import Offer
from signpost.output.export.schema_org import linker
from signpost.output.export.schema_org.domains import KINDS_OF, SAID, may_say, sorts_of
from signpost.output.plan import basis, plan
from signpost.output.render.pages import in_script
from tests.conftest import TODAY
from tests.directories import (
    catalog_of,
    english,
    files_of,
    listing,
    meetups,
    site_of,
    small_site,
    thousand,
    thousand_in,
)  # fmt: skip
from tests.pasts import MINIATURE as PAST

SITE = "https://directory.example.org/"
Graph = list[dict[str, Any]]

ANY = "@id name description url sameAs"
PLACE = "address geo openingHoursSpecification amenityFeature maximumAttendeeCapacity isAccessibleForFree"
GROUP = """address areaServed email foundingDate keywords knowsAbout knowsLanguage location logo parentOrganization
    telephone"""
WORK = "breadcrumb inLanguage isPartOf license mainEntity"
EVENT = """about audience endDate eventAttendanceMode eventSchedule eventStatus inLanguage isAccessibleForFree location
    organizer startDate"""
OWN_TABLE = {
    type_: frozenset(f"{ANY} {names}".split())
    for type_, names in {
        "Organization": GROUP,
        "WorkersUnion": GROUP,
        "LocalBusiness": f"{GROUP} {PLACE}",
        "Place": PLACE,
        "EducationalOccupationalProgram": "applicationDeadline provider startDate timeToComplete",
        "Event": EVENT,
        "EventSeries": EVENT,
        "Schedule": """byDay byMonthDay endDate endTime exceptDate repeatFrequency scheduleTimezone startDate
            startTime""",
        "VirtualLocation": "",
        "Audience": "audienceType",
        "PostalAddress": "addressCountry addressLocality addressRegion postalCode streetAddress",
        "GeoCoordinates": "latitude longitude",
        "OpeningHoursSpecification": "closes dayOfWeek opens",
        "LocationFeatureSpecification": "value",
        "WebPage": f"{WORK} lastReviewed reviewedBy",
        "CollectionPage": f"{WORK} lastReviewed reviewedBy",
        "SearchResultsPage": f"{WORK} lastReviewed reviewedBy",
        "WebSite": f"{WORK} potentialAction",
        "Dataset": f"{WORK} creator distribution isAccessibleForFree",
        "DataDownload": "contentUrl encodingFormat",
        "ItemList": "itemListElement numberOfItems",
        "BreadcrumbList": "itemListElement numberOfItems",
        "ListItem": "item position",
        "SearchAction": "target query-input",
        "EntryPoint": "urlTemplate",
    }.items()
}
"""What the types that pages use may have, of all that they could: by hand, so that it needs nothing else."""


def graph_of(html: str) -> Graph:
    """What a page tells."""
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    told = json.loads(found)
    assert told["@context"] == "https://schema.org"
    return list(told["@graph"])


def nodes(told: Any) -> Iterator[Mapping[str, Any]]:
    """Every object in a graph that has a type."""
    if isinstance(told, list):
        for each in told:
            yield from nodes(each)
    elif isinstance(told, dict):
        if "@type" in told:
            yield told
        yield from nodes(list(told.values()))


def thing(line: str, *lines: str, kind: str = "meetups") -> dict[str, Any]:
    """What the page of a listing with some lines is about."""
    return page_of("A", line, *lines, kind=kind)[1]


def page_of(name: str, *lines: str, kind: str = "meetups") -> Graph:
    """What the page of a listing tells."""
    site = files_of({f"content/{kind}/a.md": listing(name, *lines)}, SITE, "listings", "linked-data")
    return graph_of(site[f"{kind}/a/index.html"])


@pytest.fixture(scope="module")
def small() -> Mapping[str, bytes]:
    """The site of the miniature."""
    return small_site()


@pytest.fixture(scope="module")
def large() -> Mapping[str, bytes]:
    """The site of a thousand listings."""
    return dict(site_of(thousand_in(), thousand(), past=PAST))


@pytest.fixture(params=["small", pytest.param("large", marks=pytest.mark.apart)])
def graphs(request: pytest.FixtureRequest) -> Mapping[str, Graph]:
    """What each page of a site tells, by its path."""
    site = request.getfixturevalue(request.param)
    return {
        path: graph_of(content.decode())
        for path, content in site.items()
        if path.endswith(".html") and not path.startswith("embed/")
    }


@cache
def their_table() -> Mapping[str, frozenset[str]]:
    """schema.org's own table, where the environment names one: type -> all that it may have."""
    path = os.environ.get("SCHEMA_ORG_TABLE")
    if not path:
        pytest.skip("no table: name one in SCHEMA_ORG_TABLE")
    found = json.loads(Path(path).read_text(encoding="utf-8"))["types"]
    return {type_: frozenset(each["properties"]) for type_, each in found.items()}


def test_every_page_tells_only_what_its_types_may_have(graphs: Mapping[str, Graph]) -> None:
    wrong = {
        (node["@type"], name)
        for told in graphs.values()
        for node in nodes(told)
        for name in node
        if name != "@type" and name not in OWN_TABLE[node["@type"]]
    }
    assert wrong == set()


def test_their_own_table_says_the_same(graphs: Mapping[str, Graph]) -> None:
    table = their_table()
    wrong = {
        (node["@type"], name)
        for told in graphs.values()
        for node in nodes(told)
        for name in node
        if node["@type"] in table and not name.startswith("@") and name not in table[node["@type"]]
    }
    assert wrong == set()


def test_what_we_know_of_types_is_what_their_table_says() -> None:
    table = their_table()
    wrong = [
        (type_, name) for type_ in {*KINDS_OF, *SAID} & table.keys() for name in sorted(set().union(*SAID.values()))
        if may_say(type_, name) and name not in table[type_]
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.apart
def test_all_that_is_named_as_of_this_site_is_on_it(request: pytest.FixtureRequest) -> None:
    for name in ("small", "large"):
        site = request.getfixturevalue(name)
        pages = {SITE + path.removesuffix("index.html") for path in site if path.endswith(".html")}
        files = {SITE + path for path in site}
        for path in site:
            if path.endswith(".html") and not path.startswith("embed/"):
                named = set(_named(graph_of(site[path].decode())))
                assert {each for each in named if each.partition("#")[0] not in pages | files} == set(), path


def _named(told: Any) -> Iterator[str]:
    """Every address in a graph that is of this site, and every id."""
    if isinstance(told, list):
        for each in told:
            yield from _named(each)
    elif isinstance(told, dict):
        for key, value in told.items():
            if key == "@id" or (isinstance(value, str) and value.startswith(SITE) and "{" not in value):
                yield value
            yield from _named(value)


def test_a_page_of_a_listing_is_a_page_of_the_site_about_the_listing(small: Mapping[str, bytes]) -> None:
    here = f"{SITE}mentorship-programs/side-by-side/"
    assert graph_of(small["mentorship-programs/side-by-side/index.html"].decode()) == [
        {
            "@type": "WebPage",
            "@id": here,
            "name": "Side by Side",
            "inLanguage": "en-GB",
            "isPartOf": {"@id": f"{SITE}#site"},
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Home", "item": SITE},
                    {"@type": "ListItem", "position": 2, "name": "Mentorship programmes",
                     "item": f"{SITE}mentorship-programs/"},
                    {"@type": "ListItem", "position": 3, "name": "Side by Side", "item": here},
                ],
            },
            "mainEntity": {"@id": f"{here}#listing"},
            "lastReviewed": "2026-11-12",
        },
        {
            "@type": "EducationalOccupationalProgram",
            "@id": f"{here}#listing",
            "name": "Side by Side",
            "url": "https://side-by-side.example.org/",
            "description": "Twelve weeks of matched mentoring for gig workers, followed by a peer circle.",
            "applicationDeadline": "2027-01-15",
            "startDate": "2027-02-01",
            "timeToComplete": "P12W",
        },
    ]  # fmt: skip


def test_a_union_is_one_because_its_choice_is_declared_to_be() -> None:
    assert thing("association_type: union", kind="associations")["@type"] == "WorkersUnion"
    assert thing("association_type: guild", kind="associations")["@type"] == "Organization"


def test_what_a_type_may_not_have_its_events_say() -> None:
    lines = ("cost: free", "audience: students", 'meets: {every: week, day: monday, from: "18:30"}')
    _, group, place, event = page_of("A", *lines)
    assert {"isAccessibleForFree", "audience"} & group.keys() == set()
    assert event["isAccessibleForFree"] is True
    assert event["audience"] == {"@type": "Audience", "audienceType": "Students & graduates"}
    assert event["location"] == {"@id": place["@id"]}


def test_a_kind_whose_type_nobody_knows_says_what_everything_may() -> None:
    kind = "one: Shed\nmany: Sheds\nintro: Sheds.\nstale_after_days: 100\nschema_org: Spaceship\n"
    site = files_of({"content/sheds/_kind.yaml": kind, "content/sheds/a.md": listing("A", "phone: '+442079460000'")})
    assert graph_of(site["sheds/a/index.html"])[1].keys() == {"@type", "@id", "name", "url", "description"}


def test_a_kind_of_a_fork_says_all_that_its_type_may_have() -> None:
    kind = (
        "one: Shed\nmany: Sheds\nintro: Sheds.\nstale_after_days: 100\nschema_org: Library\n"
        "fields:\n  tax: {type: text, schema_org: taxID}\n  isbn: {type: text, schema_org: isbn}\n"
    )
    lines = ("tax: 123", "isbn: 456", "lat: 53.8", "lon: -1.5")
    site = files_of({"content/sheds/_kind.yaml": kind, "content/sheds/a.md": listing("A", *lines)})
    shed = graph_of(site["sheds/a/index.html"])[1]
    assert shed["@type"] == "Library"
    assert shed["taxID"] == "123"
    assert shed["geo"] == {"@type": "GeoCoordinates", "latitude": 53.8, "longitude": -1.5}
    assert "isbn" not in shed


@pytest.mark.parametrize(
    ("rule", "schedule"),
    [
        (
            "{every: month, day: last friday}",
            {"repeatFrequency": "P1M", "byDay": "-1FR", "startDate": "2026-11-27", "endDate": "2027-05-09"},
        ),
        (
            '{every: 2 weeks, day: [monday, friday], starts: 2026-11-16, from: "18:30", to: "20:00"}',
            {"repeatFrequency": "P2W", "byDay": ["MO", "FR"], "startDate": "2026-11-16", "endDate": "2027-05-09",
             "startTime": "18:30", "endTime": "20:00", "scheduleTimezone": "Europe/London"},
        ),
        (
            "{every: month, day: 15, except: 2026-12-15}",
            {"repeatFrequency": "P1M", "byMonthDay": 15, "startDate": "2026-11-15", "endDate": "2027-05-09",
             "exceptDate": ["2026-12-15"]},
        ),
    ],
)  # fmt: skip
def test_a_rule_is_a_schedule_that_ends_with_what_is_known(rule: str, schedule: dict[str, Any]) -> None:
    event = page_of("A", f"meets: {rule}")[-1]
    assert event["@type"] == "EventSeries"
    assert event["eventSchedule"] == {"@type": "Schedule", **schedule}


def test_a_single_occasion_is_an_event_without_a_schedule() -> None:
    event = page_of("A", 'meets: {date: 2026-12-17, from: "19:00", to: "01:00", title: Party}')[-1]
    assert event["@type"] == "Event"
    assert event["name"] == "A: Party"
    assert (event["startDate"], event["endDate"]) == ("2026-12-17T19:00:00+00:00", "2026-12-18T01:00:00+00:00")


def test_meetings_that_nobody_confirmed_are_not_said_to_happen() -> None:
    meets = "meets: {every: week, day: monday}"
    sources = ("verified:", "source: https://listings.example.org/", "compiled: 2026-11-20")
    assert "eventStatus" in page_of("A", meets)[-1]
    assert "eventStatus" not in page_of("A", meets, *sources)[-1]


def test_online_and_hybrid_meetings_have_a_way_in_from_elsewhere() -> None:
    online = page_of("A", "meets: {every: week, day: monday, format: online}")[-1]
    hybrid = page_of("A", "meets: {every: week, day: monday, format: hybrid}")[-1]
    way = {"@type": "VirtualLocation", "url": "https://a.example.org/"}
    assert online["location"] == way
    assert online["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert hybrid["location"] == [{"@id": f"{SITE}meetups/a/#place"}, way]


def test_the_review_is_that_of_the_page_and_names_its_organiser_alone() -> None:
    said = page_of("A", "verified_by: '@somebody'")[0]
    theirs = page_of("A", "verified_how: organiser")[0]
    never = page_of("A", "verified:", "source: https://listings.example.org/", "compiled: 2026-11-20")[0]
    assert (said["lastReviewed"], "reviewedBy" in said) == ("2026-11-10", False)
    assert theirs["reviewedBy"] == {"@id": f"{SITE}meetups/a/#listing"}
    assert {"lastReviewed", "reviewedBy"} & never.keys() == set()


def test_of_what_has_closed_only_the_page_is_told(small: Mapping[str, bytes]) -> None:
    told = graph_of(small["coworking-spaces/old-mill/index.html"].decode())
    assert [node["@type"] for node in told] == ["WebPage"]


def test_only_links_that_say_who_it_is_are_the_same_as_it() -> None:
    links = "links: {mastodon: 'https://social.example.org/@a', code-of-conduct: 'https://a.example.org/conduct'}"
    assert thing(links)["sameAs"] == "https://social.example.org/@a"


def test_what_is_unknown_is_not_said() -> None:
    assert thing("cost: freemium", kind="coworking-spaces").get("isAccessibleForFree") is None
    assert thing("cost: paid", kind="coworking-spaces")["isAccessibleForFree"] is False
    assert "address" not in thing("city:", "country:", "serves: worldwide", "format: online")


def test_hours_round_the_clock_close_at_the_last_minute() -> None:
    hours = thing("hours: 24/7", kind="coworking-spaces")["openingHoursSpecification"]
    assert (len(hours["dayOfWeek"]), hours["opens"], hours["closes"]) == (7, "00:00", "23:59")


def test_a_list_names_the_addresses_of_what_stands_on_the_page() -> None:
    texts = {f"content/meetups/n{n:02}.md": listing(f"N{n:02}") for n in range(1, 45)}
    page = graph_of(files_of(texts)["meetups/page/2/index.html"])[0]
    assert page["@type"] == "CollectionPage"
    assert page["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 44,
        "itemListElement": [
            {"@type": "ListItem", "position": 43, "url": f"{SITE}meetups/n43/"},
            {"@type": "ListItem", "position": 44, "url": f"{SITE}meetups/n44/"},
        ],
    }


def test_of_a_long_page_the_first_are_named() -> None:
    (page,) = graph_of(files_of(meetups(42))["meetups/index.html"])
    assert [each["position"] for each in page["mainEntity"]["itemListElement"]] == list(range(1, 25))
    assert page["mainEntity"]["numberOfItems"] == 42


def test_the_first_page_tells_of_the_site_and_how_to_search_it(small: Mapping[str, bytes]) -> None:
    _, site = graph_of(small["index.html"].decode())
    assert (site["@type"], site["@id"], site["name"]) == ("WebSite", f"{SITE}#site", "Example Directory")
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}search/?q={{search_term_string}}"
    assert b'name="q"' in small["search/index.html"]


def test_the_page_about_the_data_names_the_files_that_it_shows() -> None:
    catalog = catalog_of({"content/meetups/a.md": listing("A")})
    offers = (
        Offer("data/v1/listings.json", "all", "application/json"),
        Offer("calendar.ics", "calendar", "text/calendar"),
        Offer("data/v1/{kind}.csv", "kinds", "text/csv"),
    )
    page = Page("/data/", "pages/data.html", "Data", "All of it.", shows={"offers": (offers[0], offers[2])})
    (told,) = linker(catalog, {}, offers)([page])
    assert told.graph[0]["mainEntity"] == {"@id": f"{SITE}data/#dataset"}
    assert told.graph[1]["distribution"] == [
        {"@type": "DataDownload", "contentUrl": f"{SITE}data/v1/listings.json", "encodingFormat": "application/json"}
    ]
    assert list(nodes(list(told.graph)))
    assert {name for node in nodes(list(told.graph)) for name in node if name not in OWN_TABLE[node["@type"]]} == {
        "@type"
    }


def test_nothing_in_a_graph_can_end_the_script_and_nothing_else_is_changed() -> None:
    name = """</script><!-- & "quoted" 'single' &amp; \\u003c"""
    written = in_script([{"name": name}])
    assert "<" not in written
    assert json.loads(written)["@graph"] == [{"name": name}]
    assert "& " in written
    assert "&amp; " in written


def test_every_page_has_a_graph() -> None:
    catalog = catalog_of({"content/meetups/a.md": listing("A")})
    on = basis(catalog, english(), TODAY)
    assert all(page.graph for page in linker(catalog, on.on.series)(plan(on, english())))


def test_a_sort_of_a_sort_is_a_sort_of_both() -> None:
    assert sorts_of("Library") == {"Library", "LocalBusiness", "Organization", "Place", "Thing"}
