"""Named values that are themselves sets of values -> each of them fitted."""

import re
from collections.abc import Mapping
from typing import Any

from signpost.model.fieldtypes.fitting import fit
from signpost.model.kinds import Field
from signpost.model.problems import Unfit
from signpost.model.source import Entries, Text

CODE = re.compile("[a-z0-9]+([-_][a-z0-9]+)*")


def each_named(
    entries: Entries | None, fields: Mapping[str, Field], short: str = ""
) -> tuple[dict[str, dict[str, Any]], list[Unfit]]:
    """Name -> values, for each that fits. With `short`, a single text stands for that field alone.

    not-a-code: a name that is written in listings has something else in it than small letters, digits, - and _.
    """
    found: dict[str, dict[str, Any]] = {}
    unfits: list[Unfit] = []
    for name, node in entries.pairs if entries else ():
        inner = Entries(((Text(short, name.span), node),), node.span) if short and isinstance(node, Text) else node
        if not CODE.fullmatch(name.value):
            hint = "Use small letters, digits, - and _."
            unfits.append(Unfit("not-a-code", f'"{name.value}" cannot be written in listings', hint, name.span))
        elif not isinstance(inner, Entries):
            hint = f"Write {name.value}: {{{next(iter(fields))}: ...}}"
            unfits.append(Unfit("not-named-values", f"{name.value} takes named values", hint, node.span))
        else:
            values, wrong = fit(inner, fields)
            unfits += (Unfit(each.rule, each.say, each.hint, each.span or name.span) for each in wrong)
            if not wrong:
                found[name.value] = values
    return found, unfits
