"""A tree of files -> the documents in content/, and a Problem for each that cannot be read.

Two readers understand YAML: a careful one, which knows where everything stands and why something cannot be read, and
one that is many times as fast, for files with nothing to tell about. What either reads is the same.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from signpost.intake.parse.quick import glance
from signpost.intake.parse.traps import unseen
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import START, UNSEEN, Document, Entries, Span, Tree, unread

CONTENT, ENDINGS = "content/", (".md", ".yaml")
STATIC = "content/static/"
LARGEST, MOST_MARKS = 64 * 1024, 30
PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])
"""What may stand in any text, as it is: then there is nothing to look for."""

FENCE = re.compile(r"---[^\S\n]*$", re.MULTILINE)
CLOSING = re.compile(r"\n---[^\S\n]*$", re.MULTILINE)
AGAIN = re.compile(r"\n(---[^\S\n]*)\nname:")


def parse(tree: Tree) -> tuple[list[Document], list[Problem]]:
    """Every YAML and Markdown file of content/, read. A file that cannot be read gives Problems and no document."""
    documents, problems = [], []
    for path in _read_of(tree):
        try:
            documents.append(document(path, tree[path]))
        except Unread as told:
            problems.append(told.problem)
    return documents, problems


def glanced(tree: Tree) -> list[Document]:
    """Those files that can be read at a glance, as documents whose fields do not know where they stand."""
    documents = []
    for path in _read_of(tree):
        try:
            found = _split(path, decoded(tree[path], path), glance_of)
        except Unfit:
            continue
        if found.fields.pairs:
            documents.append(found)
    return documents


def placed(document: Document) -> Document:
    """A document that was read at a glance, with fields that know where they stand: read again when asked for."""
    return Document(document.path, document.text, document.begins, document.body_line, fields_of)


def _read_of(tree: Tree) -> Iterator[str]:
    """The files that are read. What begins with a dot is for other programs: content/.schema/ is for editors."""
    for path in sorted(tree):
        if path.startswith(CONTENT) and not path.startswith(STATIC) and "/." not in path:
            yield path


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
        raise Unread(problem(unread(path, text), unfit)) from None


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
    if not content.translate(None, PLAIN):
        return content.decode("ascii")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        hint = "Save it again and choose UTF-8 as its encoding."
        raise Unfit("not-utf-8", "The file is not text in UTF-8", hint, Span(line, 1, 1)) from None
    text = _composed(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    for found in UNSEEN.finditer(text):
        raise Unfit("forbidden-character", *_character(text, found.start()))
    return text


def _composed(text: str) -> str:
    """A text in composed letters (NFC). Marks in no order are put in order, which takes the square of their number.

    stacked-marks: a letter has more accents than any language puts on one (Unicode, UAX 15, 13: stream-safe text).
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    marks = 0
    for at, each in enumerate(text):
        marks = marks + 1 if unicodedata.combining(each) else 0
        if marks > MOST_MARKS:
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            hint = "Type the word again."
            raise Unfit(
                "stacked-marks", f"More than {MOST_MARKS} accents stand on one letter", hint, Span(line, column, column)
            )
    return unicodedata.normalize("NFC", text)


def _character(text: str, at: int) -> tuple[str, str, Span]:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return *unseen(text[at]), Span(line, column, column + 1)


def _document(path: str, text: str) -> Document:
    """A document, whose fields have been read. Raises Unfit where they cannot be."""
    found = _split(path, text, fields_of)
    found.fields  # noqa: B018 - now is when it is told that they cannot be read
    return found


def _split(path: str, text: str, read: Callable[[Document], Entries]) -> Document:
    """A document whose fields are still to be read. Raises Unfit where it has none."""
    begins, body_line = (len(text), 1) if path.endswith(".yaml") else _body(text)
    return Document(path, text, begins, body_line, read)


def fields_of(document: Document) -> Entries:
    """The fields of a document, read from its text. Raises Unfit for the first thing that keeps them from it."""
    from signpost.intake.parse.nodes import read_nodes  # files with nothing to tell about do without

    return read_nodes(_above(document), 0 if document.path.endswith(".yaml") else 1)


def glance_of(document: Document) -> Entries:
    """The fields of a document without their places; none where they take a careful reader."""
    return glance(_above(document)) or Entries((), START)


def _above(document: Document) -> str:
    """The YAML of a document, without the lines around it."""
    text = document.text
    if document.path.endswith(".yaml"):
        return text
    return text[text.index("\n") + 1 : text.rindex("\n---", 0, document.begins)]


def _body(text: str) -> tuple[int, int]:
    """Where the Markdown after the front matter begins: the character, and the line.

    no-front-matter: a .md file does not begin with a line of three dashes.
    open-front-matter: the line of three dashes that ends the fields is missing.
    two-listings: a file has a second set of fields below the first.
    """
    opening = FENCE.match(text)
    if not opening:
        hint = "Begin the file with a line ---, then the fields, then another line ---."
        raise Unfit("no-front-matter", "The file does not begin with its fields", hint, START)
    closing = CLOSING.search(text, opening.end())
    if not closing:
        hint = "Add a line --- after the last field."
        raise Unfit("open-front-matter", "The fields do not end", hint, Span(text.count("\n") + 1, 1, 1))
    again = AGAIN.search(text, closing.end())
    if again:
        line = text.count("\n", 0, again.start(1)) + 1
        hint = "Give each listing a file of its own."
        raise Unfit(
            "two-listings", "A second listing begins here", hint, Span(line, 1, again.end(1) - again.start(1) + 1)
        )
    return min(closing.end() + 1, len(text)), text.count("\n", 0, closing.end()) + 2
