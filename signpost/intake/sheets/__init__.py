"""Somebody's spreadsheet (CSV) and what they say of its columns -> the listings its rows would become."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from signpost.intake.sheets.drafting import Among, Drafted, drafted
from signpost.intake.sheets.matching import Match, matched
from signpost.intake.sheets.reading import Sheet, sheet
from signpost.model.addresses import named_by_files
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.kinds import Charter, Field
from signpost.model.problems import Refused
from signpost.model.questions import BODY
from signpost.model.sheets import OWN, text_name
from signpost.model.source import Tree


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an import: the folder of a kind, "" where the sheet says it, and the columns by field."""

    kind: str
    columns: Mapping[str, str]
    day: date


@dataclass(frozen=True, slots=True)
class Understood:
    """A sheet, what goes where, what every listing needs and no column has, and what the rows would become.

    Without a column for their names nothing is drafted.
    """

    sheet: Sheet
    matches: tuple[Match, ...]
    missing: tuple[Field, ...]
    drafts: tuple[Drafted, ...]


def understood(content: bytes, name: str, asked: Asked, charter: Charter, tree: Tree) -> Understood:
    """What a file's bytes hold. Raises Refused, with what to do, when they are no sheet or do not go with the kind."""
    kinds = charter.kinds
    if asked.kind and asked.kind not in kinds:
        raise Refused(f"There is no kind {asked.kind}. {did_you_mean(asked.kind, kinds)}It can be {', '.join(kinds)}.")
    read = sheet(content, name)
    if not asked.kind and not read.is_own:
        raise Refused(f"Say what they are with --kind. It can be {', '.join(kinds)}.")
    kind = kinds.get(asked.kind)
    text = {BODY: text_name(charter)} if read.is_own and text_name(charter) in read.columns else {}
    matches = _matched(read, kind.fields if kind else _of_all(charter), {**text, **asked.columns})
    known = {each.field for each in matches}
    needed = kind.fields.values() if kind else ()
    missing = tuple(field for field in needed if field.required and field.name not in known)
    among = Among(kinds, frozenset(named_by_files(tree)), asked.day)
    drafts = drafted(read, matches, kind, among) if "name" in known else ()
    return Understood(read, matches, missing, tuple(drafts))


def _of_all(charter: Charter) -> Mapping[str, Field]:
    """Every field that any kind has."""
    return {name: field for kind in charter.kinds.values() for name, field in kind.fields.items()}


def _matched(read: Sheet, fields: Mapping[str, Field], told: Mapping[str, str]) -> tuple[Match, ...]:
    """What goes where. The first columns of a sheet that Signpost wrote say what it is, and go nowhere."""
    own = len(OWN) if read.is_own else 0
    return matched(read.columns[own:], fields, told)
