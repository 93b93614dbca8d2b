"""What else is done with a directory than building it: each a step or two between `take_in` and what is said of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from signpost.intake.parse import parse
from signpost.model.files import File
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog
from signpost.model.problems import are_sound
from signpost.model.source import Tree
from signpost.pipeline import in_words, take_in

if TYPE_CHECKING:
    from signpost.model.health.memory import Records
    from signpost.model.proposals import Proposal
    from signpost.model.reviews import Review
    from signpost.output.locate import Located
    from signpost.output.review import Standing


def located(tree: Tree, charter: Charter) -> Iterator["Located"]:
    """What becomes of the file of each listing in a tree, when its city's place is looked up; sound or not."""
    from signpost.output.locate import locate  # no other step needs it

    for document in parse(tree)[0]:
        folder, _, name = document.path.removeprefix("content/").rpartition("/")
        kind = None if name.startswith("_") else charter.kinds.get(folder)
        if kind and (found := locate(document, kind, tree[document.path])):
            yield found


def reviewed(before: Tree, after: Tree, paths: Sequence[str], today: date) -> "Review":
    """What a change of some files does to the directory, given both trees whole."""
    from signpost.output.review import review  # no other step needs it

    return review(_standing(before, today), _standing(after, today), paths)


def _standing(tree: Tree, today: date) -> "Standing":
    from signpost.output.review import Standing

    documents, _ = parse(tree)
    catalog, problems = take_in(tree, today)
    return Standing({each.path: each for each in documents}, catalog.charter if catalog else None, problems)


def rechecked(catalog: Catalog, tree: Tree, records: "Records", today: date, limit: int) -> str:
    """The text that asks for a look at what most needs one. Raises BrokenTheme where the theme lacks words."""
    from signpost.output.tending.issue import issue  # only `recheck` asks
    from signpost.output.tending.needs import needs

    site = catalog.charter.site
    with in_words(tree, site.language) as read:
        return issue(needs(catalog, records, today), limit, site, read(), today)


def made(what: str, charter: Charter, tree: Tree) -> Iterator[File]:
    """The files of the repository that are made from its declarations, by what they are: one of options.MADE.

    Each has in it "Made by `signpost export WHAT`", by which it is known as one that is not written by hand.
    """
    from signpost.output.export.schemas import schemas  # only `export` asks
    from signpost.output.reference import fields_page, rules_page

    match what:
        case "fields":
            yield File("docs/fields.md", fields_page(charter).encode())
        case "rules":
            yield File("docs/rules.md", rules_page().encode())
        case "schemas":
            yield from schemas(charter, "content/.schema")
        case "forms":
            yield from forms_in_words(charter, tree)


def forms_in_words(charter: Charter, tree: Tree) -> Iterator[File]:
    """GitHub's issue forms, in the words of the theme. Raises NoSuchWords where it lacks some."""
    from signpost.model.words import words_of  # only `export` asks
    from signpost.output.forms import forms

    for path, content in forms(charter, words_of(tree, charter.site.language)).items():
        yield File(path, content)


def proposed(proposals: Iterable["Proposal"], tree: Tree, today: date) -> tuple["Proposal", ...]:
    """Proposals with all that `check` says of them, beside the directory as it is and beside each other.

    What leans on one that cannot be written, such as a link to it, is looked at again without that one. No two that
    are sound may have the same path.
    """
    from signpost.intake.beside import beside  # no other step needs it

    found, before = tuple(proposals), set(take_in(tree, today)[1])
    while True:
        files = {each.path: each.text.encode() for each in found if are_sound(each.problems)}
        told = beside(files, [each for each in take_in({**tree, **files}, today)[1] if each not in before])
        judged = tuple(
            replace(each, problems=told.get(each.path, ())) if are_sound(each.problems) else each for each in found
        )
        if sum(are_sound(each.problems) for each in judged) == len(files):
            return judged
        found = tuple(old if are_sound(new.problems) else new for old, new in zip(found, judged, strict=True))
