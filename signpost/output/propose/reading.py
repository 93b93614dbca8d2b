"""An issue as GitHub gives it -> what it says, as data: nothing in it is looked at as code, Markdown or YAML."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from signpost.model.issues import Form, Issue, by_mark
from signpost.model.problems import Refused

LARGEST = 64 * 1024
LOGIN = re.compile(r"[A-Za-z0-9_-]+(\[bot\])?")
HEADING, EMPTY = "### ", "_No response_"
BROKEN = (LookupError, TypeError, ValueError, OverflowError)
"""What JSON of another sort, and numbers that are none, lead to."""
OURS = "github-actions[bot]"
HEAD = "<!-- signpost:suggestion "
"""What begins the one comment that answers an issue; the digest of the text it answers follows."""


class Unclear(Exception):  # noqa: N818 - said to the author of the issue as it is
    """Something keeps an issue from being understood: a key of the words under `issue.unclear`, and its values."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Answered:
    """Our comment below an issue: its number ("" when there is none yet), and the digest of what it answers."""

    comment: str = ""
    digest: str = ""


def issue(content: bytes, author: str = "") -> Issue:
    """The issue in an answer of GitHub's REST API, or in an event. Raises Refused for anything else."""
    held = _json(content, "an issue")
    held = held.get("issue", held) if isinstance(held, dict) else held
    try:
        user = held["user"]
        login = author or str(user["login"])
        labels = frozenset(str(each["name"]) for each in held["labels"])
        number, text, identity = int(held["number"]), _whole(str(held["body"] or "")), int(user["id"])
        standing = str(held.get("author_association", "NONE"))
        return Issue(number, text, login if LOGIN.fullmatch(login) else "", identity, labels, standing)
    except BROKEN:
        raise Refused("This is not an issue as GitHub's REST API gives it.") from None


def answered(content: bytes) -> Answered:
    """Our own comment among those below an issue, as GitHub's REST API gives them; nobody else's counts."""
    try:
        for each in _json(content, "comments"):
            first, _, _ = str(each["body"]).partition("\n")
            if each["user"]["login"] == OURS and first.startswith(HEAD):
                return Answered(str(int(each["id"])), first.removeprefix(HEAD).removesuffix(" -->").strip())
    except BROKEN:
        raise Refused("These are not comments as GitHub's REST API gives them.") from None
    return Answered()


def _json(content: bytes, what: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise Refused(f"The file that should hold {what} is not JSON.") from None


def _whole(text: str) -> str:
    """A text without halves of characters, which JSON can name and no file in UTF-8 can hold."""
    return text.encode("utf-8", "replace").decode()


def form_of(text: str, forms: Mapping[str, Form], name: str = "") -> Form | None:
    """The form that an issue was written with, by its mark or by name; None when it is an issue of another sort."""
    marks = by_mark(forms)
    found = (marks[label] for line in text.splitlines() if (label := _heading(line)) in marks)
    return forms[name] if name else next(found, None)


def answers(text: str, form: Form, marks: Collection[str] = ()) -> dict[str, str]:
    """What is answered in an issue, by the names of the form's inputs; what is not, is left out.

    An answer can hold a line that looks like a heading: one that is another input's would put words into its mouth.
    So the headings of the form may stand once each, and in their order, and no other form's mark. Raises Unclear.
    """
    if len(text.encode()) > LARGEST:
        raise Unclear("too-long")
    names = {each.label: each.name for each in form.inputs}
    others = {*marks} - {*names}
    found: dict[str, list[str]] = {}
    inside: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        heading = _heading(line)
        name = names.get(heading)
        if name in found or heading in others:
            raise Unclear("doubled", label=heading)
        inside = found.setdefault(name, []) if name else inside
        inside += [] if name else [line]
    _in_order(list(found), form)
    said = {name: "\n".join(lines).strip() for name, lines in found.items()}
    return {name: answer for name, answer in said.items() if answer and answer != EMPTY}


def _heading(line: str) -> str:
    return line.removeprefix(HEADING).strip() if line.startswith(HEADING) else ""


def _in_order(found: list[str], form: Form) -> None:
    """Nothing when the headings stand as in the form. Raises Unclear."""
    if found != [each.name for each in form.inputs if each.name in found]:
        raise Unclear("order")
