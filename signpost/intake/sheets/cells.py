"""What a cell may not hold: what would do something where it is opened, instead of saying something."""

import re

from signpost.model.problems import Unfit

FORMULA = re.compile(r"=|[+@-]\S*[(|!]")
HTML = re.compile("<(?!https?:)[a-zA-Z/!?]")
ABOVE = re.compile(r"\.\.[/\\]")
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")

HARMFUL = ("formula", "html", "way-out", "control-character")
"""The rules of what may do harm. A sheet with such a cell is left alone as a whole: it is not what it seems."""


def harm(cell: str, column: str, *, is_own: bool) -> Unfit | None:
    """What may do harm in a cell, if anything does. In Signpost's own sheets formulas are harmless and HTML is text."""
    where = f'The cell below "{column}"'
    if CONTROL.search(cell):
        say = f"{where} has characters in it that cannot be seen"
        return Unfit("control-character", say, "Type it anew instead of copying it.")
    if is_own:
        return None
    if FORMULA.match(cell.lstrip()):
        return Unfit("formula", f"{where} holds a formula", "Put its value there, or an apostrophe before it: '=")
    if HTML.search(cell):
        return Unfit("html", f"{where} holds HTML", "Write plain text.")
    if ABOVE.search(cell):
        return Unfit("way-out", f"{where} holds a way to another folder (../)", "Write a name or a whole web address.")
    return None
