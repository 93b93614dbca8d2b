"""Files of 64 KB, each made to cost as much as it can wherever something reads it: name -> path and content."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

LARGEST = 64 * 1024
LISTING = PurePosixPath("content/meetups/zed.md")
NEEDED = (
    "name: Zed Nantes\nsummary: An evening a month for people who work alone.\nsupport: emotional\n"
    "url: https://zed.example.org/\ncity: Leeds\ncountry: GB\nverified: 2026-11-10\n"
)


class Attack(NamedTuple):
    """A file: what it is called here, where it stands, what it holds."""

    name: str
    path: str
    content: bytes


PUMPS = (
    "a", "é", "가", "ﷺ", "\u0300\u0316", "\u0327\u0301\u0316", "👩\u200d", "\u00a0", "\u3000", " ", "a ", "  a\n", "\n",
    "\na", "a\n\n", "\t", "a  \n", "1", "-", "- ", "--- ", "---\n", "- a\n", "* ", "*\t", "* * ", "1. ", "1)\n", "+",
    "+1 ", "+44 7700 900123 ", "1 2 ", "0", "(1)", ".", "a.", "..", "@", "a@", "a@a.", "a@a.a ", "@a.a", ".a", "a-",
    "_a", "a_b.", "ü.", "xn--", "xn--a.", "://", "https://", "https://a.b/?a=b&", "?a&", "www.a", "www.", "%41", "%",
    "//", "/", "/a", "../", "\\", "\\*", "\\\\\"", '"', '""', "'", "''", '"a",', "`", "`a", "a``", "``` ", "```\n",
    "~~a", "~~~\n", "<", "<a", "<a ", "<a b", "<a href=\"", "</a", "<!--", "<!-- a -->", "<![CDATA[", "<?", "<div>",
    "<br ", "<br>", "<http:", "<a@", "<script>", "<svg ", "<h2 id=\"a\">", "&", "&#", "&#1", "&a;", "&amp;", "&amp",
    "[", "[a", "[a]", "[a](", "[a](b", "[a](<", "[a](b \"", "[a][", "[a]: b\n", "[[a]", "![", "![a](", "[^a]",
    "[^a]: b\n", "*[a]: b\n", "](", "](/", "]", "*", "*a ", "**a ", "***a", "*a**b", "*_", "_a_", "__a ", "a**b",
    "**a *b ", "_*_ ", "> ", ">", ">>> a\n", "> - ", "- > ", "# ", "#", "## a\n", "a\n=\n", "a\n-\n", "=", "===\n",
    "|", "|a", "|a|b\n", "a|b\n-|-\n", "|-", "|-|\n", "$", "{", "{a: ", "{{", "{a}", "}", "{a, ", "[a, ", ", ", ",",
    "a,", ", ,", ":", ": ", "a: ", "a: b\n", "a:b ", "? ", "? a\n", "! ", "!a ", "&a ", "*a, ", "|\n", ">\n", "%a\n",
    "Mo 08:00-09:00;", "Mo-Fr ", ";", "24/7;", "2026-11-22 ", "first tuesday, ", "every: month, ", "en, ", "en-",
    "GB, ", "meetups/a, ", "Europe/", "a/", "=", "=1+", "#a ", " #", " # ", "''' ", "a: |\n b\n", "name: a\n",
)  # fmt: skip
"""What is written again and again until the file is full."""

FIELDS = (
    "summary", "url", "email", "phone", "city", "country", "lat", "timezone", "hosted_at", "cost", "verified",
    "unknown",
)  # fmt: skip
LISTS = ("languages", "support", "serves", "meets", "links", "formerly")


def attacks() -> Iterator[Attack]:
    """Every attack."""
    for pump in PUMPS:
        yield from _pumped(pump)
    yield from _whole()


def _pumped(pump: str) -> Iterator[Attack]:
    """A pump where a file begins, among the fields, in each field, and in a text."""
    called, path = ascii(pump), str(LISTING)
    yield _full(f"file {called}", path, "", pump, "")
    yield _full(f"file ! {called}", path, "", pump, "!")
    yield _full(f"fields {called}", path, "---\n", pump, "\n---\n")
    yield _full(f"one line {called}", path, "---\nhow: x", pump, "x\n---\n")
    yield _full(f"key {called}", path, "---\n? ", pump, "\n: b\n---\n")
    yield _full(f"text {called}", path, f"---\n{NEEDED}---\n", pump, "!\n")
    yield _full(
        f"page {called}",
        "content/pages/zed.md",
        "---\ntitle: Zed\nsummary: A page of text that says much\n---\n",
        pump,
        "!\n",
    )
    for field in (*FIELDS, *LISTS):
        yield _quoted(f"{field} {called}", f"{field}: ", pump, "!")
    for field in LISTS:
        yield _listed(f"{field} [] {called}", field, pump)
    yield _quoted(f"link {called}", "links: {website: ", pump, "", "}")
    yield _quoted(f"meeting {called}", "meets:\n  - every: month\n    day: ", pump, "")


def _full(name: str, path: str, before: str, pump: str, after: str) -> Attack:
    room = LARGEST - len(before.encode()) - len(after.encode())
    return Attack(name, path, (before + pump * (room // len(pump.encode())) + after).encode())


def _quoted(name: str, before: str, pump: str, after: str, end: str = "") -> Attack:
    """A pump between quotation marks, where YAML lets anything stand."""
    escaped = pump.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    kept = "".join(f"{line}\n" for line in NEEDED.splitlines() if not before.startswith(line.partition(":")[0] + ":"))
    return _full(name, str(LISTING), f'---\n{kept}{before}"', escaped, f'{after}"{end}\n---\n')


def _listed(name: str, field: str, pump: str) -> Attack:
    """As many values as there is room for, each of them different."""
    escaped = pump.strip().replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    lines, size = list[str](), len(field) + 20
    while size < LARGEST:
        lines.append(f'"{escaped}{len(lines)}"')
        size += len(lines[-1].encode()) + 2
    return Attack(name, str(LISTING), f"---\n{field}: [{', '.join(lines[:-1])}]\n---\n".encode())


def _numbered(line: str, room: int) -> str:
    """A line, with another number at each `#` each time, until there is no more room."""
    found, size = list[str](), 0
    while size < room:
        found.append(line.replace("#", str(len(found))))
        size += len(found[-1].encode())
    return "".join(found[:-1])


TERMS, KIND, SITE = "content/_terms/zed.yaml", "content/zeds/_kind.yaml", "content/_site.yaml"
A_KIND = "one: Zed\nmany: Zeds\nintro: Places for Zeds\nstale_after_days: 9\n"
A_PAGE = "---\ntitle: Zed\nsummary: A page of text that says much\n---\n"
MANY = (
    ("fields", LISTING, "---\n", "f#: x\n", "---\n"),
    ("empty fields", LISTING, "---\n", "f#:  \n", "---\n"),
    ("fields with nearly a name", LISTING, "---\n", "nam#: x\n", "---\n"),
    ("fields on a line", LISTING, "---\n{", "f#, ", "a: b}\n---\n"),
    ("values on a line", LISTING, "---\n{", "f#: x, ", "a: b}\n---\n"),
    ("lists on a line", LISTING, "---\n{", "f#: [x], ", "a: b}\n---\n"),
    ("links", LISTING, "---\nlinks:\n", "  l#: https://a.example/#\n", "---\n"),
    ("bad links", LISTING, "---\nlinks:\n", "  l#: x\n", "---\n"),
    ("meetings", LISTING, f"---\n{NEEDED}meets:\n", "  - {date: 2027-01-01, title: t#}\n", "---\n"),
    ("meetings of a year", LISTING, f"---\n{NEEDED}meets:\n", "  - {every: week, day: monday, title: t#}\n", "---\n"),
    ("bad meetings", LISTING, "---\nmeets:\n", "  - {date: #, every: x, to: y}\n", "---\n"),
    ("headings", LISTING, f"---\n{NEEDED}---\n", "# a\n", ""),
    ("references", LISTING, f"---\n{NEEDED}---\n", "[a#]: /b\n", ""),
    ("footnotes", LISTING, f"---\n{NEEDED}---\n", "[^#] [^#]: b\n\n", ""),
    ("mails", LISTING, f"---\n{NEEDED}---\n", "a#@b.example ", ""),
    ("mails on lines", LISTING, f"---\n{NEEDED}---\n", "a#@b.example\n", ""),
    ("mobile numbers", LISTING, f"---\n{NEEDED}---\n", "+447700900#, ", ""),
    ("references on a page", "content/pages/zed.md", A_PAGE, "[a#]: /b\n", "x"),
    ("headings on a page", "content/pages/zed.md", A_PAGE, "## a\n", ""),
    ("numbered headings on a page", "content/pages/zed.md", A_PAGE, "## a#\n", ""),
    ("bad links on a page", "content/pages/zed.md", A_PAGE, "[a](/b#/) ", ""),
    ("terms", TERMS, "label: Zed\nterms:\n", "  t#: T\n", ""),
    ("bad terms", TERMS, "label: Zed\nterms:\n", "  T#: {x: y}\n", ""),
    ("fields of a kind", KIND, f"{A_KIND}fields:\n", "  f#: {type: text}\n", ""),
    ("bad fields of a kind", KIND, f"{A_KIND}fields:\n", "  f#: {type: x}\n", ""),
    ("required fields", KIND, f"{A_KIND}required: [", "f#, ", "name]\n"),
    ("groups of fields", KIND, f"{A_KIND}one_of: [", "[f#, name], ", "[url, email]]\n"),
    ("sections", "content/_listing.yaml", "sections:\n", "  s#: S\n", "fields: {}\n"),
    ("fields of a site", SITE, "", "f#: x\n", ""),
)
"""Name, path, and what is written once, again and again with another number, and once more."""


def _whole() -> Iterator[Attack]:
    """What is not one thing again and again."""
    for name, path, before, line, after in MANY:
        room = LARGEST - len(before.encode()) - len(after.encode())
        yield Attack(f"many {name}", str(path), f"{before}{_numbered(line, room)}{after}".encode())
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 99)}]\n" for n in range(1, 99))
    weeks = "".join(f"  - {{every: week, day: monday, title: t{n}}}\n" for n in range(100))
    yield Attack("a hundred meetings", str(LISTING), f"---\n{NEEDED}meets:\n{weeks}---\n".encode())
    yield Attack("a YAML bomb", str(LISTING), f"---\na0: &a0 x\n{bomb}---\n".encode())
    yield Attack("a long title", SITE, f"title: {'a' * (LARGEST - 100)}\n".encode())
    yield Attack("a line of 10 MB", str(LISTING), b"a" * 10_000_000)
    yield Attack("nothing but NUL", str(LISTING), bytes(LARGEST))
    yield Attack("every byte", str(LISTING), bytes(range(256)) * 256)
    words = " ".join(f"word{n}" for n in range(7_000))
    yield Attack("7,000 words", str(LISTING), f"---\n{NEEDED}---\n{words}\n".encode())
    yield Attack("a word of 60 KB", str(LISTING), f"---\n{NEEDED}---\n{'a' * 60_000}\n".encode())
