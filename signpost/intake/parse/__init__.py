"""A tree of files -> the documents in content/, and a Problem for each that cannot be read."""

import re
import unicodedata
from collections.abc import Iterator

from signpost.intake.parse.nodes import read_nodes
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import START, Document, Entries, Span, Tree

CONTENT, ENDINGS = "content/", (".md", ".yaml")
STATIC = "content/static/"
LARGEST = 64 * 1024
NO_FIELDS = Entries((), START)

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2028\u2029\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Control characters, and characters that are invisible or turn the reading direction round (Unicode TR 36)."""


def parse(tree: Tree) -> tuple[list[Document], list[Problem]]:
    """Every YAML and Markdown file of content/, read. A file that cannot be read gives Problems and no document."""
    documents, problems = [], []
    for path in sorted(tree):
        if not path.startswith(CONTENT) or path.startswith(STATIC) or "/." in path:
            continue  # what begins with a dot is for other programs: content/.schema/ is for editors
        try:
            documents.append(document(path, tree[path]))
        except Unread as unread:
            problems.append(unread.problem)
    return documents, problems


class Unread(Exception):  # noqa: N818 - carries the Problem of a file that is no document
    """The Problem of a file that cannot be read."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


def document(path: str, content: bytes) -> Document:
    """One file, read.

    Raises Unread with a Problem for the first thing that keeps it from being read.
    """
    text = ""
    try:
        text = decoded(content, path)
        return _document(path, text)
    except Unfit as unfit:
        raise Unread(problem(Document(path, NO_FIELDS, "", 1, text), unfit)) from None


def decoded(content: bytes, path: str) -> str:
    """The text of a file: UTF-8, lines ended by LF, composed (NFC). A byte order mark and CRLF are accepted.

    unknown-ending: a file in content/ is neither .md nor .yaml.
    too-large: a file is larger than 64 KB.
    not-utf-8: a file's bytes are not text in UTF-8.
    forbidden-character: a file has a character that cannot be seen or that turns the reading direction round.
    """
    if not path.endswith(ENDINGS):
        hint = "Name it .md (or .yaml); pictures belong in content/static/."
        raise Unfit("unknown-ending", "Files here end in .md or .yaml", hint)
    if len(content) > LARGEST:
        raise Unfit("too-large", f"The file has {len(content) // 1024} KB; there is room for 64", "Shorten it.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        hint = "Save it again and choose UTF-8 as its encoding."
        raise Unfit("not-utf-8", "The file is not text in UTF-8", hint, Span(line, 1, 1)) from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    for found in FORBIDDEN.finditer(text):
        raise Unfit("forbidden-character", *_character(text, found.start()))
    return text


def _character(text: str, at: int) -> tuple[str, str, Span]:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    name = unicodedata.name(text[at], f"control character {ord(text[at]):02X}").lower()
    say = f"There is a character here that nobody can see: {name} (U+{ord(text[at]):04X})"
    return say, "Delete it; typing the words again is the surest way.", Span(line, column, column + 1)


def _document(path: str, text: str) -> Document:
    if path.endswith(".yaml"):
        return Document(path, read_nodes(text, 0), "", 1, text)
    front, body, body_line = _split(text)
    return Document(path, read_nodes(front, 1), body, body_line, text)


def _split(text: str) -> tuple[str, str, int]:
    """The front matter, the Markdown after it, and the line it begins on.

    no-front-matter: a .md file does not begin with a line of three dashes.
    open-front-matter: the line of three dashes that ends the fields is missing.
    two-listings: a file has a second set of fields below the first.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        hint = "Begin the file with a line ---, then the fields, then another line ---."
        raise Unfit("no-front-matter", "The file does not begin with its fields", hint, START)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        hint = "Add a line --- after the last field."
        raise Unfit("open-front-matter", "The fields do not end", hint, Span(len(lines), 1, 1))
    for again in _second_fields(lines, end + 1):
        hint = "Give each listing a file of its own."
        raise Unfit("two-listings", "A second listing begins here", hint, Span(again + 1, 1, len(lines[again]) + 1))
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def _second_fields(lines: list[str], start: int) -> Iterator[int]:
    """Lines of three dashes in the Markdown that `name:` follows."""
    for n in range(start, len(lines) - 1):
        if lines[n].rstrip() == "---" and lines[n + 1].startswith("name:"):
            yield n
