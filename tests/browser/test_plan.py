"""Planning a support network, as a visitor does it: asking, keeping, writing on it, sharing it, and coming back."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.barriers import barriers
from tests.browser.test_accessibility import PHONE
from tests.browser.waiting import until

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
PORTO = {"id": "meetups/porto-freelance-tuesdays", "name": "Porto Freelance Tuesdays", "needs": ["Emotional support"]}
MENTORS = {
    "id": "mentorship-programs/side-by-side",
    "name": "Side by Side",
    "topics": ["pricing"],
    "note": "Ask for Ana",
}
GONE = {"id": "meetups/gone", "name": "Gone Mondays", "one": "Meetup", "icon": "calendar-days", "tone": "rose"}


def part(page: Page, name: str) -> Locator:
    """A part of the page by its hook."""
    return page.locator(f"[data-{name}]")


def names(page: Page, name: str) -> Locator:
    """The names on the cards of a part."""
    return part(page, name).get_by_role("heading", level=3)


def keeping(page: Page, *places: dict[str, Any], site: str) -> Page:
    """A page of a visitor who has kept some places before."""
    page.goto(f"{site}404.html")
    store(page, json.dumps({"v": 1, "places": places}))
    page.goto(f"{site}plan/")
    expect(part(page, "kept-list").locator(".kept-place")).to_have_count(len(places))
    return page


def store(page: Page, text: str) -> None:
    """Put a text where the site keeps places."""
    page.evaluate("text => localStorage.setItem(`signpost:${document.documentElement.dataset.base}:kept`, text)", text)


def stored(page: Page, ending: str = "kept") -> Any:
    """What stands there."""
    key = f"`signpost:${{document.documentElement.dataset.base}}:{ending}`"
    return page.evaluate(f"localStorage.getItem({key})")


def kept(page: Page) -> list[dict[str, Any]]:
    """The places that are kept."""
    return list(json.loads(stored(page) or '{"places": []}')["places"])


def errors(page: Page) -> list[str]:
    """The errors of a page's scripts, from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def ask(page: Page, *needs: str, **others: str) -> None:
    """Answer the questions and send them."""
    for need in needs:
        page.get_by_role("checkbox", name=re.compile(need)).check()
    for name, code in others.items():
        page.locator(f"select[name={name}]").select_option(code)
    page.get_by_role("button", name="Show me where to start").click()


def saved(page: Page, button: Locator) -> tuple[str, str]:
    """Name and text of the file that a button saves."""
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes().decode()


def copied(site: str, page: Page) -> str:
    """The link to a network."""
    link = part(page, "link").input_value()
    assert link.startswith(f"{site}plan/#kept=")
    return link


@pytest.mark.everywhere
def test_from_the_first_question_to_the_link_in_another_browser(site: str, window: Window) -> None:
    page = window()
    page.goto(site)
    page.get_by_role("link", name="My plan").click()
    page.wait_for_url(f"{site}plan/")  # with its scripts: before they are there, the answer comes with a new page
    ask(page, "Emotional support", "Practical help", country="PT", city="pt/porto")
    expect(page.get_by_role("heading", name="Where to start")).to_be_focused()
    expect(part(page, "mix-say")).to_have_text("4 places to start with")
    assert {"Repair Café Helpers", "Kitchen Table Coworking"} <= set(names(page, "mix-list").all_inner_texts())
    page.get_by_role("button", name="Keep Repair Café Helpers").click()
    expect(names(page, "kept-list")).to_have_text(["Repair Café Helpers"])
    expect(page.get_by_role("link", name="My plan, 1 place kept")).to_be_visible()
    link = copied(site, page)

    other = window()
    other.goto(link)
    expect(part(other, "shared-title")).to_have_text("Someone shared a network of 1 place")
    expect(names(other, "shared-list")).to_have_text(["Repair Café Helpers"])
    assert kept(other) == []
    other.get_by_role("button", name="Keep all of them").click()
    expect(names(other, "kept-list")).to_have_text(["Repair Café Helpers"])
    other.reload()
    expect(names(other, "kept-list")).to_have_text(["Repair Café Helpers"])


def test_every_need_asked_for_is_met_where_somebody_does(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    ask(page, "Professional guidance", "Business referrals", "Emotional support", "Practical help", country="GB")
    expect(part(page, "mix-say")).to_have_text(re.compile(r"^\d places to start with$"))
    needs = part(page, "mix-list").locator("[data-need]").all_inner_texts()
    assert set(needs) == {"Professional guidance", "Business referrals", "Emotional support", "Practical help"}
    assert 4 <= len(needs) <= 6
    found = names(page, "mix-list").all_inner_texts()
    assert len(set(found)) == len(found)


def test_places_far_away_and_for_other_work_are_left_out(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/?support=guidance&support=referrals&support=emotional&country=JP&work=arts-crafts")
    expect(names(page, "mix-list").first).to_be_visible()
    found = names(page, "mix-list").all_inner_texts()
    assert "東京フリーランス会" in found
    assert not {"Side by Side", "Porto Freelance Tuesdays", "Solo Designers"} & set(found)
    expect(part(page, "mix-say")).to_contain_text("Nothing that fits was found for: Business referrals")


def test_a_suggestion_says_why(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/?support=emotional&country=PT&cost=free")
    card = part(page, "mix-list").locator("li", has_text="Repair Café Helpers").first
    expect(card.locator("[data-why]")).to_have_text(
        "Helps with emotional support · in Portugal · free · checked lately"
    )


def test_the_same_question_has_the_same_answer(site: str, window: Window) -> None:
    answers = []
    for _ in range(2):
        page = window()
        page.goto(f"{site}plan/?support=emotional&languages=en")
        expect(names(page, "mix-list").first).to_be_visible()
        answers.append(names(page, "mix-list").all_inner_texts())
    assert answers[0] == answers[1]


def test_another_one_takes_the_place_until_there_is_none(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/?support=practical&country=GB")
    before = names(page, "mix-list").first.inner_text()
    other = part(page, "mix-list").get_by_role("button", name=re.compile("Another one")).first
    other.focus()
    for _ in range(20):
        page.keyboard.press("Enter")
        until(page, "document.querySelector('[data-mix-say]').textContent.match(/^Now here|no other one left/)")
        expect(other).to_be_focused()
        if "no other" in part(page, "mix-say").inner_text():
            break
        assert names(page, "mix-list").first.inner_text() != before
        page.evaluate("document.querySelector('[data-mix-say]').textContent = ''")
    expect(part(page, "mix-say")).to_have_text("There is no other one left that fits.")


def test_the_mix_is_there_again_after_going_there_and_back(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    ask(page, "Emotional support")
    page.wait_for_url(f"{site}plan/?support=emotional")
    part(page, "mix-list").get_by_role("button", name=re.compile("Another one")).first.click()
    expect(part(page, "mix-say")).to_contain_text("Now here")
    shown = names(page, "mix-list").all_inner_texts()
    names(page, "mix-list").first.get_by_role("link").click()
    expect(part(page, "mix-list")).to_have_count(0)
    page.go_back()
    expect(names(page, "mix-list")).to_have_text(shown)
    expect(page.get_by_role("checkbox", name=re.compile("Emotional support"))).to_be_checked()
    page.go_back()
    expect(part(page, "mix")).to_be_hidden()


def test_going_elsewhere_on_the_page_leaves_the_answers_alone(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    page.get_by_role("checkbox", name=re.compile("Emotional support")).check()
    page.get_by_role("link", name="To what I kept").click()
    page.wait_for_url(f"{site}plan/#kept")
    expect(page.get_by_role("checkbox", name=re.compile("Emotional support"))).to_be_checked()


def test_a_country_offers_its_own_cities(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    page.locator("select[name=country]").select_option("PT")
    expect(page.locator("select[name=city] option:enabled")).to_have_text(["Any", "Porto"])


@pytest.mark.everywhere
@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("meetups/", "Porto Freelance Tuesdays"),
        ("coworking-spaces/kitchen-table/", "Kitchen Table Coworking"),
        ("search/?q=kickabout", "Friday Freelance Football"),
        ("online-communities/", "شبكة المستقلين"),
    ],
)
def test_a_place_is_kept_wherever_it_is_shown(site: str, window: Window, address: str, name: str) -> None:
    page = window()
    page.goto(site + address)
    button = page.get_by_role("button", name=f"Keep {name}").first
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site}plan/")
    expect(names(page, "kept-list")).to_have_text([name])
    page.go_back()
    expect(page.get_by_role("button", name=f"Keep {name}").first).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name=f"Keep {name}").first.click()
    assert kept(page) == []


def test_nothing_moves_when_the_buttons_come(site: str, window: Window) -> None:
    with_script, without = window(), window(java_script_enabled=False)
    places = []
    for page in (with_script, without):
        page.goto(f"{site}meetups/")
        places.append([page.locator(".card").nth(n).bounding_box() for n in range(3)])
    assert places[0] == places[1]
    box = with_script.locator(".keep").first.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


@pytest.mark.everywhere
def test_what_is_written_survives_a_reload(site: str, window: Window) -> None:
    page = keeping(window(), PORTO, MENTORS, site=site)
    mine = page.get_by_role("group", name="Porto Freelance Tuesdays")
    mine.get_by_label("My note").fill("First Tuesday.\nBring cards.")
    mine.get_by_label("I got in touch").check()
    mentors = page.get_by_role("group", name="Side by Side")
    mentors.get_by_text("I go there for").click()
    mentors.get_by_label("Starting out").check()
    page.reload()
    mine = page.get_by_role("group", name="Porto Freelance Tuesdays")
    expect(mine.get_by_label("My note")).to_have_value("First Tuesday.\nBring cards.")
    expect(mine.get_by_label("I got in touch")).to_be_checked()
    expect(mine).to_contain_text(re.compile(r"I got in touch on \d+ \w+ \d{4}"))
    assert [each["topics"] for each in kept(page)] == [[], ["starting-out", "pricing"]]


def test_a_reminder_is_a_calendar_file(site: str, window: Window) -> None:
    page = keeping(window(), PORTO | {"note": "Ask; about, invoices " + "ó" * 60}, site=site)
    page.clock.set_fixed_time("2026-11-22T09:00:00Z")
    name, text = saved(page, page.get_by_role("button", name="Remind me about Porto Freelance Tuesdays in 6 weeks"))
    assert name == "porto-freelance-tuesdays.ics"
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = text.replace("\r\n ", "").split("\r\n")
    assert {"BEGIN:VCALENDAR", "VERSION:2.0", "DTSTAMP:20261122T090000Z", "TRIGGER:PT9H", "END:VCALENDAR"} <= set(whole)
    assert "DTSTART;VALUE=DATE:20270103" in whole
    assert "DTEND;VALUE=DATE:20270104" in whole
    assert "SUMMARY:Follow up: Porto Freelance Tuesdays" in whole
    assert f"DESCRIPTION:Ask\\; about\\, invoices {'ó' * 60}\\n{site}meetups/porto-freelance-tuesdays/" in whole


def of_module(page: Page, name: str, asked: str) -> Any:
    """What an expression makes of a module of the theme's scripts, which it calls `it`."""
    source = "document.querySelector('script[src$=\"/plan.js\"]').src"
    return page.evaluate(
        f"async () => {{ const it = await import({source}.replace('plan.js', '{name}')); return {asked} }}"
    )


def test_a_calendar_file_can_hold_hours_places_and_any_text(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    event = """{ uid: "a@b", start: new Date("2026-12-01T18:30:00Z"), end: new Date("2026-12-01T20:00:00Z"),
        summary: "Chai, chat; \\\\ cafés\\n", location: "Porto", url: "https://example.org/a b?x=1,2" }"""
    text = of_module(page, "ics.js", f'it.calendar([{event}], new Date("2026-11-22T00:00:00Z"))')
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//EN", "BEGIN:VEVENT", "UID:a@b",
        "DTSTAMP:20261122T000000Z",
        "DTSTART:20261201T183000Z", "DTEND:20261201T200000Z", "SUMMARY:Chai\\, chat\\; \\\\ cafés\\n", "LOCATION:Porto",
        "URL:https://example.org/a%20b?x=1,2", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_what_is_shared_can_be_read_again(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    place = {"id": "meetups/a", "topics": ["pricing", "starting-out"]}
    again = of_module(page, "plan/share.js", f"it.network(it.fragment([{json.dumps(place)}]))")
    assert (again["count"], [each | place for each in again["places"]]) == (1, again["places"])


def test_what_is_removed_can_be_brought_back(site: str, window: Window) -> None:
    page = keeping(window(), PORTO | {"note": "Kind people"}, MENTORS, site=site)
    page.get_by_role("button", name="Remove Porto Freelance Tuesdays").click()
    assert [each["id"] for each in kept(page)] == [MENTORS["id"]]
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(part(page, "say")).to_have_text("Porto Freelance Tuesdays is removed.")
    page.keyboard.press("Enter")
    assert [(each["id"], each["note"]) for each in kept(page)] == [
        (PORTO["id"], "Kind people"),
        (MENTORS["id"], "Ask for Ana"),
    ]
    expect(page.get_by_role("button", name="Remove Porto Freelance Tuesdays")).to_be_focused()


def test_needs_nobody_meets_lead_to_those_who_do(site: str, window: Window) -> None:
    page = keeping(window(), PORTO, site=site)
    cover = page.locator(".cover")
    expect(cover.locator("li", has_text="Emotional support")).to_contain_text("1: Porto Freelance Tuesdays")
    expect(cover.get_by_role("link", name="Find one: Emotional support")).to_be_hidden()
    cover.get_by_role("link", name="Find one: Practical help").click()
    page.wait_for_url(f"{site}support/practical/")


def test_a_place_that_has_gone_says_so(site: str, window: Window) -> None:
    page = keeping(window(), GONE, {"id": "coworking-spaces/old-mill", "name": "The Old Mill"}, site=site)
    expect(names(page, "kept-list")).to_have_text(["Gone Mondays", "The Old Mill"])
    own = page.get_by_role("group", name="Gone Mondays")
    expect(own).to_contain_text("It has closed, or is no longer in the directory.")
    own.get_by_role("link", name="Search for it").click()
    page.wait_for_url(re.compile(r"search/\?q=Gone\+Mondays$"))


def test_a_place_that_has_moved_is_still_there(site: str, window: Window) -> None:
    page = keeping(window(), {"id": "meetups/porto-tuesdays", "name": "Porto Tuesdays"}, site=site)
    expect(names(page, "kept-list")).to_have_text(["Porto Freelance Tuesdays"])
    names(page, "kept-list").get_by_role("link").click()
    page.wait_for_url(f"{site}{PORTO['id']}/")


def test_a_place_that_takes_a_break_is_not_suggested(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/?support=practical&country=PT&city=pt/porto")
    expect(names(page, "mix-list").first).to_be_visible()
    assert "Night Desk" not in names(page, "mix-list").all_inner_texts()


def test_a_link_takes_topics_and_never_the_notes(site: str, window: Window) -> None:
    page = keeping(window(), PORTO, MENTORS, site=site)
    assert "Ana" not in copied(site, page)
    other = window()
    other.goto(copied(site, page))
    expect(part(other, "shared-title")).to_have_text("Someone shared a network of 2 places")
    expect(part(other, "shared-list")).to_contain_text("For: Pricing & negotiation")
    part(other, "shared-list").get_by_role("button", name="Keep Side by Side").click()
    assert [(each["topics"], each["note"]) for each in kept(other)] == [(["pricing"], "")]


def test_a_shared_link_leaves_ones_own_places_alone(site: str, window: Window) -> None:
    page = keeping(window(), PORTO | {"note": "mine"}, site=site)
    page.goto(f"{site}plan/#kept=2;{PORTO['id']}~theirs;{MENTORS['id']}")
    expect(part(page, "shared-title")).to_have_text("Someone shared a network of 2 places")
    assert [each["note"] for each in kept(page)] == ["mine"]
    page.get_by_role("button", name="Keep all of them").click()
    expect(names(page, "kept-list")).to_have_text(["Porto Freelance Tuesdays", "Side by Side"])
    assert [each["note"] for each in kept(page)] == ["mine", ""]


LOST = "This link holds no place that can be read. Perhaps a part of it was lost on the way."
ONE, TWO = "Someone shared a network of 1 place", "Someone shared a network of 2 places"


@pytest.mark.parametrize(
    ("fragment", "title", "left"),
    [
        ("", LOST, ""),
        ("0;", LOST, ""),
        ("x", LOST, ""),
        ("2;<img src=x onerror=alert(1)>;../..", LOST, ""),
        (
            f"3;{PORTO['id']};{MENTORS['id']};meetups/gone",
            TWO,
            "1 place could not be read, or is no longer in the directory.",
        ),
        (f"2;{PORTO['id']};mentorship-progr", ONE, "1 place could not be read, or is no longer in the directory."),
        (
            f"5;{PORTO['id']};{MENTORS['id']}~pric",
            TWO,
            "3 places could not be read, or are no longer in the directory.",
        ),
        (f"1;{PORTO['id']}~~caf%C3", ONE, ""),
        (f"1;{PORTO['id']}~%%%~%zz~~~~", ONE, ""),
        (f"999999999999;{PORTO['id']}", ONE, "99 places could not be read, or are no longer in the directory."),
        (f"2;{PORTO['id']};{PORTO['id']}", ONE, "1 place could not be read, or is no longer in the directory."),
    ],
)
def test_a_broken_link_shows_what_it_can(site: str, window: Window, fragment: str, title: str, left: str) -> None:
    page = window()
    failed = errors(page)
    page.goto(f"{site}plan/#kept={fragment}")
    expect(part(page, "shared-title")).to_have_text(title)
    expect(part(page, "shared-left")).to_have_text(left)
    assert failed == []


def test_the_table_file_opens_in_a_spreadsheet_and_runs_nothing(site: str, window: Window) -> None:
    page = keeping(window(), PORTO | {"note": '=HYPERLINK("x")'}, MENTORS, site=site)
    name, text = saved(page, page.get_by_role("button", name="Download as a table"))
    assert name == "my-support-network.csv"
    assert text.startswith('\ufeff"Name","Kind","Place","Helps with","For","Got in touch","Note","Address"\r\n')
    assert '"\'=HYPERLINK(""x"")"' in text
    assert '"Pricing & negotiation"' in text
    assert text.endswith(f'"{site}{MENTORS["id"]}/"\r\n')


@pytest.mark.parametrize("trouble", [FULL, BLOCKED], ids=["full", "blocked"])
def test_where_nothing_can_be_stored_it_is_said_once_and_all_works(site: str, window: Window, trouble: str) -> None:
    page = window()
    failed = errors(page)
    page.add_init_script(trouble)
    page.goto(f"{site}plan/?support=emotional")
    notice = page.locator("[data-keep-notice]")
    part(page, "mix-list").get_by_role("button", name=re.compile("^Keep ")).first.click()
    expect(names(page, "kept-list")).to_have_count(1)
    expect(notice).to_contain_text("Your browser lets this site store nothing")
    expect(part(page, "not-stored")).to_be_visible()
    page.keyboard.press("Escape")
    part(page, "mix-list").get_by_role("button", name=re.compile("^Keep ")).nth(1).click()
    expect(names(page, "kept-list")).to_have_count(2)
    expect(notice).to_be_hidden()
    page.get_by_label("My note").first.fill("still here")
    expect(page.get_by_label("My note").first).to_have_value("still here")
    assert failed == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("{", 0),
        ("null", 0),
        ("[]", 0),
        ('{"v": 2, "places": [{"id": "meetups/x"}]}', 0),
        ('{"v": 1, "places": 7}', 0),
        ('{"v": 1, "places": [null, 3, {"id": "../x"}, {"id": "meetups/gone", "name": 4, "needs": "x"}]}', 1),
    ],
)
def test_what_cannot_be_read_is_kept_aside(site: str, window: Window, text: str, left: int) -> None:
    page = window()
    failed = errors(page)
    page.goto(site)
    store(page, text)
    page.goto(f"{site}plan/")
    expect(part(page, "not-loaded")).to_be_hidden()
    expect(part(page, "kept-list").locator(".kept-place")).to_have_count(left)
    assert stored(page, "kept-aside") == text
    assert failed == []


def test_several_tabs_stay_in_step(site: str, window: Window) -> None:
    page = keeping(window(), PORTO, site=site)
    context: BrowserContext = page.context
    other = context.new_page()
    other.goto(f"{site}informal-groups/friday-football/")
    other.get_by_role("button", name="Keep Friday Freelance Football").click()
    expect(names(page, "kept-list")).to_have_text(["Porto Freelance Tuesdays", "Friday Freelance Football"])
    page.get_by_role("button", name="Remove Friday Freelance Football").click()
    expect(other.get_by_role("button", name="Keep Friday Freelance Football")).to_have_attribute(
        "aria-pressed", "false"
    )
    expect(other.get_by_role("link", name="My plan, 1 place kept")).to_be_visible()


def test_everything_is_forgotten_when_asked_twice(site: str, window: Window) -> None:
    page = keeping(window(), PORTO, site=site)
    page.evaluate("localStorage.setItem('another-site', 'its own')")
    prefix = page.evaluate("`signpost:${document.documentElement.dataset.base}:`")
    for name in (f"{prefix}0123456789ab", "another-cache"):
        page.evaluate("name => caches.open(name)", name)
    page.get_by_role("button", name="Forget everything on this device").click()
    page.get_by_role("button", name="Keep everything").click()
    assert len(kept(page)) == 1
    page.get_by_role("button", name="Forget everything on this device").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget everything on this device").click()
    expect(part(page, "say")).to_have_text("Everything is forgotten.")
    expect(names(page, "kept-list")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage)") == ["another-site"]
    until(page, "(await caches.keys()).join() === 'another-cache'")


def test_without_the_table_the_kept_places_still_show(site: str, window: Window) -> None:
    page = window()
    page.route("**/data/find/**", lambda route: route.abort())
    keeping(page, PORTO, GONE, site=site)
    expect(names(page, "kept-list")).to_have_text(["Porto Freelance Tuesdays", "Gone Mondays"])
    expect(part(page, "not-loaded")).to_be_visible()
    for gone in part(page, "gone").all():
        expect(gone).to_be_hidden()
    ask(page, "Emotional support")
    expect(part(page, "mix-say")).to_have_text(
        "The places could not be loaded. Are you offline? What you kept is below."
    )


def test_the_keyboard_alone_is_enough(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}plan/")
    page.get_by_role("checkbox", name=re.compile("Emotional support")).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Where to start")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "keep"
    page.keyboard.press("Space")
    expect(names(page, "kept-list")).to_have_count(1)


def test_without_javascript_the_page_says_where_to_look_instead(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}plan/")
    controls = page.locator("main").locator("input, select, textarea, button")
    assert controls.evaluate_all("all => all.filter(each => each.checkVisibility()).length") == 0
    page.get_by_role("main").get_by_role("link", name=re.compile("Emotional support")).first.click()
    page.wait_for_url(f"{site}support/emotional/")
    assert page.locator(".keep").count() == 0


def test_it_fits_the_smallest_window(site: str, window: Window) -> None:
    page = keeping(window(viewport={"width": 320, "height": 640}), PORTO, MENTORS, GONE, site=site)
    ask(page, "Emotional support")
    expect(names(page, "mix-list").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_filled_plan_has_no_barrier_that_a_program_finds(site: str, window: Window) -> None:
    page = keeping(window(viewport=PHONE), PORTO, MENTORS, GONE, site=site)
    expect(part(page, "kept-list")).to_contain_text("Leeds, United Kingdom")  # told by the table, and stored
    page.evaluate(f"() => {{ {FULL} }}")
    ask(page, "Emotional support")
    part(page, "mix-list").get_by_role("button", name=re.compile("^Keep ")).last.click()
    expect(page.locator("[data-keep-notice]")).to_be_visible()
    page.get_by_role("group", name="Side by Side").get_by_text("I go there for").click()
    assert barriers(page) == []
    page.goto(f"{site}plan/#kept=1;{MENTORS['id']}~pricing")
    page.reload()
    expect(part(page, "shared-title")).to_be_visible()
    assert barriers(page) == []
