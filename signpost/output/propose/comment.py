"""A suggestion -> the one comment below its issue: Markdown in which nothing a stranger wrote is more than words.

All of theirs stands in code spans and fences, where GitHub makes no links, mentions, pictures or HTML of it, and no
line of the comment begins with what they wrote.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from signpost.model.addresses import of_listing
from signpost.model.answers import said
from signpost.model.fieldtypes.places import country_names
from signpost.model.issues import ACCEPTED, ADD, CONFIRM
from signpost.model.kinds import Field, Kind, Site
from signpost.model.listings import Listing
from signpost.model.problems import Problem
from signpost.model.questions import BODY
from signpost.model.quoting import code
from signpost.model.words import Words
from signpost.output.propose.reading import HEAD
from signpost.output.propose.suggestions import Suggestion

LONGEST, LONGEST_BODY, MOST = 300, 2000, 40
JOINERS = "\u200c\u200d"


def comment(suggestion: Suggestion, words: Words, site: Site, *, accepting: bool = False) -> str:
    """The whole comment. Its first line is hidden, and says which text of the issue it answers."""
    parts = [_head(suggestion), *_notes(suggestion, words, accepting=accepting)]
    if not suggestion.is_held:
        parts += _answer(suggestion, words, site)
    return "\n\n".join(parts) + "\n"


def _head(suggestion: Suggestion) -> str:
    return f"{HEAD}{'-' if suggestion.is_held else suggestion.issue.digest} -->"


def _notes(suggestion: Suggestion, words: Words, *, accepting: bool) -> Iterator[str]:
    """What comes first: that somebody has to look."""
    was_accepted = accepting or ACCEPTED in suggestion.issue.labels
    if was_accepted and not suggestion.is_answered:
        yield f"**{words('issue.said.changed')}**"
    for brake in suggestion.brakes:
        yield words(f"issue.brake.{brake.key}", number=brake.number)
    if suggestion.refused:
        yield words("issue.said.refused", why=shown(suggestion.refused, words))


def _answer(suggestion: Suggestion, words: Words, site: Site) -> Iterator[str]:
    yield words(f"issue.said.{suggestion.aim}", kind=suggestion.form.kind.one if suggestion.form.kind else "")
    if suggestion.unclear:
        yield f"**{words(f'issue.unclear.{suggestion.unclear.key}', **_safe(suggestion, words))}**"
    if understood := "\n".join(_understood(suggestion, words)):
        yield understood
    yield from _problems(suggestion, words)
    yield from _alike(suggestion.alike, words, site)
    if suggestion.is_sound:
        yield from _card(suggestion, words)
    yield words(f"issue.next.{_next(suggestion)}")


def _safe(suggestion: Suggestion, words: Words) -> dict[str, str]:
    """The values of what is said to be unclear, as words."""
    held = suggestion.unclear.values if suggestion.unclear else {}
    return {name: shown(str(value), words) for name, value in held.items()}


def _next(suggestion: Suggestion) -> str:
    if suggestion.is_unclear:
        return "mend"
    if suggestion.form.aim in (ADD, CONFIRM):
        return "sound" if suggestion.is_sound else "person"
    return suggestion.form.aim


def _understood(suggestion: Suggestion, words: Words) -> Iterator[str]:
    """A line for each thing that is said, or that changes."""
    if not suggestion.draft:
        yield from _given(suggestion, words)
        return
    for name, field in suggestion.draft.kind.fields.items():
        old, new = (suggestion.before.get(name, ""), suggestion.after.get(name, ""))
        if old != new:
            yield f"- **{field.label}**: {_change(_values(field, old), _values(field, new), words, suggestion)}"
    if suggestion.before.get(BODY, "") != (text := suggestion.after.get(BODY, "")):
        yield f"- **{words('issue.body.label')}**:\n\n{fenced(text)}"


def _given(suggestion: Suggestion, words: Words) -> Iterator[str]:
    """What was answered, where it makes no file."""
    for each in suggestion.form.inputs:
        if answer := suggestion.answers.get(each.name):
            yield f"- **{each.label}**: {shown(answer, words)}"


def _change(old: str, new: str, words: Words, suggestion: Suggestion) -> str:
    is_new = suggestion.draft is not None and not suggestion.draft.was
    return shown(new, words) if is_new else f"{shown(old, words)} → {shown(new, words)}"


def _values(field: Field, answer: str) -> str:
    return ", ".join(said(field, answer)) if answer else ""


def _problems(suggestion: Suggestion, words: Words) -> Iterator[str]:
    for key, weight in (("to-mend", False), ("worth-a-look", True)):
        if found := [each for each in suggestion.problems if each.warning is weight]:
            rows = [_problem(each, suggestion, words) for each in found[:MOST]]
            yield "\n".join([f"**{words(f'issue.said.{key}')}**\n", *rows])


def _problem(problem: Problem, suggestion: Suggestion, words: Words) -> str:
    """What is wrong, at which question, in which line, and what to do."""
    label = _label(problem, suggestion, words)
    line = f"\n  {shown(problem.line, words)}" if problem.line.strip(" -") else ""
    hint = f" {shown(problem.hint, words)}" if problem.hint else ""
    return f"- **{label}**: {shown(problem.say, words)}{hint} ({problem.rule}){line}"


def _label(problem: Problem, suggestion: Suggestion, words: Words) -> str:
    """The question that a problem is about: that of the field whose lines it stands in."""
    document, kind = suggestion.document, suggestion.draft.kind if suggestion.draft else None
    if not document or not kind or problem.path != document.path:
        return words("issue.said.elsewhere")
    if problem.span.line >= document.body_line > 1:
        return words("issue.body.label")
    above = [name.value for name, _ in document.fields.pairs if name.span.line <= problem.span.line]
    field = kind.fields.get(above[-1]) if above else None
    return field.label if field else words("issue.said.whole")


def _alike(listings: Sequence[Listing], words: Words, site: Site) -> Iterator[str]:
    if listings:
        page = site.base_url.rstrip("/")
        rows = [f"- {shown(each.name, words)}: {page}{of_listing(each.id)}" for each in listings]
        yield "\n".join([f"**{words('issue.said.alike')}**\n", *rows])


def _card(suggestion: Suggestion, words: Words) -> Iterator[str]:
    """The card of the listing, in words."""
    kind, after = suggestion.draft.kind if suggestion.draft else None, suggestion.after
    if kind is None:
        return
    place = ", ".join(filter(None, (after.get("city"), country_names(words.language).get(after.get("country", "")))))
    lines = [after.get("name", ""), " · ".join(filter(None, (kind.one, place))), after.get("summary", "")]
    needs = _labels(kind, after.get("support", ""))
    rows = [shown(each, words) for each in lines if each]
    rows += [f"{words('card.needs')}: {shown(needs, words)}"] if needs else []
    yield "\n".join([f"**{words('issue.said.card')}**\n", *(f"> {row}  " for row in rows)])


def _labels(kind: Kind, answer: str) -> str:
    field = kind.fields.get("support")
    if not field or not field.vocabulary or not answer:
        return ""
    terms = field.vocabulary.terms
    return ", ".join(terms[code].label if code in terms else code for code in said(field, answer))


def shown(text: str, words: Words, most: int = LONGEST) -> str:
    """Words of a stranger on one line, in a code span, cut where they go on and on."""
    whole = " ".join(visible(text).split())
    if not whole:
        return f"_{words('issue.said.nothing')}_"
    return code(whole if len(whole) <= most else f"{whole[: most - 1]}…")


def fenced(text: str) -> str:
    """A text of several lines in a fence that nothing within it can close, as a quotation."""
    kept = visible(text)
    kept = kept if len(kept) <= LONGEST_BODY else f"{kept[: LONGEST_BODY - 1]}…"
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", kept)), 3)
    return "\n".join(f"  > {line}" for line in (f"{fence}text", *kept.splitlines(), fence))


def visible(text: str) -> str:
    """A text in which each character that cannot be seen, or turns the direction of reading, is told by a mark."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(mark)[0] == "C" and mark not in f"\r\n\t{JOINERS}" else mark
        for mark in text
    )
