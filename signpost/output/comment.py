"""A Review -> the one comment on its pull request (GitHub Flavored Markdown); strangers' words are words alone."""

from collections.abc import Iterator

from signpost.model.problems import Problem, are_sound
from signpost.model.quoting import cell, code
from signpost.model.reviews import Change, Review

MANY, LONG, LONGEST = 20, 160, 60_000
"""Rows of each sort, characters of a value, and of the whole: GitHub takes 65,536."""

VERBS = {"added": "New", "changed": "Changed", "removed": "Removed"}


def comment(review: Review, run_url: str = "") -> str:
    """What the change brings, field by field, and what is to be mended; "all clear" when that is nothing.

    `run_url` is where the built site can be fetched.
    """
    parts = [_verdict(review), *_mending(review), *_notes(review), *_seen(review), *_standing(review)]
    if run_url:
        parts.append(f"The site as it would be is among the [files of this check]({run_url}#artifacts).")
    whole = "\n\n".join(parts) + "\n"
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rpartition(chr(10))[0]}\n\n…\n"


def _verdict(review: Review) -> str:
    errors = sum(not each.warning for each in review.problems)
    if errors:
        return f"**{errors} {'thing needs' if errors == 1 else 'things need'} mending** before this can go live."
    worth = " There is something worth a look." if review.problems or review.notes else ""
    return f"**All clear.** Everything fits.{worth}"


def _mending(review: Review) -> Iterator[str]:
    """What is wrong, errors first."""
    found = sorted(review.problems, key=lambda each: each.warning)
    if found:
        yield "\n".join(["### To mend" if not are_sound(found) else "### Worth a look", "", *_rows(found)])


def _rows(found: list[Problem]) -> Iterator[str]:
    for each in found[:MANY]:
        place = f"{code(each.path)}, line {each.span.line}"
        line = f"\n  {code(each.line, LONG)}" if each.line.strip() else ""
        hint = f"\n  {code(each.hint, 2 * LONG)}" if each.hint else ""
        yield f"- {place}: {code(each.say, 2 * LONG)} ({code(each.rule)}){line}{hint}"
    yield from _more(len(found))


def _notes(review: Review) -> Iterator[str]:
    if review.notes:
        yield "\n".join(["### Beside that", "", *(f"- {code(each, 2 * LONG)}" for each in review.notes[:MANY])])


def _seen(review: Review) -> Iterator[str]:
    """What changes for readers, a table for each listing."""
    if review.changes:
        yield "### What readers will see"
        yield from (_change(each) for each in review.changes[:MANY])
        yield from _more(len(review.changes))


def _change(change: Change) -> str:
    head = f"**{VERBS.get(change.what, 'Changed')}**: {code(change.name, LONG)} ({code(change.kind)})"
    if not change.differences:
        return head
    is_new = change.what == "added"
    columns = ["| | |", "| --- | --- |"] if is_new else ["| | before | after |", "| --- | --- | --- |"]
    rows = (
        [cell(each.label), *([] if is_new else [cell(each.before, LONG)]), cell(each.after, LONG)]
        for each in change.differences
    )
    return "\n".join([head, "", *columns, *(f"| {' | '.join(row)} |" for row in rows)])


def _standing(review: Review) -> Iterator[str]:
    """What was wrong before: it is not this change's to mend."""
    found = [each for each in review.standing if not each.warning]
    if found:
        head = f"<details><summary>{len(found)} mistakes were there before and do not hold this up</summary>"
        yield "\n".join([head, "", *_rows(found), "", "</details>"])


def _more(number: int) -> Iterator[str]:
    if number > MANY:
        yield f"- and {number - MANY} more"
