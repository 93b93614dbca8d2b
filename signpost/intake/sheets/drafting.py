"""The rows of a sheet -> the listings they would become, each with what keeps it from that."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from signpost.intake.sheets.cells import harm
from signpost.intake.sheets.matching import Match
from signpost.intake.sheets.reading import Row, Sheet
from signpost.model.addresses import slug_of
from signpost.model.answers import ON_LINES, said, vouched, whole
from signpost.model.fieldtypes.references import REFERENCE
from signpost.model.kinds import Field, Kind
from signpost.model.problems import Problem, Unfit
from signpost.model.proposals import Proposal
from signpost.model.questions import BODY
from signpost.model.sheets import bare
from signpost.model.source import Span


class Drafted(NamedTuple):
    """What a row would become, and the line the row stands in."""

    line: int
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Among:
    """What rows are drafted for: the kinds they may be of, the ids that are taken, and the day."""

    kinds: Mapping[str, Kind]
    taken: Container[str]
    day: date


def drafted(sheet: Sheet, matches: Sequence[Match], kind: Kind | None, among: Among) -> Iterator[Drafted]:
    """A draft for each row; of a sheet of Signpost's own only the rows of the kind, or of each row's own kind."""
    unmapped = tuple(each.column for each in matches if not each.field and each.column)
    lines: dict[str, int] = {}
    for row in sheet.rows:
        of = kind if not sheet.is_own else among.kinds.get(row.cells[1]) if len(row.cells) > 1 else None
        if sheet.is_own and kind and of is not kind:
            continue
        faults = [*_harms(row, sheet), *_shape(row, sheet)]
        path, text = "", ""
        if of is None:
            faults.append(
                Unfit("no-such-kind", "It is of no kind that is here", f"It can be {', '.join(among.kinds)}.")
            )
        elif not (faults := [*faults, *_misfits(row, sheet, matches, of)]):
            path, text = _file(row, sheet, matches, of, among)
            faults = list(_taken(path, lines, among))
            lines.setdefault(path, row.line)
        problems = tuple(Problem(sheet.name, each.rule, each.say, each.hint, Span(row.line, 1, 1)) for each in faults)
        yield Drafted(row.line, Proposal(path, text, problems, unmapped))


def _cells(row: Row, sheet: Sheet) -> Mapping[str, str]:
    """The cells of a row, by column."""
    return dict(zip(sheet.columns, row.cells, strict=False))


def _harms(row: Row, sheet: Sheet) -> Iterator[Unfit]:
    found = (harm(cell, column, is_own=sheet.is_own) for column, cell in _cells(row, sheet).items())
    yield from filter(None, found)


def _misfits(row: Row, sheet: Sheet, matches: Sequence[Match], kind: Kind) -> Iterator[Unfit]:
    """An Unfit for what keeps a row from being a listing of a kind before any value of it is looked at."""
    cells = _cells(row, sheet)
    if not any(cells.get(each.column, "").strip() for each in matches if each.field == "name"):
        yield Unfit("no-name", "It has no name", "Fill in its name, or say with --map which column that is.")
    for each in matches:
        if each.field not in ("", BODY, *kind.fields) and cells.get(each.column):
            yield Unfit("not-of-kind", f"{kind.many} have no field {each.field}", "Empty that cell.")


def _file(row: Row, sheet: Sheet, matches: Sequence[Match], kind: Kind, among: Among) -> tuple[str, str]:
    """Path and text of the file that a row becomes."""
    cells = _cells(row, sheet)
    answers = dict(_answers(cells, matches, kind, is_own=sheet.is_own))
    known = cells["id"].strip() if sheet.is_own else ""
    is_id = REFERENCE.fullmatch(known) and known.startswith(f"{kind.slug}/")
    identity = known if is_id else f"{kind.slug}/{slug_of(answers['name'])}"
    return f"content/{identity}.md", whole(_whose(answers, kind, among.day), kind)


def _shape(row: Row, sheet: Sheet) -> Iterator[Unfit]:
    beyond = row.cells[len(sheet.columns) :]
    if any(cell.strip() for cell in beyond):
        say = f"It has {len(row.cells)} cells, and there are {len(sheet.columns)} columns"
        yield Unfit(
            "too-many-cells", say, "Put a cell with a comma, or what else stands between cells, in quotation marks."
        )


def _answers(
    cells: Mapping[str, str], matches: Sequence[Match], kind: Kind, *, is_own: bool
) -> Iterator[tuple[str, str]]:
    """Field and answer of each cell that says more than what holds anyway."""
    for each in matches:
        answer = bare(cells.get(each.column, "").strip())
        field = kind.fields.get(each.field)
        if answer and field is None:
            yield each.field, answer
        elif answer and field:
            answer = answer if is_own else _between_commas(answer, field)
            if said(field, answer) != _said_anyway(kind.defaults.get(field.name)):
                yield each.field, answer


def _said_anyway(default: object) -> list[str]:
    return [str(each) for each in default] if isinstance(default, tuple) else [] if default is None else [str(default)]


def _between_commas(answer: str, field: Field) -> str:
    """Several values between commas, where somebody put semicolons or bars between them."""
    is_list = field.type.many and field.type.name not in ON_LINES
    return re.sub("[;|]", ",", answer) if is_list and not re.search("[,\n]", answer) else answer


def _whose(answers: Mapping[str, str], kind: Kind, today: date) -> Mapping[str, str]:
    """The answers with who vouches for them: as the row says; else from public pages, today."""
    return answers if answers.get("verified") or answers.get("compiled") else vouched(answers, kind, today)


def _taken(path: str, lines: Mapping[str, int], among: Among) -> Iterator[Unfit]:
    """An Unfit where a file of that name is there already, or another row has it. Nothing is ever written over."""
    identity = path.removeprefix("content/").removesuffix(".md")
    if identity in among.taken:
        hint = "If it is the same, mend that file; else give this one another name."
        yield Unfit("is-there", f"There is a listing {identity} already", hint)
    elif path in lines:
        say = f"It would become the same file as line {lines[path]}: {path}"
        yield Unfit("twice", say, "Delete one of the two rows, or change its name.")
