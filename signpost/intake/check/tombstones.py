"""Files of listings that were removed on request -> what is left of them, and an Unfit for all that should be gone."""

from collections.abc import Iterable, Iterator

from signpost.model.kinds import Charter
from signpost.model.listings import Removed, removed
from signpost.model.problems import Unfit
from signpost.model.source import Document, Span


def tombstones(documents: Iterable[Document], charter: Charter) -> Iterator[Removed]:
    """What is left of each listing that was removed; a file that says more than that counts too, and is told."""
    for document in documents:
        folder, _, name = document.path.removeprefix("content/").rpartition("/")
        kind = None if name.startswith("_") else charter.kinds.get(folder)
        if kind and (found := removed(document, kind)):
            yield found


def left_behind(document: Document) -> Iterator[Unfit]:
    """An Unfit for each thing that a removed listing's file still says.

    left-behind: the file of a listing that was removed says more than `status: removed`.
    """
    hint = "Of a removed listing only status: removed stays: delete all else."
    for name, _ in document.fields.pairs:
        if name.value != "status":
            yield Unfit("left-behind", f"{name.value} is still here", hint, name.span)
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.strip():
            yield Unfit("left-behind", "Its text is still here", hint, Span(number, 1, len(line) + 1))
            return
