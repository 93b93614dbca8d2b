"""What was understood of a sheet -> words for whoever sent it: which column goes where, and what no column says."""

from collections.abc import Iterator

from signpost.intake.sheets import Understood
from signpost.intake.sheets.matching import Match

WIDEST, A_FEW = 40, 12


def account(found: Understood) -> str:
    """A few lines: the columns with their fields and a sample each, then what every listing needs beyond them."""
    sheet, number = found.sheet, len(found.sheet.rows)
    head = f"{sheet.name}: {number} row{'' if number == 1 else 's'}, with {sheet.between} between the cells\n\n"
    wide = min(WIDEST, max((len(each.column) for each in found.matches if each.field), default=0))
    rows = "".join(f"    {_cut(each.column):{wide}} -> {_goes(each, found)}\n" for each in found.matches if each.field)
    missing = ", ".join(f"{each.name} ({each.label})" for each in found.missing)
    lacking = f"Every listing needs what no column says: {missing}. Say which one does: --map FIELD=COLUMN\n\n"
    return f"{head}{rows}{_left(found.matches)}\n" + (lacking if missing else "")


def _left(matches: tuple[Match, ...]) -> str:
    """The columns that go nowhere."""
    left = [_cut(each.column) for each in matches if each.column and not each.field]
    if not left:
        return ""
    more = f" and {len(left) - A_FEW:,} more" if len(left) > A_FEW else ""
    return f'\n    Left out: {", ".join(left[:A_FEW])}{more}. To use one: --map FIELD="{left[0]}"\n'


def _goes(match: Match, found: Understood) -> str:
    unsure = "" if match.is_sure else f"  (only a guess; if it is wrong: --map {match.field}=)"
    sample = next(_samples(match, found), "")
    return f"{match.field}{f', such as {_cut(sample)}' if sample else ''}{unsure}"


def _samples(match: Match, found: Understood) -> Iterator[str]:
    """What the cells of a column say, on one line, with nothing in it that a terminal would obey."""
    at = found.sheet.columns.index(match.column)
    cells = (row.cells[at] for row in found.sheet.rows if at < len(row.cells))
    seen = ("".join(sign if sign.isprintable() else " " for sign in cell) for cell in cells)
    yield from (" ".join(cell.split()) for cell in seen if cell.strip())


def _cut(text: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return shown if len(shown) <= WIDEST else f"{shown[: WIDEST - 1]}…"
