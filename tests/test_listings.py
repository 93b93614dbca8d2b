"""Listings, and how much they can be trusted to be alive."""

from datetime import date, timedelta

import pytest

from signpost.model.listings import Freshness, Listing, State, freshness
from signpost.model.source import unread
from tests.conftest import TODAY
from tests.directories import catalog_of, listing

KIND = catalog_of({}).charter.kinds["meetups"]
EMPTY = unread("content/meetups/a.md")


def meetup(**values: object) -> Listing:
    return Listing(KIND, "a", {"name": "A", **values}, EMPTY)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, State.FRESH),
        (180, State.FRESH),
        (181, State.AGEING),
        (360, State.AGEING),
        (361, State.STALE),
        (720, State.STALE),
        (721, State.EXPIRED),
        (7210, State.EXPIRED),
    ],
)
def test_a_check_ages_in_the_periods_of_its_kind(days: int, state: State) -> None:
    day = TODAY - timedelta(days)
    assert freshness(meetup(verified=day), TODAY) == Freshness(state, day)


def test_what_nobody_checked_is_unconfirmed_however_new_its_sources_are() -> None:
    assert freshness(meetup(compiled=TODAY), TODAY) == Freshness(State.UNCONFIRMED, TODAY)
    assert freshness(meetup(compiled=date(2019, 1, 1)), TODAY).state == State.UNCONFIRMED
    assert freshness(meetup(), TODAY) == Freshness(State.UNCONFIRMED, None)


def test_states_are_in_the_order_of_trust() -> None:
    assert sorted(State) == [State.FRESH, State.UNCONFIRMED, State.AGEING, State.STALE, State.EXPIRED]


def test_a_listing_is_known_by_its_folder_and_file() -> None:
    assert (meetup().id, meetup().name) == ("meetups/a", "A")
    assert (meetup().get("city"), meetup().get("city", "nowhere")) == (None, "nowhere")


def test_only_what_is_closed_is_closed() -> None:
    assert [meetup(status=each).is_closed for each in ("active", "paused", "closed")] == [False, False, True]


def test_a_catalog_counts_its_listings_shelf_by_shelf() -> None:
    catalog = catalog_of({"content/meetups/b.md": listing("B"), "content/meetups/a.md": listing("A")})
    assert len(catalog) == 2
    assert [each.id for each in catalog] == ["meetups/a", "meetups/b"]


def test_guides_are_the_pages_in_their_folder() -> None:
    text = "---\ntitle: Begin\nsummary: Where to begin, and whom to ask.\n---\nAsk.\n"
    prose = catalog_of({"content/pages/about.md": text, "content/pages/guides/begin.md": text}).prose
    assert [(each.address, each.is_guide) for each in prose] == [("guides/begin", True), ("about", False)]
