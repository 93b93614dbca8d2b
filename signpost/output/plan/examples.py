"""Made-up kinds, needs and facts, for the page that shows every part of the theme. Nothing in here is a real place."""

from datetime import date

from signpost.model.addresses import PATTERNS
from signpost.model.files import File, Link
from signpost.model.kinds import Kind, Term
from signpost.output.plan.adding import Asked
from signpost.output.plan.calendar import Gathering
from signpost.output.plan.deeds import History
from signpost.output.plan.health import LeftOut
from signpost.output.plan.offers import Offered, Weighed
from signpost.output.plan.places import Nation
from signpost.output.plan.views import (
    Call,
    Card,
    Change,
    Elsewhere,
    Fact,
    FreshnessView,
    Meeting,
    Meets,
    Next,
    Open,
    Snippet,
    Spokespeople,
    Step,
    TermView,
)

SUMMARY = "Monthly evening for people who work alone: bring a question, leave with two answers and somebody's number."
LONG = "The Worshipful and Entirely Voluntary Guild of Donaudampfschifffahrtsgesellschaftskapitäne"
SITE, MAIL = "https://www.tuesdays.example.org/come-along", "hello@tuesdays.example.org"


def _kind(tone: str, icon: str, one: str, many: str, intro: str) -> Kind:
    return Kind(tone, one, many, intro, icon, tone, 180, {})


KINDS = (
    _kind("teal", "messages-square", "Online community", "Online communities", "Rooms you can enter from anywhere."),
    _kind("amber", "laptop", "Coworking space", "Coworking spaces", "A desk, a door and somebody to eat lunch with."),
    _kind("rose", "calendar-days", "Meetup", "Meetups", "Evenings you can just go to."),
    _kind("indigo", "landmark", "Association", "Associations", "Bodies that speak for those who work alone."),
    _kind("moss", "sprout", "Mentorship programme", "Mentorship programmes", "Somebody who has been there longer."),
    _kind("plum", "coffee", "Informal group", "Informal groups", "A table, a walk, a five-a-side."),
    _kind("clay", "hammer", "Tool library", "Tool libraries", "Borrow instead of buying."),
    _kind("slate", "book-open", "Reading room", "Reading rooms", "Quiet, with a long table and good light."),
)
"""A kind of each tone."""

NEEDS = (
    TermView("guidance", "Professional guidance", "Advice, mentoring, skills", "compass", PATTERNS, 38),
    TermView("referrals", "Business referrals", "Clients, leads, introductions", "handshake", PATTERNS, 1),
    TermView("emotional", "Emotional support", "Belonging, peer support", "heart", PATTERNS, 1204),
    TermView("practical", "Practical help", "", "wrench", PATTERNS, 0),
)

CARD = Card(
    id="", name="An evening for people who work alone", summary=SUMMARY, address=PATTERNS, kind=KINDS[2],
    place="Porto, Portugal", cost="Free", format="In person", needs=NEEDS, work=(),
    freshness=FreshnessView("unconfirmed", None, "", ""), status=Term("active", "Active"), language="en",
)  # fmt: skip
"""A card to which one thing or another is changed."""

PICTURE = File(
    "patterns/picture.svg",
    b'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="60" viewBox="0 0 160 60">'
    b'<rect width="160" height="60" fill="#12583c"/><circle cx="80" cy="30" r="18" fill="#f6c432"/></svg>\n',
)

_VALUES = {
    "text": "Come a little early: the door is hard to find.",
    "texts": ("newsletter", "co-op", "بداية"),
    "markdown": "Bring **a cup**, and read [the page](/patterns/) first.",
    "number": "1,200",
    "yes-no": True,
    "date": date(2026, 12, 17),
    "url": SITE,
    "urls": (SITE, "https://example.org/"),
    "email": MAIL,
    "phone": Call("+44 20 7946 0000", "tel:+442079460000"),
    "term": TermView("free", "Free"),
    "terms": NEEDS,
    "country": Link("Portugal", PATTERNS),
    "languages": ("English", "Portuguese", "Arabic"),
    "places": ("Portugal", "European Union"),
    "timezone": "Europe/Lisbon",
    "listing": Link("Kitchen Table", PATTERNS),
    "listings": (Link("Kitchen Table", PATTERNS), Link("شبكة المستقلين", PATTERNS)),
    "organisation": Link("Example Guild", None),
    "links": (Elsewhere("Meetup", SITE), Elsewhere("Newsletter", SITE)),
    "image": Link("A yellow disc on a green ground", f"/{PICTURE.path}"),
    "hours": (Open("Mon–Fri", "08:30–19:00"), Open("Sat", "10:00–14:00")),
    "meets": Meets(
        (Meeting("First Tuesday of every month, 18:30–20:30 (Europe/Lisbon)", "", "Kitchen Table", tentative=True),),
        (Next("Tuesday, 1 Dec", "2026-12-01T18:30Z"), Next("Tuesday, 5 Jan", "2027-01-05T18:30Z")),
        PATTERNS,
    ),
}

FACTS = tuple(Fact(name, name, name, value) for name, value in _VALUES.items())
"""A fact of each type of field, in the shape that the partial of its type takes."""

WAYS = (
    Fact("url", "Website", "url", SITE),
    Fact("email", "E-mail", "email", MAIL),
    Fact("phone", "Telephone", "phone", _VALUES["phone"]),
    Fact("how_to_join", "How to join", "text", _VALUES["text"]),
)

GATHERINGS = (
    Gathering(
        listing=Link(LONG, PATTERNS), title="Contracts read aloud", kind=KINDS[2], day=date(2026, 12, 1),
        start="2026-12-01T18:30Z", end="2026-12-01T20:30Z", over="2026-12-01T20:30Z", opens="18:30", closes="20:30",
        zone="Lisbon", format="hybrid", venue=Link("Kitchen Table", PATTERNS), places=(Link("Porto", PATTERNS),),
        country="PT", city="pt/porto", cost="Pay what you can", is_tentative=False, file=PATTERNS,
    ),
    Gathering(
        listing=Link("شبكة المستقلين", PATTERNS), title="", kind=KINDS[0], day=date(2026, 12, 1), start="", end="",
        over="2026-12-02T00:00Z", opens="", closes="", zone="", format="online", venue=None, places=(), country="",
        city="", cost="", is_tentative=True, file=PATTERNS,
    ),
)  # fmt: skip
"""Two meetings of a day: one with all that can be said of it, one with next to nothing."""

SPOKESPEOPLE = Spokespeople(
    confirmed=True, handles=(Link("@maria-example", PATTERNS), Link("@شبكة", None), Link("@example", PATTERNS))
)

NATIONS = (
    Nation("at-pt", Link("Portugal", PATTERNS, 12), (Link("Lisboa", PATTERNS, 8), Link("Porto", PATTERNS, 4))),
    Nation("at-elsewhere", None, (Link("東京", PATTERNS, 1),)),
)

SNIPPETS = (
    Snippet("Show this list on your own page", "Copy this.", f'<iframe src="{SITE}" title="A list"></iframe>'),
    Snippet("Say that you are listed", SUMMARY, f'<img src="{SITE}">', Link("Listed", f"/{PICTURE.path}")),
)
"""What can be copied, without a picture of it and with one."""

LEFT_OUT = LeftOut(
    "content/meetups/a-file-with-a-mistake.md", "https://example.org/", ("Summary is missing. Add summary:", LONG)
)
"""A file that is left out."""


QUESTIONS = (
    Asked("line", "Name", "line", "The name people know it by.", "An evening for people who work alone"),
    Asked("area", "Summary", "area", "One sentence: what it is and for whom."),
    Asked("one", "Cost", "one", choices=(TermView("free", "Free"), TermView("paid", "Paid"))),
    Asked("many", "Kinds of support", "many", "What people find there.", is_needed=True, choices=NEEDS),
    Asked("rows", "Languages", "rows", named="languages"),
    Asked("links", "Elsewhere", "rows", choices=(TermView("meetup", "Meetup"),)),
    Asked("meets", "Meets", "meets"),
)
"""A question of each shape."""

STEP = (
    Asked("step-line", LONG, "line", SUMMARY, SITE, instead="E-mail, Telephone"),
    Asked("step-area", "Notes", "area"),
)
FOLDED = (Asked("folded-line", "City", "line"),)


_DAY, _MARIA = date(2026, 11, 21), Link("@maria-example", PATTERNS)

STEPS = (
    Step("confirmed", "Checked, and still right", _DAY, _MARIA, Link("#12", PATTERNS)),
    Step("changed", "Cost, Languages, Getting there and 12 more changed", _DAY, Link("شبكة المستقلين", None)),
    Step("closed", "Closed", _DAY),
    Step("moved", "Has a new address", _DAY, Link("@robot-example[bot]", None)),
    Step("added", "Added", _DAY, _MARIA),
)
"""Something of each sort that is done to a listing, with and without whoever did it."""

PAST = History(STEPS, 17, _DAY, "https://example.org/")

CHANGED = (
    *(Change(step, (Link(LONG if number else "東京", PATTERNS),), KINDS[number]) for number, step in enumerate(STEPS)),
    Change(STEPS[0]._replace(act="added", said="288 listings added"), (Link("東京", PATTERNS), Link(LONG, PATTERNS)),
           KINDS[0], 286),
    Change(Step("removed", "2 listings removed", _DAY)),
)  # fmt: skip
"""Changes as the page of all changes tells them: one by one, many at once, and some that went."""


OFFERED = (
    Offered(
        "a-table", "Every tea shop, as a table", SUMMARY, "data/v1/shops.csv", "text/csv",
        Link("RFC 4180", "https://www.rfc-editor.org/rfc/rfc4180"), "214 kB", 1,
        (Weighed("shops.csv", PATTERNS, "214 kB"),), f"id,name,summary\nshops/a,A,{SUMMARY}\nshops/b,{LONG},",
    ),
    Offered(
        "a-set", "One shop, as JSON", "For programs.", "data/v1/shops/{shop}.json", "application/json", None,
        "12 MB", 12_345, (Weighed("the-worshipful-and-entirely-voluntary-guild.json", PATTERNS, "1.2 kB"),), "",
    ),
)  # fmt: skip
"""A file for programs, and a set of many."""
