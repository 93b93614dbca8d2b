"""What people answer, as plain text by field -> the values as a listing's file writes them.

An answer is text whatever its field takes: several values stand on lines of their own or between commas, links as
`name: address`, each meeting on a line as `every: month, day: first tuesday, from: 18:30`. Choices may be named by
their code or their label, countries by their code or their English name. A value that has a comma itself stands
between quotation marks: `"tea, coffee"`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from signpost.model.fieldtypes.places import country_codes, language_tags
from signpost.model.kinds import Field, Kind
from signpost.model.questions import BODY
from signpost.model.source import Document, Entries, Items, Node, Text

Answers = Mapping[str, str]
"""Field name -> what somebody answered; nothing is "". The text below the fields stands under `questions.BODY`."""

ON_LINES = ("urls", "links", "meets")
"""Types whose values may have commas in them: each stands on a line of its own."""

BRACKETS = re.compile(r"[\[\]{},]")
MARKS = re.compile(r'[\[\],]|^"')
MARKED = r'"(?:[^"\\]|\\.)*"'
PAIR = re.compile(
    rf"(?<![\s\w-])\s*(?P<name>[\w-]+):\s*(?P<value>{MARKED}(?=\s*(?:,|$))|\[[^\[\]]*\]|[^,\[\]]*)(?:,|$)"
)
ITEM = re.compile(rf"\s*(?:(?P<marked>{MARKED})\s*(?=[,\n]|$)|(?P<plain>[^,\n]*))(?:[,\n]|$)")


def vouched(answers: Answers, kind: Kind, today: date) -> dict[str, str]:
    """The answers of a new listing with who vouches for it: the person who checked it, today; else public pages."""
    known = {name: text for name, text in answers.items() if name in kind.fields or name == BODY}
    if not {"verified", "source", "compiled"} <= kind.fields.keys():
        return known
    if known.get("verified_how"):
        return {"verified": str(today), **known}
    source = known.get("source") or known.get("url", "")
    return known | ({"source": source, "compiled": str(today)} if source else {})


def whole(answers: Answers, kind: Kind) -> str:
    """The text of a new listing's file: what was answered, in the order of the kind's fields, then the body."""
    fields = (f"{name}:{written(field, answers[name])}" for name, field in kind.fields.items() if answers.get(name))
    return "\n".join(["---", *fields, "---", "", *_body(answers)])


def _body(answers: Answers) -> list[str]:
    text = body(answers.get(BODY, ""))
    return [text, ""] if text else []


def body(answer: str) -> str:
    """A text of several lines, without blanks at their ends."""
    return "\n".join(line.rstrip() for line in answer.strip().splitlines())


def written(field: Field, answer: str) -> str:
    """An answer as it stands after its field's name and colon: blank and value, or lines below."""
    values = said(field, answer)
    match field.type.name:
        case "links":
            return "".join(f"\n  {_pair(value)}" for value in values)
        case "meets":
            return "".join(f"\n  - {_meeting(value)}" for value in values)
    return f" [{', '.join(map(in_brackets, values))}]" if field.type.many else f" {quoted(''.join(values))}"


def said(field: Field, answer: str) -> list[str]:
    """The single values of an answer, choices by their codes."""
    if field.type.name == "markdown":
        return [body(answer)]
    if not field.type.many and field.type.name != "links":
        return [_code(field, " ".join(answer.split()))]
    parts = answer.splitlines() if field.type.name in ON_LINES else _items(answer)
    return [_code(field, " ".join(each.split())) for each in parts if each.strip()]


def _items(answer: str) -> Iterator[str]:
    """The values between commas or on lines of their own."""
    return (_bare(each["marked"]) if each["marked"] else each["plain"] for each in ITEM.finditer(answer))


def _bare(marked: str) -> str:
    """A text without the quotation marks around it."""
    return re.sub(r"\\(.)", r"\1", marked[1:-1])


def _code(field: Field, word: str) -> str:
    """The code that somebody means by a name; the word itself when it is none."""
    match field.type.name:
        case "term" | "terms" if field.vocabulary and word not in field.vocabulary.terms:
            terms = field.vocabulary.terms
            codes = {code.casefold(): code for code in terms} | {terms[code].label.casefold(): code for code in terms}
            return codes.get(word.casefold(), word)
        case "country" | "places":
            return country_codes().get(word.casefold(), word)
        case "languages":
            return language_tags().get(word.casefold(), word)
    return word


def _meeting(line: str) -> str:
    """One meeting as it stands in a list of them; what is no meeting stands as it was said, for `check` to tell."""
    pairs = list(PAIR.finditer(line))
    if "".join(each.group() for each in pairs) != line:
        return in_brackets(line)
    return "{" + ", ".join(f"{each['name']}: {_listed(each['value'])}" for each in pairs) + "}"


def _listed(value: str) -> str:
    if re.fullmatch(MARKED, value):
        return in_brackets(_bare(value))
    if not value.startswith("["):
        return in_brackets(value.strip())
    return f"[{', '.join(in_brackets(each.strip()) for each in value[1:-1].split(','))}]"


def _pair(value: str) -> str:
    name, _, address = value.partition(":")
    return f"{name.strip()}: {quoted(address.strip())}" if address else in_brackets(value)


def in_brackets(value: str) -> str:
    """A text as YAML reads it back unchanged inside brackets."""
    return quoted(value) if not BRACKETS.search(value) else _between_marks(value)


def quoted(value: str) -> str:
    """A text as YAML reads it back unchanged: between quotation marks where it needs them."""
    whole = value[:1].isalnum() and value[-1:] not in " :" and value != "null"
    plain = whole and not any(mark in value for mark in (": ", " #", '"', "\\", "\n"))
    return value if plain else _between_marks(value)


def _between_marks(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def answers(document: Document, kind: Kind) -> dict[str, str]:
    """What a file says, as answers: those of `written` read back."""
    fields = document.fields.pairs
    found = {name.value: told(kind.fields[name.value], node) for name, node in fields if name.value in kind.fields}
    return {**found, BODY: document.body.strip("\n")} if document.body.strip() else found


def told(field: Field, node: Node) -> str:
    """A value as an answer."""
    match node:
        case Text():
            return body(node.value) if field.type.name == "markdown" else " ".join(node.value.split())
        case Items():
            parts = [_line(each) if isinstance(each, Entries) else _item(field, each) for each in node.nodes]
            return ("\n" if field.type.name in ON_LINES else ", ").join(parts)
    parts = [f"{name.value}: {told(field, each)}" for name, each in node.pairs]
    return "\n".join(parts) if field.type.name == "links" else _line(node)


def _item(field: Field, node: Node) -> str:
    """One value of a list."""
    value = told(field, node)
    return _in_marks(value) if field.type.name not in ON_LINES else value


def several(field: Field, values: Iterable[str]) -> str:
    """Single values as one answer."""
    return "\n".join(values) if field.type.name in ON_LINES else ", ".join(map(_in_marks, values))


def _in_marks(value: str) -> str:
    """A value that can stand between commas."""
    return _between_marks(value) if "," in value or value.startswith('"') else value


def _line(node: Entries) -> str:
    """Named values on one line, as a meeting is answered."""
    return ", ".join(f"{name.value}: {_inline(value)}" for name, value in node.pairs)


def _inline(node: Node) -> str:
    if isinstance(node, Text):
        return _between_marks(node.value) if MARKS.search(node.value) else node.value
    return f"[{', '.join(_inline(each) for each in node.nodes)}]" if isinstance(node, Items) else f"{{{_line(node)}}}"
