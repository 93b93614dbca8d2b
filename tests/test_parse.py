"""Files -> documents, and what keeps a file from being one."""

import unicodedata

import pytest

from signpost.intake.declare import declare
from signpost.intake.parse import LARGEST, parse
from tests.conftest import declared
from tests.directories import listing
from tests.telling import PYTHON_NANTES, headlines, problems_of

FINE = listing("Python Nantes", "city: Nantes", "country: FR", body="Come along.\n")
CORPUS = [
    b"",
    b"\n",
    b"---",
    b"---\n---",
    b"---\n---\n---\n",
    b"\x00",
    b"\xff\xfe-\x00-\x00-\x00",
    b"\xef\xbb\xbf",
    b"\xf0\x28\x8c\x28",
    b"\x1b[31mred",
    b"a: b: c",
    b"a:b",
    b"- a\n- b",
    b"name",
    b"? a\n: b",
    b"? [a, b]\n: c",
    b"{a: b}",
    b"[a",
    b"{a",
    b'"a',
    b"'a",
    b"a: 'b' c",
    b"a: [b, , c]",
    b"a: [b] c",
    b"a: - b",
    b"a: ? b",
    b"a: !!python/object:os.system b",
    b"a: !<tag:yaml.org,2002:int> 1",
    b"a: ! b",
    b"%YAML 1.2\n---\na: b",
    b"%YAML 9.9\n---\na: b",
    b"%TAG ! tag:example.org,2026:\n---\na: !b c",
    b"a: &b c\nd: *b",
    b"a: &a [*a]",
    b"*a : b",
    b"a: *nothing",
    b"<<: {a: b}",
    b"a: |\n  b\n c",
    b"a: >-\n\n\n  b",
    b"a: |9\n b",
    b"a: b\n...\nc",
    b"a: b\n--- c",
    b"a: b\n---\nc: d",
    b"a:\n\tb: c",
    b"\ta: b",
    b"a: \tb",
    b"a: b\n  c: d",
    b"  a: b\nc: d",
    b'a: "\\q"',
    b'a: "\\u12"',
    b"a: @b",
    b"a: `b`",
    b"a: %b",
    b": b",
    b":",
    b"a: b\na: c",
    b"null: a\n~: b",
    b"[" * 60000,
    b"{a: " * 10000,
    b"- " * 20000,
    b"a:\n " * 10000,
    b"a: " + b"b" * 60000,
    "a: \u2028b".encode(),
    "a: \u0085b".encode(),
    "é: ü".encode(),
    "\U0001f642: \U0001f642".encode(),
    "a: \U000e0041".encode(),
]


@pytest.mark.parametrize("ending", [".md", ".yaml"])
@pytest.mark.parametrize("wrapped", [b"%s", b"---\n%s\n---\nText\n", b"---\nname: A\n%s\n---\n"])
def test_any_bytes_give_a_document_or_problems(ending: str, wrapped: bytes) -> None:
    for content in CORPUS:
        path = f"content/meetups/a{ending}"
        documents, problems = parse({path: wrapped % content})
        assert len(documents) + len(problems) == 1
        assert all(each.path == path and each.say and each.span.line > 0 for each in problems)


@pytest.mark.parametrize("place", ["meetups/n{}.md", "meetups/n{}.yaml", "pages/n{}.md", "_terms/n{}.yaml"])
def test_any_bytes_are_told_and_never_raised(place: str) -> None:
    texts = {f"content/{place.format(n)}": b"---\n" + content + b"\n---\n" for n, content in enumerate(CORPUS)}
    assert {each.path for each in problems_of(texts)} == texts.keys()


@pytest.mark.parametrize("path", ["content/_site.yaml", "content/_listing.yaml", "content/meetups/_kind.yaml"])
def test_any_bytes_that_declare_are_told_and_never_raised(path: str) -> None:
    sound = [each for each in parse(declared())[0] if each.path != path]
    for content in CORPUS:
        documents, unread = parse({path: content})
        _, undeclared = declare([*sound, *documents])
        assert unread or undeclared


def test_a_file_gives_its_fields_and_its_text() -> None:
    ((document,), _) = parse({PYTHON_NANTES: b"---\nname: Python Nantes\n---\nCome along.\n"})
    assert [(name.value, node.value) for name, node in document.fields.pairs] == [("name", "Python Nantes")]  # type: ignore[union-attr]
    assert (document.body, document.body_line) == ("Come along.\n", 4)


def test_a_yaml_file_has_fields_alone() -> None:
    ((document,), _) = parse({"content/meetups/a.yaml": b"name: A\n"})
    assert (document.fields.span_of("name").line, document.body) == (1, "")


def test_pictures_hidden_files_and_the_theme_are_not_read() -> None:
    paths = ("content/static/logo.svg", "content/.DS_Store", "content/meetups/.draft.md.swp", "templates/base.html")
    assert parse(dict.fromkeys(paths, b"\xff")) == ([], [])


def test_files_are_read_in_the_order_of_their_paths() -> None:
    documents, _ = parse({f"content/meetups/{name}.yaml": b"name: A\n" for name in "cab"})
    assert [each.path[-6] for each in documents] == ["a", "b", "c"]


def test_a_byte_order_mark_and_windows_lines_are_accepted() -> None:
    assert headlines("\ufeff" + FINE.replace("\n", "\r\n")) == []


def test_letters_are_composed() -> None:
    ((document,), _) = parse({PYTHON_NANTES: unicodedata.normalize("NFD", "---\nname: Café\n---\n").encode()})
    assert document.text == unicodedata.normalize("NFC", "---\nname: Café\n---\n")


def test_a_file_has_at_most_64_kb() -> None:
    text = FINE + "x" * (LARGEST - len(FINE.encode()))
    assert headlines(text) == []
    assert headlines(text + "x") == ["The file has 64 KB; there is room for 64 [too-large]"]


def test_a_file_is_text_in_utf_8() -> None:
    (problem,) = problems_of({PYTHON_NANTES: FINE.replace("Nantes", "Orléans").encode("latin-1")})
    assert (problem.rule, problem.span.line) == ("not-utf-8", 2)


@pytest.mark.parametrize("mark", ["\x00", "\x1b", "\x7f", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff", "\u2028"])
def test_what_cannot_be_seen_is_told_with_its_place(mark: str) -> None:
    (problem,) = problems_of({PYTHON_NANTES: FINE.replace("Come along", f"Come{mark}along")})
    assert (problem.rule, problem.line) == ("forbidden-character", "")
    assert problem.span == (10, 5, 6)
    assert f"(U+{ord(mark):04X})" in problem.say


@pytest.mark.parametrize("mark", ["\u200d", "\u200c", "\t", "\u00a0", "👩‍👧"])
def test_what_scripts_and_emoji_need_is_accepted(mark: str) -> None:
    assert headlines(FINE.replace("Come along", f"Come{mark}along")) == []


def test_a_file_without_fields_is_told_where_to_begin() -> None:
    assert headlines("# Python Nantes\n") == ["The file does not begin with its fields [no-front-matter]"]
    assert headlines("---\nname: A\n") == ["The fields do not end [open-front-matter]"]


def test_dashes_in_the_text_are_a_line() -> None:
    assert headlines(FINE + "\n---\n\nname and address are at the door\n---\n") == []
    assert headlines(FINE + "\n---\nname: Python Rennes\n---\n") == ["A second listing begins here [two-listings]"]
