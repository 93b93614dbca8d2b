"""The documents that declare, and the theme -> a Problem for each icon that the theme does not have."""

import re
from collections.abc import Iterator

from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import Document, Entries, Text, Tree

SPRITE = "templates/assets/icons.svg"


def icons(documents: list[Document], tree: Tree) -> list[Problem]:
    """Every icon of a kind or a term that would be shown as nothing."""
    known = re.findall('<symbol id="([^"]+)"', tree.get(SPRITE, b"").decode("utf-8", "replace"))
    declaring = (each for each in documents if each.path.endswith("/_kind.yaml") or "/_terms/" in each.path)
    return [problem(each, unfit) for each in declaring if known for unfit in no_such_icon(each.fields, known)]


def no_such_icon(entries: Entries, known: list[str]) -> Iterator[Unfit]:
    """The icon of a kind or a term is one of the theme's."""
    for name, node in entries.pairs:
        if isinstance(node, Entries):
            yield from no_such_icon(node, known)
        elif name.value == "icon" and isinstance(node, Text) and node.value not in known:
            hint = f"{did_you_mean(node.value, known)}The icons are those of {SPRITE}."
            yield Unfit("no-such-icon", f"There is no icon {node.value}", hint, node.span)


RULES = (no_such_icon,)
