"""What `git log` printed (in the form of log.FORMAT) -> the Chronicle: pure, for it is all about texts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from signpost.edges.history.fields import changed_fields
from signpost.model.chronicle import Act, Chronicle, Commit, Deed

NOREPLY = r"(?:[0-9]+\+)?([A-Za-z0-9-]+(?:\[bot\])?)@users\.noreply\.github\.com"
TOGETHER = re.compile(rf"^co-authored-by:.*<{NOREPLY}>\s*$", re.IGNORECASE | re.MULTILINE)
PULLS = (
    re.compile(r"^[^\n]*\(#([0-9]{1,9})\)\s*$", re.MULTILINE),
    re.compile(r"^Merge pull request #([0-9]{1,9})\b"),
    re.compile(r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #([0-9]{1,9})\b", re.IGNORECASE),
)
CONTENT = re.compile(r"content/((?:[^/_.][^/]*/)+[^/_.][^/]*)\.(?:md|yaml)")
LONGEST_NAME = 60


class Record(NamedTuple):
    """A commit as git told it."""

    name: str
    parents: tuple[str, ...]
    when: datetime
    who: str
    pull: int | None
    changes: bytes


def chronicle_of(log: bytes, *, is_whole: bool) -> Chronicle:
    """Every deed of the branch, newest first. A merge is told as one change, of whoever began what it brought.

    The first commit of a history that is not whole is left out: it would seem to have added everything.
    """
    records = [_record(each) for each in log.split(b"\0\0\0")[1:]]
    main = _mainline(records)
    begun = _begun(records, main)
    told = (each for each in records if each.name in main and (each.parents or is_whole))
    deeds = (deed for each in told for deed in _deeds(each, _commit(each, begun.get(each.name))))
    return Chronicle(tuple(deeds), is_whole)


def _record(text: bytes) -> Record:
    *head, changes = text.split(b"\0", 6)
    name, parents, when, author, address, message = (each.decode("utf-8", "replace") for each in head)
    moment = datetime.fromtimestamp(int(when), UTC)
    who = _who(author[1:], address[1:], message[1:])
    return Record(name, tuple(parents[1:].split()), moment, who, _pull(message[1:]), changes)


def _who(author: str, address: str, message: str) -> str:
    """The public handle of whoever made a commit, from an address of GitHub that says it; else their name.

    What a robot committed is told of those it did it with. An e-mail address is told of nobody, not even as a name.
    """
    own = re.fullmatch(NOREPLY, address, re.IGNORECASE)
    handles: list[str] = [*([own[1]] if own else []), *TOGETHER.findall(message)]
    if handles:
        return "@" + next((each for each in handles if not each.endswith("[bot]")), handles[0])
    name = " ".join("".join(mark for mark in author if mark.isprintable()).split())
    return "" if "@" in name else name[:LONGEST_NAME]


def _pull(message: str) -> int | None:
    """The number of a pull request that a message names at the end of its first line, as a merge, or as closed."""
    subject = message.partition("\n")[0]
    found = PULLS[0].search(subject) or PULLS[1].search(subject) or PULLS[2].search(message)
    return int(found[1]) if found else None


def _mainline(records: Iterable[Record]) -> set[str]:
    """The commits of the published branch itself: from the newest by the first parent of each."""
    parents = {each.name: each.parents for each in records}
    found: set[str] = set()
    name = next(iter(parents), None)
    while name:
        found.add(name)
        name = next(iter(parents.get(name, ())), None)
    return found


def _begun(records: Iterable[Record], main: set[str]) -> Mapping[str, Record]:
    """The oldest commit that each merge brought to the branch. Records come children first."""
    into: dict[str, str] = {}
    found: dict[str, Record] = {}
    for each in records:
        is_main = each.name in main
        merge = each.name if is_main else into.get(each.name)
        if merge and not is_main:
            found[merge] = each
        others = each.parents[1:] if is_main else each.parents
        into |= {parent: merge for parent in others if merge and parent not in main}
    return found


def _commit(record: Record, begun: Record | None) -> Commit:
    first = begun or record
    return Commit(record.name, record.when, first.who, record.pull or first.pull)


def _deeds(record: Record, commit: Commit) -> Iterator[Deed]:
    """What a commit did to each listing and page of text; files whose names cannot be addresses are nobody's."""
    for change in (b"\n" + record.changes).split(b"\ndiff --git ")[1:]:
        head, _, lines = change.partition(b"\n@@ ")
        names, _, rest = head.partition(b"\n")
        path = names[2 : len(names) // 2].decode("utf-8", "replace")  # a/PATH b/PATH
        if found := CONTENT.fullmatch(path):
            yield _deed(commit, found[1], rest, lines)


def _deed(commit: Commit, of: str, head: bytes, lines: bytes) -> Deed:
    if head.startswith(b"new file mode"):
        return Deed(commit, of, Act.ADDED)
    if head.startswith(b"deleted file mode"):
        return Deed(commit, of, Act.REMOVED)
    fields, status = changed_fields(lines.decode("utf-8", "replace"))
    act = {"closed": Act.CLOSED, "removed": Act.REMOVED}.get(status, Act.CHANGED)
    if "verified" in fields and all(each.startswith("verified") for each in fields):
        act = Act.CONFIRMED
    return Deed(commit, of, act, fields)
