"""The map, as a visitor uses it: by links, buttons, keyboard, mouse and touch, near them, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.waiting import until

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
LISBON = {"latitude": 38.72, "longitude": -9.14}
SHOWN = """() => {
  const frame = document.querySelector("[data-map-frame]").getBoundingClientRect();
  const map = document.querySelector("[data-map-land]").getBoundingClientRect();
  const units = 1000 / map.width;
  return [frame.x - map.x, frame.y - map.y, frame.width, frame.height].map((pixels) => pixels * units);
}"""
NARROWER, FURTHER_EAST, FURTHER_SOUTH = (f"({SHOWN})(){compared} given" for compared in ("[2] <", "[0] >", "[1] >"))


def frame(page: Page) -> Locator:
    """The map itself."""
    return page.get_by_role("group", name="Map of the world")


def dots(page: Page) -> Locator:
    """The dots that can be seen."""
    return page.locator("[data-map-dots] a:visible")


def names(page: Page) -> list[str]:
    """What the dots that can be seen are called."""
    return [each.text_content() or "" for each in dots(page).locator("title").all()]


def shown(page: Page) -> list[float]:
    """What part of the map is shown: left, top, width and height in units."""
    found: list[float] = page.evaluate(SHOWN)
    return found


def button(page: Page, name: str) -> Locator:
    """A button over the map."""
    return page.get_by_role("button", name=name)


def opened(window: Window, address: str, **options: object) -> Page:
    """The map's page, once its script has begun. What moves, moves at once."""
    page = window(reduced_motion="reduce", **options)
    page.goto(address)
    expect(button(page, "Near me")).to_be_visible()
    return page


def test_every_dot_is_a_link_with_a_name(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    assert names(page) == ["5 listings around Porto", "Leeds: 5 listings", "東京: 1 listing"]
    expect(page.get_by_role("link", name="Leeds: 5 listings")).to_be_visible()
    page.get_by_role("link", name="東京: 1 listing").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("東京")


def test_the_list_beside_leads_to_the_same_places(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    places = page.get_by_role("region", name="places on the map")
    expect(places.get_by_role("listitem")).to_have_text(["東京 1", "Porto 4", "Riders' Union 1", "Leeds 5"])
    places.get_by_role("link", name="Porto").click()
    page.wait_for_url(f"{site}in/pt/porto/")


def test_a_dot_of_several_places_opens_when_it_is_clicked(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    page.get_by_role("link", name="5 listings around Porto").click()
    expect(page.get_by_role("link", name="Porto: 4 listings")).to_be_visible()
    assert page.url.startswith(f"{site}map/")


def test_by_keyboard_a_dot_of_several_places_leads_to_their_list(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    page.get_by_role("link", name="5 listings around Porto").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}map/#at-pt")


def test_buttons_zoom_and_show_the_whole_world(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    world = shown(page)
    button(page, "Zoom in").click()
    assert shown(page)[2] == pytest.approx(world[2] / 1.8, rel=1e-4)
    button(page, "Zoom out").click()
    assert shown(page) == pytest.approx(world, abs=0.1)
    button(page, "Zoom in").click()
    button(page, "Whole world").click()
    assert shown(page) == pytest.approx(world, abs=0.1)


def test_buttons_are_large_enough_for_a_thumb(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", viewport=PHONE)
    for each in page.locator("[data-map-tools] button").all():
        box = each.bounding_box()
        assert box is not None
        assert (box["width"] >= 44, box["height"] >= 44) == (True, True)


def test_the_keyboard_moves_and_zooms_the_map_that_has_the_focus(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    page.keyboard.press("+")
    assert shown(page)[2] > 990
    frame(page).focus()
    page.keyboard.press("+")
    near = shown(page)
    assert near[2] < 600
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert shown(page)[0] > near[0]
    assert shown(page)[1] > near[1]
    page.keyboard.press("0")
    assert shown(page)[2] > 990


def spot(dot: Locator) -> FloatRect:
    """Where a dot is on the screen. It may just be drawn anew, and is then looked for again."""
    box = dot.bounding_box() or dot.bounding_box()
    assert box is not None
    return box


def zoomed(page: Page, name: str, times: int) -> Locator:
    """A dot, after some double steps closer to it by the mouse's wheel."""
    for _ in range(times):
        box = spot(page.get_by_role("link", name=name))
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        before = shown(page)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -100)
        page.keyboard.up("Control")
        until(page, NARROWER, before[2] / 1.9)
    return page.get_by_role("link", name=name)


def test_a_dot_that_gets_the_focus_comes_into_sight_from_below_the_buttons(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    zoomed(page, "Leeds: 5 listings", 2)
    tokyo = page.get_by_role("link", name="東京: 1 listing")
    expect(tokyo).not_to_be_in_viewport()
    frame(page).focus()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("東京"):
            break
    expect(tokyo).to_be_focused()
    expect(tokyo).to_be_in_viewport()
    dot, tools = spot(tokyo), spot(button(page, "Zoom in"))
    assert dot["x"] + dot["width"] <= tools["x"]


def test_the_focus_stays_on_the_map_when_its_dots_are_others(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    page.get_by_role("link", name="5 listings around Porto").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    expect(page.get_by_role("link", name="Porto: 4 listings")).to_be_visible()
    expect(frame(page)).to_be_focused()


def test_back_leaves_the_page_however_the_map_was_moved(site: str, window: Window) -> None:
    page = window(reduced_motion="reduce")
    page.goto(f"{site}in/")
    page.goto(f"{site}map/")
    button(page, "Zoom in").click()
    button(page, "Zoom in").click()
    page.go_back()
    page.wait_for_url(f"{site}in/")


def middle(page: Page) -> tuple[float, float]:
    """The middle of the map on the screen."""
    box = frame(page).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_mouse_drags_the_map_and_no_link_is_followed(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/")
    dot = spot(zoomed(page, "Leeds: 5 listings", 2))
    before = shown(page)
    page.mouse.move(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    page.mouse.down()
    page.mouse.move(dot["x"] - 100, dot["y"] - 50, steps=4)
    page.mouse.up()
    assert shown(page)[0] > before[0]
    assert page.url.startswith(f"{site}map/")


def test_the_wheel_scrolls_the_page_until_the_map_has_the_focus(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", viewport=PHONE)
    before = shown(page)
    page.mouse.move(*middle(page))
    page.mouse.wheel(0, 60)
    until(page, "scrollY > 0")
    assert shown(page) == before
    frame(page).focus()
    page.mouse.move(*middle(page))
    page.mouse.wheel(0, -60)
    until(page, NARROWER, before[2])


def test_two_fingers_zoom(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", viewport=PHONE, has_touch=True, is_mobile=True)
    x, y = middle(page)
    before = shown(page)
    fingers = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 40), ("touchMove", 60), ("touchMove", 80), ("touchEnd", 0)):
        points = [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}] if apart else []
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    until(page, NARROWER, before[2] / 1.8)


def test_one_finger_upwards_scrolls_the_page_until_the_map_is_zoomed(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", viewport=PHONE, has_touch=True, is_mobile=True)
    x, y = middle(page)
    before = shown(page)
    finger = page.context.new_cdp_session(page)

    def swipe() -> None:
        for kind, away in (("touchStart", 0), *(("touchMove", step) for step in range(10, 110, 10))):
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y - away}]})
        page.wait_for_timeout(200)  # a finger that rests gives the page no speed of its own
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe()
    until(page, "scrollY > 50")
    assert shown(page) == pytest.approx(before, abs=1)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    button(page, "Zoom in").click()
    before = shown(page)
    swipe()
    until(page, FURTHER_SOUTH, before[1] + 50)
    assert page.evaluate("scrollY") == 0


def test_one_finger_moves_the_map_sideways(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", viewport=PHONE, has_touch=True, is_mobile=True)
    x, y = middle(page)
    before = shown(page)
    finger = page.context.new_cdp_session(page)
    for kind, away in (("touchStart", 0), ("touchMove", 20), ("touchMove", 60), ("touchMove", 100)):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x - away, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, FURTHER_EAST, before[0] + 50)


def said(page: Page) -> Locator:
    """What is said of the places near."""
    return page.get_by_role("status")


def test_near_me_names_the_nearest_places_with_kilometres(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", geolocation=LISBON, permissions=["geolocation"])
    expect(said(page)).to_be_empty()
    button(page, "Near me").click()
    expect(said(page)).to_contain_text("worked out on your device. Nothing was sent.")
    expect(said(page).get_by_role("listitem")).to_have_text(
        ["Porto 274 km", "Riders' Union 503 km", "Leeds 1,773 km", "東京 11,144 km"]
    )
    expect(page.locator("[data-map-here]")).to_be_visible()
    assert shown(page)[2] < 1001
    said(page).get_by_role("link", name="Porto").click()
    page.wait_for_url(f"{site}in/pt/porto/")


def test_a_visitor_who_keeps_it_to_themselves_is_told_where_to_look(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", permissions=[])
    button(page, "Near me").click()
    expect(said(page)).to_have_text("Your browser keeps to itself where you are. The list below has every place.")


def test_a_device_that_cannot_tell_says_so(site: str, window: Window) -> None:
    page = window()
    page.add_init_script("Object.defineProperty(navigator, 'geolocation', {value: undefined})")
    page.goto(f"{site}map/")
    button(page, "Near me").click()
    expect(said(page)).to_have_text("Your device cannot tell where you are just now. The list below has every place.")


def test_without_the_file_of_places_the_map_still_moves(site: str, window: Window) -> None:
    page = window(reduced_motion="reduce", geolocation=LISBON, permissions=["geolocation"])
    page.route("**/places.json", lambda route: route.abort())
    page.goto(f"{site}map/")
    button(page, "Zoom in").click()
    assert shown(page)[2] < 600
    expect(dots(page).first).to_be_visible()
    button(page, "Near me").click()
    expect(said(page)).to_have_text("The places could not be loaded. The list below works all the same.")


def test_nothing_is_asked_of_the_visitor_or_the_network_before_they_do_something(site: str, window: Window) -> None:
    page, asked = window(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}map/", wait_until="networkidle")
    assert [each for each in asked if each.endswith(".json")] == []


def test_without_javascript_the_map_is_a_picture_with_links(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}map/")
    assert names(page) == ["5 listings around Porto", "Leeds: 5 listings", "東京: 1 listing"]
    expect(page.get_by_role("button", name="Zoom in")).to_have_count(0)
    page.get_by_role("link", name="5 listings around Porto").click()
    page.wait_for_url(f"{site}map/#at-pt")
    page.get_by_role("link", name="Leeds: 5 listings").click()
    page.wait_for_url(f"{site}in/gb/leeds/")


def test_on_a_small_telephone_the_map_scrolls_in_its_frame_without_javascript(site: str, window: Window) -> None:
    page = window(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto(f"{site}map/")
    page.get_by_role("link", name="東京: 1 listing").scroll_into_view_if_needed()
    expect(page.get_by_role("link", name="東京: 1 listing")).to_be_in_viewport()


SHIFTED = """() => new Promise(done => {
  let sum = 0;
  const add = list => list.getEntries().forEach(each => sum += each.value);
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1440, "height": 900}], ids=["phone", "desk"])
def test_nothing_moves_when_the_script_begins(site: str, window: Window, viewport: dict[str, int]) -> None:
    page = opened(window, f"{site}map/", viewport=viewport)
    assert page.evaluate(SHIFTED) < 0.01


def test_the_mark_of_the_visitor_is_where_the_build_draws_that_place(site: str, window: Window) -> None:
    page = opened(
        window, f"{site}map/", geolocation={"latitude": 35.68, "longitude": 139.69}, permissions=["geolocation"]
    )
    button(page, "Near me").click()
    expect(page.locator("[data-map-here]")).to_be_in_viewport()
    tokyo, mark = spot(page.get_by_role("link", name="東京: 1 listing")), spot(page.locator("[data-map-here]"))
    assert mark["x"] + mark["width"] / 2 == pytest.approx(tokyo["x"] + tokyo["width"] / 2, abs=2)
    assert mark["y"] + mark["height"] / 2 == pytest.approx(tokyo["y"] + tokyo["height"] / 2, abs=2)


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1440, "height": 900}], ids=["phone", "desk"])
def test_all_of_the_world_fits_into_the_frame(site: str, window: Window, viewport: dict[str, int]) -> None:
    page = opened(window, f"{site}map/", viewport=viewport)
    button(page, "Zoom in").click()
    button(page, "Whole world").click()
    left, _, width, _ = shown(page)
    assert (left, width) == (pytest.approx(0, abs=5), pytest.approx(1000, abs=5))


def test_a_narrow_frame_begins_where_most_listings_are(site: str, window: Window) -> None:
    page = opened(window, f"{site}map/", viewport=PHONE)
    expect(page.get_by_role("link", name="5 listings around Porto")).to_be_in_viewport(ratio=1)
