"""New listings and the problems that came with them -> which problem is whose, also where an older listing is told."""

import re
from collections.abc import Collection, Iterable

from signpost.model.problems import Problem

NAMED = re.compile("(?:content/)?(?P<id>[a-z0-9-]+/[a-z0-9-]+)")
SAYS = {
    "same-address": "{old} has the same web address",
    "same-name": "{old} has the same name in the same city",
    "alike-name": "{old} has nearly the same name",
    "moved-from": "{old} had this address before",
}
"""What is said of a new listing for a rule that is told at the later of two, whichever that is."""


def beside(files: Collection[str], problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """The problems of each new file, by its path.

    Of two listings that cannot both stand, `check` tells the later by name. Here it is always the new one's problem:
    the older was there first.
    """
    found: dict[str, list[Problem]] = {}
    for each in problems:
        mine = each if each.path in files else _turned(each, files)
        if mine:
            found.setdefault(mine.path, []).append(mine)
    return {path: tuple(told) for path, told in found.items()}


def _turned(told: Problem, files: Collection[str]) -> Problem | None:
    """A problem of an older listing as that of the new one it names; None when it names none."""
    paths = (f"content/{each['id']}.md" for each in NAMED.finditer(told.say))
    path = next((each for each in paths if each in files), None)
    say = SAYS.get(told.rule, told.say).format(old=told.path)
    hint = "If it is the same, mend that file instead."
    return Problem(path, told.rule, say, hint, warning=told.warning) if path else None
