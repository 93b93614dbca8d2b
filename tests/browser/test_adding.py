"""The form, as people use it: on a telephone, with the keyboard alone, with wrong input, without JavaScript."""

from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from signpost.intake.parse import document
from signpost.model.answers import vouched, whole
from signpost.model.problems import are_sound
from signpost.model.segments import revised
from signpost.pipeline import take_in
from tests.browser.barriers import barriers
from tests.browser.conftest import ADDRESSES
from tests.browser.test_accessibility import DESK, PHONE
from tests.conftest import TODAY, miniature

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("files", ADDRESSES, indirect=True, ids=["root", "sub-path"])]
Window = Callable[..., Page]
GITHUB = "https://github.com/example/directory"
SUMMARY = "An evening a month for people who work alone."
KITCHEN = "content/coworking-spaces/kitchen-table.md"


def at(page: Page, address: str) -> Page:
    """The form, once it has all it needs; GitHub is played by an empty page."""

    def github(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<title>GitHub</title>")

    page.context.route("https://github.com/**", github)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")  # the form writes the visitor's own day into what it makes
    page.goto(address)
    expect(page.locator("[data-form][data-ready]")).to_be_attached()
    return page


def ask(page: Page, name: str) -> Locator:
    """A question by its field."""
    return page.locator(f"[data-asked={name}]")


def field(page: Page, name: str) -> Locator:
    """Where a question is answered."""
    return page.locator(f"#f-{name}")


def opened(page: Page, button: str) -> tuple[str, dict[str, str]]:
    """Path and query of the page of GitHub that a button opens."""
    with page.context.expect_page() as waiting:
        page.get_by_role("button", name=button).click()
    there = urlsplit(waiting.value.url)
    assert waiting.value.url.startswith(GITHUB)
    assert len(waiting.value.url) <= 6000
    return unquote(there.path.removeprefix("/example/directory/")), {
        name: value for name, (value,) in parse_qs(there.query).items()
    }


def copied(page: Page) -> str:
    """What was copied for pasting."""
    expect(page.locator("[data-copied]")).to_be_visible()
    return page.locator("[data-copied-text]").input_value()


def is_sound(path: str, content: bytes) -> bool:
    """Whether `signpost check` has nothing to say against a file among the others."""
    return are_sound(take_in({**miniature(), path: content}, TODAY)[1])


def suggested(kind: str, query: dict[str, str]) -> bytes:
    """The file that answers in an address become."""
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    declared = catalog.charter.kinds[kind]
    return whole(vouched(query, declared, TODAY), declared).encode()


def answer(page: Page) -> None:
    """Answer what is needed of a meetup."""
    field(page, "name").fill("Lisbon Lunch Circle")
    field(page, "url").fill("https://lunch.example.org/")
    field(page, "summary").fill(SUMMARY)
    page.get_by_label("Emotional support").check()
    field(page, "city").fill("Lisboa")
    field(page, "country").select_option("PT")


@pytest.mark.everywhere
def test_somebody_adds_a_meetup_on_a_telephone(site: str, window: Window) -> None:
    page = window(viewport=PHONE, has_touch=True)
    page.goto(f"{site}meetups/")
    page.get_by_role("link", name="Add a listing").first.click()
    page = at(page, page.url)
    assert page.url == f"{site}add/meetups/"
    answer(page)
    page.locator("summary", has_text="At a glance").click()
    page.get_by_label("How often").select_option("month")
    page.get_by_label("Which").select_option("last")
    page.locator("[data-part=weekday]").select_option("friday")
    page.get_by_label("From", exact=True).fill("18:30")
    ask(page, "meets").get_by_role("button", name="Add another").click()
    page.get_by_label("How often").nth(1).select_option("once")
    ask(page, "meets").get_by_label("Date", exact=True).nth(1).fill("2026-12-17")
    ask(page, "languages").locator("select").select_option("pt")
    field(page, "timezone").select_option("Europe/Lisbon")
    card = page.locator("[data-preview-card]")
    expect(card).to_contain_text("Lisbon Lunch Circle")
    expect(card).to_contain_text("Lisboa, Portugal")
    path, query = opened(page, "Send as a suggestion")
    assert (path, query.pop("template"), query.pop("title")) == (
        "issues/new",
        "add-meetups.yml",
        "Meetup: Lisbon Lunch Circle",
    )
    assert query == {
        "name": "Lisbon Lunch Circle",
        "url": "https://lunch.example.org/",
        "summary": SUMMARY,
        "support": "emotional",
        "city": "Lisboa",
        "country": "PT",
        "timezone": "Europe/Lisbon",
        "meets": "every: month, day: last friday, from: 18:30\ndate: 2026-12-17",
        "languages": "pt",
    }
    assert is_sound("content/meetups/new.md", suggested("meetups", query))
    path, query = opened(page, "I'll edit the file")
    assert (path, query["filename"]) == ("new/main/content/meetups", "lisbon-lunch-circle.md")
    assert is_sound("content/meetups/lisbon-lunch-circle.md", query["value"].encode())


def test_somebody_corrects_a_coworking_space_on_a_telephone(site: str, window: Window) -> None:
    page = window(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}coworking-spaces/kitchen-table/")
    page.get_by_role("link", name="Suggest an edit").click()
    page = at(page, page.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Suggest an edit")
    expect(field(page, "name")).to_have_value("Kitchen Table Coworking")
    page.get_by_role("button", name="Send as a suggestion").click()
    expect(page.locator("[data-opened]")).to_have_text("Nothing is changed yet.")
    changes = {"summary": "Member-run house with desks, a kitchen and a workshop night.", "price_note": "15 EUR a day"}
    field(page, "summary").fill(changes["summary"])
    page.locator("summary", has_text="At a glance").click()
    field(page, "price_note").fill(changes["price_note"])
    path, query = opened(page, "Send as a suggestion")
    assert path == "issues/new"
    assert query == {
        "template": "add-coworking-spaces.yml",
        "title": "Edit: Kitchen Table Coworking",
        "listing": "coworking-spaces/kitchen-table",
        "name": "Kitchen Table Coworking",
        "support": "practical, referrals, emotional",
        "country": "PT",
        **changes,
    }
    assert opened(page, "I'll edit the file") == (f"edit/main/{KITCHEN}", {})
    there = miniature()[KITCHEN]
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    kind = catalog.charter.kinds["coworking-spaces"]
    assert copied(page).encode() == revised(document(KITCHEN, there), there, kind, changes)
    assert page.evaluate("navigator.clipboard.readText()") == copied(page)
    assert is_sound(KITCHEN, copied(page).encode())


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def test_the_keyboard_alone_will_do(site: str, window: Window) -> None:
    page = at(window(), f"{site}add/meetups/")
    for name, text in (("name", "Lisbon Lunch Circle"), ("url", "https://lunch.example.org/"), ("summary", SUMMARY)):
        tab_to(page, f"[name={name}]")
        page.keyboard.type(text)
    tab_to(page, "[value=guidance]")
    page.keyboard.press("Space")
    tab_to(page, "[name=city]")
    page.keyboard.type("Lisboa")
    tab_to(page, "[name=country]")
    page.keyboard.type("Portugal")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    tab_to(page, "[name=email]")
    page.keyboard.type("hello@lunch.example.org")
    tab_to(page, "[data-send]")
    with page.context.expect_page() as waiting:
        page.keyboard.press("Enter")
    query = {name: value for name, (value,) in parse_qs(urlsplit(waiting.value.url).query).items()}
    assert (query["email"], query["country"], query["support"]) == ("hello@lunch.example.org", "PT", "guidance")
    assert is_sound("content/meetups/new.md", suggested("meetups", query))


def test_wrong_answers_are_told_where_they_are_and_in_a_list(site: str, window: Window) -> None:
    page = at(window(viewport=PHONE), f"{site}add/meetups/")
    field(page, "url").fill("lunch.example.org")
    wrong = page.locator("#f-url-wrong")
    expect(wrong).to_be_hidden()
    field(page, "summary").focus()
    say = '"lunch.example.org" is not a web address: it does not begin with https://. Write it as https://lunch.example.org'
    expect(wrong).to_have_text(say)
    expect(page.locator("[data-say]")).to_have_text(f"Website: {say}")
    expect(field(page, "url")).to_have_attribute("aria-invalid", "true")
    assert "f-url-wrong" in (field(page, "url").get_attribute("aria-describedby") or "")
    page.get_by_role("button", name="Send as a suggestion").click()
    problems = page.get_by_role("group", name="6 answers need another look")
    expect(problems).to_be_focused()
    expect(problems.get_by_role("link")).to_have_text(
        [
            "Name is missing",
            "Summary is missing",
            "Kinds of support is missing",
            'Website: "lunch.example.org" is not a web address: it does not begin with https://',
            "City: People meet there, but where is not said",
            "City: One of these is needed: City, Takes place at, Open to",
        ]
    )
    assert len(page.context.pages) == 1
    problems.get_by_role("link").nth(1).click()
    expect(field(page, "summary")).to_be_focused()
    answer(page)
    expect(wrong).to_be_hidden()
    expect(field(page, "url")).not_to_have_attribute("aria-invalid", "true")
    assert is_sound("content/meetups/new.md", suggested("meetups", opened(page, "Send as a suggestion")[1]))
    expect(problems).to_be_hidden()


def test_a_problem_in_a_folded_step_unfolds_it(site: str, window: Window) -> None:
    page = at(window(), f"{site}add/meetups/")
    answer(page)
    page.locator("summary", has_text="How to get in").click()
    field(page, "phone").fill("+44 20 7946 0000")
    page.locator("summary", has_text="How to get in").click()
    page.get_by_role("button", name="I'll edit the file").click()
    page.get_by_role("link", name="Telephone").click()
    expect(field(page, "phone")).to_be_focused()
    expect(page.locator("#f-phone-wrong")).to_contain_text('Write it as "+442079460000".')


def test_what_is_said_when_a_field_is_left_does_not_move_the_button_that_is_pressed(site: str, window: Window) -> None:
    page = at(window(), f"{site}add/meetups/")
    field(page, "summary").fill("Short")
    page.get_by_label("Emotional support").click()
    expect(page.get_by_label("Emotional support")).to_be_checked()
    expect(page.locator("#f-summary-wrong")).to_contain_text("Summary has 5 characters; it needs 20")


def test_a_warning_stops_nobody(site: str, window: Window) -> None:
    page = at(window(), f"{site}add/meetups/")
    answer(page)
    field(page, "url").fill("http://lunch.example.org/")
    field(page, "name").focus()
    expect(page.locator("#f-url-wrong")).to_contain_text("The address is not encrypted")
    assert opened(page, "Send as a suggestion")[1]["url"] == "http://lunch.example.org/"


def test_it_may_be_here_already(site: str, window: Window) -> None:
    page = at(window(), f"{site}add/meetups/")
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    field(page, "summary").fill(SUMMARY)
    field(page, "name").fill("Porto Freelance Tuesday")
    alike = page.get_by_role("region", name="Is it one of these?")
    expect(alike).to_contain_text("Porto Freelance Tuesdays Porto")
    assert asked.count("listings.json") == 1
    expect(page.locator("[data-say]")).to_have_text("1 listing looks like it.")
    alike.get_by_role("link", name="Correct it").click()
    expect(field(page, "name")).to_have_value("Porto Freelance Tuesdays")
    field(page, "name").fill("Porto Freelance Tuesdays!")
    expect(page.locator("[data-preview-card]")).to_contain_text("Tuesdays!")
    expect(alike).to_be_hidden()


def test_what_is_too_long_for_an_address_is_copied(site: str, window: Window) -> None:
    page = at(window(permissions=["clipboard-read", "clipboard-write"]), f"{site}add/meetups/")
    answer(page)
    page.locator("summary", has_text="Your own words").click()
    text = "働く人のための集まりです。" * 120
    field(page, "body").fill(text)
    _, query = opened(page, "Send as a suggestion")
    assert ("body" in query, query["name"], copied(page)) == (False, "Lisbon Lunch Circle", text)
    expect(page.locator("[data-opened]")).to_contain_text("paste it on GitHub under In your own words")
    assert page.evaluate("navigator.clipboard.readText()") == text
    path, query = opened(page, "I'll edit the file")
    assert (path, query) == ("new/main/content/meetups", {"filename": "lisbon-lunch-circle.md"})
    assert text in copied(page)
    assert is_sound("content/meetups/lisbon-lunch-circle.md", copied(page).encode())


def test_where_nothing_can_be_copied_that_is_said(site: str, window: Window) -> None:
    page = window()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    at(page, f"{site}add/coworking-spaces/?edit=kitchen-table")
    field(page, "city").fill("Lisboa")
    opened(page, "I'll edit the file")
    expect(page.locator("[data-opened]")).to_contain_text("Copying did not work")
    assert "city: Lisboa" in copied(page)


def test_what_is_emptied_is_suggested_to_be_taken_away(site: str, window: Window) -> None:
    page = at(window(), f"{site}add/coworking-spaces/?edit=kitchen-table")
    page.locator("summary", has_text="At a glance").click()
    field(page, "price_note").fill("")
    _, query = opened(page, "Send as a suggestion")
    assert query["price_note"] == "-"
    assert query.keys() == {"template", "title", "listing", "name", "summary", "support", "country", "price_note"}


def test_a_listing_is_not_changed_by_filling_the_form_in_with_it(site: str, window: Window) -> None:
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    page = window()
    for listing in catalog:
        at(page, f"{site}add/{listing.kind.slug}/?edit={listing.slug}")
        page.get_by_role("button", name="Send as a suggestion").click()
        expect(page.locator("[data-opened]")).to_have_text("Nothing is changed yet.")
        field(page, "name").fill("Another name")
        opened(page, "I'll edit the file")
        there = miniature()[listing.document.path]
        assert copied(page).encode() == revised(listing.document, there, listing.kind, {"name": "Another name"})


@pytest.mark.parametrize("slug", ["no-such-place", "../../x"])
def test_a_listing_that_is_not_there_can_be_added(site: str, window: Window, slug: str) -> None:
    page = at(window(), f"{site}add/meetups/?edit={slug}")
    expect(page.locator("[data-unknown]")).to_contain_text(f"There is no listing {slug} here")
    answer(page)
    assert opened(page, "Send as a suggestion")[1]["name"] == "Lisbon Lunch Circle"


def test_without_javascript_there_is_a_way_and_no_dead_form(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}add/meetups/")
    expect(page.get_by_role("link", name="Use the form on GitHub instead").first).to_have_attribute(
        "href", f"{GITHUB}/issues/new?template=add-meetups.yml"
    )
    expect(page.locator("[data-form]")).to_be_hidden()


def test_without_its_rules_the_form_says_so(site: str, window: Window) -> None:
    page = window()
    page.route("**/names.json", lambda route: route.abort())
    page.goto(f"{site}add/meetups/")
    expect(page.locator("[data-failed]")).to_contain_text("The form could not be loaded")
    expect(page.locator("[data-form]")).to_be_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("state", ["in error", "filled in"])
def test_no_state_of_the_form_has_a_barrier_that_a_program_finds(
    site: str, window: Window, state: str, viewport: dict[str, int]
) -> None:
    page = at(window(viewport=viewport), f"{site}add/meetups/")
    if state == "filled in":
        answer(page)
        field(page, "name").fill("Porto Freelance Tuesday")
        field(page, "city").fill("Porto")
        expect(page.get_by_role("region", name="Is it one of these?")).to_be_visible()
    for summary in page.locator("[data-step] > summary").all():
        summary.click()
    for name in ("week", "2 months", "once", "raw"):
        ask(page, "meets").get_by_role("button", name="Add another").click()
        page.get_by_label("How often").last.select_option(name)
    page.get_by_role("button", name="Send as a suggestion").click()
    expect(page.locator("[data-problems]")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert barriers(page) == []
