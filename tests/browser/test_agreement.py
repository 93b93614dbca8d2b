"""The form and `signpost check` say the same of the same answers, write the same files, know the same duplicates."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from signpost.edges import disk
from signpost.intake.check import listing as checked
from signpost.intake.compare import compare
from signpost.intake.declare import declare
from signpost.intake.parse import document, parse
from signpost.model.addresses import slug_of
from signpost.model.answers import answers, vouched, whole
from signpost.model.kinds import Kind
from signpost.model.listings import removed
from signpost.model.segments import revised, segments
from signpost.model.source import Document, Tree
from signpost.output.plan.ruling import known, names, rules
from tests.browser.conftest import ADDRESSES
from tests.conftest import HERE, TODAY, declared, miniature
from tests.directories import catalog_of, english, listing
from tests.test_segments import LUNCH

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])]
Window = Callable[..., Page]
Told = set[tuple[str, str, str]]
"""Rule, what is wrong, and what to do."""

CANNOT = {
    "bad-file-name": "the form makes the file's name itself",
    "cut-off": "what the form writes has quotation marks where it needs them",
    "empty-field": "what is not answered is not written",
    "empty-item": "an empty row is not written",
    "not-named-values": "links and meetings are asked for in rows",
    "not-one-line": "the form puts an answer on one line",
    "not-one-value": "a question with one answer has room for one",
    "too-few": "what is not answered is missing",
    "unknown-field": "only fields there are have a question",
}
"""Rules that a file can break and answers cannot, and why."""

UNDERSTOOD = {"not-a-choice", "not-a-country", "not-a-language", "not-a-place"}
"""Rules about codes: where somebody writes the name instead, or commas without brackets, the form writes the codes."""

INSTEAD = {"too-few": {"missing-field"}, "not-named-values": {"not-an-address", "unknown-link"}}
"""What the form says of such answers where it cannot say the same."""

OUTGOING = ("address-in-text", "look-alike", "personal-page", "shortened", "tracking-in-text")
"""Rules of where addresses lead, left to the checker: the form is to stay small, and few answers break them."""

ODD = {
    "text": ("a: b", "#tag", "@me", 'it\'s "q"', "back\\slash", "[a], {b}", "null", "~", "y" * 301, "日本語", "é" * 81),
    "organisation": ("Example Guild", "associations/example-guild", "x" * 90),
    "url": (
        "example.org",
        "htp://x",
        "https://a b.org",
        "https://me@x.org",
        "https://x.org:99999/",
        "https://x..org",
        "//x.org",
        "mailto:a@b.org",
        "http://x.org/?fbclid=1",
        "https://x.org/?utm_source=a&b=1",
        "https://x.org/" + "a" * 2001,
        "https://127.0.0.1/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://１２７.0.0.1/",
        "https://router.lan/",
        "https://10.0.0.1.nip.io/",
        "https://x.org\\.y.org/",
        "https://%6d.org/",
        "https://☃.org/",
        "https://例え.jp/道",
        "https://例え.jp/é\u200dà",
        "https://bit.ly/3abc",
        "https://www.linkedin.com/in/maria-example",
        "https://wa.me/351912345678",
        "https://x.org/?to=maria%40example.org",
        "https://x.org/?gbraid=1&_hsenc=2",
    ),
    "email": (
        "hello",
        "a@b",
        "a@@b.org",
        "a..b@c.org",
        "a@-b.org",
        "a@b.123",
        "me@GMX.de",
        "x@foo.local",
        "o'brien@x.ie",
    ),
    "phone": ("0044207", "+44 20 7946 0000", "+999123", "+49 (0)30 123456", "+3312345", "+", "call me"),
    "number": ("1,000", "12 m", "2.5", "3.5", "-1", "99999", "0", "1e3"),
    "yes-no": ("YES", "maybe"),
    "date": ("22/11/2026", "11/22/2026", "25.12.2026", "2026-02-30", "2026-1-1", "2027-02-21", "tomorrow"),
    "term": ("fre", "In person", "PAID", "nothing like it"),
    "country": ("Portugl", "UK", "deutschland", "XX"),
    "timezone": ("Lisbon", "Lisboa", "CET", "New York", "europe/lisbon"),
    "hours": (
        "always",
        "Mo-Fr 8:30-19:00",
        "Mo-Fr 08:30-19:00;",
        "Mo 10:00-10:00",
        "Fr-Mo 22:00-24:00; Su 09:00-12:00",
    ),
    "listing": ("Python Nantes", "a/b/c", "meetups/python-nantes"),
    "image": ("a.gif", "https://x.org/a.png", "a b.png", "logos/a.svg"),
    "links": (
        "meetup: x.org",
        "foo: https://x.org",
        "Meetup: https://x.org",
        "nothing",
        "meetup: https://x.org/?a=1,2",
    ),
    "meets": (
        "first tuesday",
        "every: week",
        "every: month, day: 31",
        "every: 2 weeks, day: friday",
        "day: tuesday",
        "date: 2026-12-17, from: 7pm",
        "every: week, day: [monday, friday], to: 20:00",
        "every: fortnight, day: tuesday",
        "every: month, day: 15\nevery: month, day: 15",
        "every: month, day: last friday, wen: now",
        "every: month, day: last friday, starts: 2026-06-01, ends: 2026-05-01, except: [2027-01-05, soon]",
        "every: month, day: first tuesday, from: 18:30, hosted_at: Kitchen, format: onlin, timezone: Paris",
    ),
    "languages": ("English, pt", "zh-hant", "pt_br", "german, xx", "en, en", "es-419"),
    "places": ("wordwide", "spain, worldwide", "Frace"),
    "terms": ("guidnce", "Guidance, zzz", "guidance\nguidance"),
    "texts": ("a, a", "a,b,c,d,e,f,g,h,i,j", "a\nb"),
    "urls": ("a.org", "https://a.org\nhttps://a.org", "https://a.org/?x=1,2"),
    "listings": ("x", "meetups/a\nmeetups/a", "a/b,c/d,e/f,g/h,i/j,k/l,m/n"),
    "markdown": (
        "**a**",
        "x" * 5000,
        "See [us](https://me@x.org/), https://10.0.0.1/a and //router.lan/.",
        "At https://www.bit.ly/3abc, or [there](https://x.org/?a=1&utm_source=b).",
        "A // comment, and https://a.org/(b), <https://x.org/>; `https://[::1]/`",
    ),
}
"""Answers by type of field that are wrong, or nearly so, in as many ways as there are."""

CHECK = """async (given) => {
  const [cases, kinds, names, today] = JSON.parse(given);
  const folder = document.querySelector("script[src$='js/add.js']").src.replace(/[.]js$/, "/");
  const [{ check }, { whole }] = await Promise.all(["check.js", "draft.js"].map((name) => import(folder + name)));
  return cases.map(([answers, kind]) => [
    whole(answers, kinds[kind], names),
    check(answers, kinds[kind], names, today).map(({ rule, say, hint }) => [rule, say, hint]),
  ]);
}"""


class Case(NamedTuple):
    """Some answers, and the document they are from, if there is one."""

    name: str
    kind: Kind
    answers: dict[str, str]
    source: Document | None = None


@cache
def files_of_listings() -> list[Case]:
    """Every listing of tests/cases/ and of the miniature whose file can be read: a form can hold it."""
    folders = sorted(each for each in (HERE / "cases").iterdir() if not each.name.startswith("_"))
    trees = {each.name: {**declared(), **disk.read(each, ["content"])[0]} for each in folders}
    return [case for name, tree in {**trees, "miniature": miniature()}.items() for case in _listings(name, tree)]


def _listings(name: str, tree: Tree) -> Iterator[Case]:
    """The listings of one tree, unless it is its declarations that are wrong."""
    documents, _ = parse(tree)
    charter, _ = declare(documents)
    for each in documents if charter else ():
        folder, _, file = each.path.removeprefix("content/").rpartition("/")
        kind = charter.kinds.get(folder) if charter and not file.startswith("_") else None
        if kind and not removed(each, kind):
            yield Case(name, kind, answers(each, kind), each)


def odd_answers() -> Iterable[Case]:
    """A sound listing with one answer that is odd: every field, in every way there is to be odd."""
    seen = set[str]()
    for kind in catalog_of({}).charter.kinds.values():
        sound = answers(document("content/a/a.md", listing("A").encode()), kind)
        for name in kind.fields.keys() - seen:
            for odd in ODD[kind.fields[name].type.name]:
                yield Case(f"{name}: {odd}", kind, {**sound, name: odd})
        seen |= kind.fields.keys()


def told(read: Document, kind: Kind) -> Told:
    """What `signpost check` says of one file; but to tell a mobile takes a telephone book, which no page loads."""
    found = {(each.rule, each.say, each.hint) for each in checked(read, kind, TODAY)[1]}
    alone = ("personal-phone", *OUTGOING)
    return {each for each in found if each[0] not in alone and (each[0] != "contact-in-text" or "@" in each[1])}


def by_form(page: Page, site: str, cases: list[Case]) -> list[tuple[str, Told]]:
    """The file that the form makes of each case's answers, and what it says of them."""
    page.goto(f"{site}add/meetups/")
    kinds = [json.dumps(rules(each.kind), default=str) for each in cases]
    unique = list(dict.fromkeys(kinds))
    given = [[each.answers, unique.index(kind)] for each, kind in zip(cases, kinds, strict=True)]
    found = page.evaluate(
        CHECK, json.dumps([given, [json.loads(each) for each in unique], names(english()), str(TODAY)])
    )
    return [(text, {(rule, say, hint) for rule, say, hint in said}) for text, said in found]


def jsonable(value: Any) -> Any:
    """A value as the site's own file of it reads."""
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize("found", [files_of_listings, odd_answers], ids=["cases", "odd answers"])
def test_the_form_writes_the_file_and_says_of_it_what_the_checker_says(
    site: str, window: Window, found: Callable[[], Iterable[Case]]
) -> None:
    cases = list(found())
    disagreed = []
    for case, (text, said) in zip(cases, by_form(window(), site, cases), strict=True):
        expected = whole(case.answers, case.kind)
        read = document(f"content/{case.kind.slug}/a.md", expected.encode())
        by_checker = told(read, case.kind)
        if (text, said) != (expected, by_checker):
            disagreed.append((case.name, text == expected, said ^ by_checker))
    print("\nagreed on", len(cases) - len(disagreed), "of", len(cases))
    assert disagreed == []
    assert len(cases) > 150


def test_of_a_file_the_form_says_all_that_a_form_can(site: str, window: Window) -> None:
    cases = files_of_listings()
    beyond, more = set[str](), set[tuple[str, str]]()
    for case, (_, said) in zip(cases, by_form(window(), site, cases), strict=True):
        assert case.source
        file = told(case.source, case.kind)
        unsaid = {each for each in file if each[:2] not in {other[:2] for other in said}}
        beyond |= {
            rule for rule, _, hint in unsaid if not (rule in UNDERSTOOD and hint.startswith(("Did you", "Put br")))
        }
        instead = set().union(*(INSTEAD.get(rule, set()) for rule, _, _ in unsaid))
        more |= {each[:2] for each in said if each[:2] not in {other[:2] for other in file} and each[0] not in instead}
    assert more == set()
    assert beyond == CANNOT.keys()


REVISE = """async ([segments, rules, changes, names]) => {
  const folder = document.querySelector("script[src$='js/add.js']").src.replace(/[.]js$/, "/");
  return (await import(folder + "draft.js")).revised(segments, rules, changes, names);
}"""


CHANGES: list[dict[str, str]] = [
    {"name": "Dinner: the circle", "url": "https://example.org/", "support": "emotional"},
    {"city": "", "links": "blog: https://example.org/b", "country": "GB"},
    {"meets": "every: month, day: first tuesday\ndate: 2026-12-01", "serves": "Spain, worldwide"},
    {"body": "We eat.\n\nAnd talk.", "summary": "Lunch.", "cost": "free"},
    {"body": "", "status": "paused", "run_by": "null"},
]


@pytest.mark.parametrize("text", [LUNCH, "\ufeff" + LUNCH.replace("\n", "\r\n"), "---\nname: A\ncity: Leeds\n---"])
def test_the_form_changes_a_file_as_the_program_does(site: str, window: Window, text: str) -> None:
    kind = catalog_of({}).charter.kinds["meetups"]
    read = document("content/meetups/a.md", text.encode())
    found = [[each.name, each.head, each.value, each.tail] for each in segments(read, text.encode())]
    page = window()
    page.goto(f"{site}add/meetups/")
    given = [jsonable(rules(kind)), jsonable(names(english()))]
    for changes in CHANGES:
        made = page.evaluate(REVISE, [found, given[0], changes, given[1]])
        assert made == revised(read, text.encode(), kind, changes).decode()


PAIRS = [
    ({"name": "Python Nantes"}, {"name": "Python Nantés!", "url": "https://other.example.org/"}),
    ({"name": "Python Nantes"}, {"name": "Python Nantes", "city": "Lyon", "country": "FR", "url": "https://o.example.org/"}),
    ({"name": "Freelance Tuesdays Leeds"}, {"name": "Freelance Tuesday Leeds", "url": "https://o.example.org/"}),
    ({"name": "Freelance Tuesdays Leeds"}, {"name": "Freelance Thursdays Leeds", "url": "https://o.example.org/"}),
    ({"name": "One"}, {"name": "Two", "url": "http://www.one.example.org?utm_source=x#top"}),
    ({"name": "One"}, {"name": "Two", "url": "https://one.example.org/other"}),
    ({"name": "C++ Evening"}, {"name": "C# Evening", "url": "https://o.example.org/"}),
    ({"name": "Straße der Arbeit"}, {"name": "STRASSE DER ARBEIT", "url": "https://o.example.org/"}),
    ({"name": "東京フリーランス会"}, {"name": "東京 フリーランス会", "url": "https://o.example.org/"}),
]  # fmt: skip
ALIKE = """async ([known, answers]) => {
  const folder = document.querySelector("script[src$='js/add.js']").src.replace(/[.]js$/, "/");
  return (await import(folder + "alike.js")).alike(known, "meetups", answers).length;
}"""


def test_the_form_knows_the_duplicates_that_the_program_knows(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}add/meetups/")
    for there, new in PAIRS:
        one, other = (
            listing(each["name"], *(f"{name}: '{value}'" for name, value in each.items())) for each in (there, new)
        )
        tree = {**declared(), "content/meetups/a.md": one.encode(), "content/meetups/b.md": other.encode()}
        catalog = catalog_of({"content/meetups/a.md": one})
        kind = catalog.charter.kinds["meetups"]
        pair = [
            checked(document(path, tree[path]), kind, TODAY)[0]
            for path in ("content/meetups/a.md", "content/meetups/b.md")
        ]
        problems = compare([each for each in pair if each], tree)
        said = answers(document("content/meetups/b.md", other.encode()), kind)
        assert page.evaluate(ALIKE, [jsonable(known(catalog)), said]) == len(problems), new["name"]


SLUG = """async (name) => {
  const folder = document.querySelector("script[src$='js/add.js']").src.replace(/[.]js$/, "/");
  return (await import(folder + "send.js")).slugOf(name);
}"""


@pytest.mark.parametrize(
    "name", ["Python Nantes", "Café Ünïted & Sons", "O'Reilly's 3rd", "Straße", "a" * 70, "word " * 20]
)
def test_a_name_in_latin_letters_becomes_the_address_that_the_program_gives_it(
    site: str, window: Window, name: str
) -> None:
    page = window()
    page.goto(f"{site}add/meetups/")
    assert page.evaluate(SLUG, name) == slug_of(name)
    assert page.evaluate(SLUG, "東京フリーランス会") == "name-of-the-place"


def test_answers_say_who_vouches_as_the_program_lets_them(site: str, window: Window) -> None:
    kind = catalog_of({}).charter.kinds["meetups"]
    page = window()
    page.goto(f"{site}add/meetups/")
    script = """async ([answers, rules, today]) => {
      const folder = document.querySelector("script[src$='js/add.js']").src.replace(/[.]js$/, "/");
      return (await import(folder + "draft.js")).vouched(answers, rules, today);
    }"""
    for said in (
        {"name": "A"},
        {"url": "https://a.example.org/"},
        {"verified_how": "visit"},
        {"source": "https://b.org"},
    ):
        assert page.evaluate(script, [said, jsonable(rules(kind)), str(TODAY)]) == vouched(said, kind, TODAY)
