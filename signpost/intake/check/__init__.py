"""Documents and the Charter -> the listings and pages that are sound, and a Problem for all that is not."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from signpost.intake.check.markdown import markdown
from signpost.intake.check.outgoing import RULES as OUTGOING
from signpost.intake.check.outgoing import WARNINGS as ELSEWHERE
from signpost.intake.check.outgoing import Outgoing
from signpost.intake.check.pages import prose_page
from signpost.intake.check.privacy import WARNINGS as PRIVATE
from signpost.intake.check.rules import RULES, WARNINGS
from signpost.intake.check.tombstones import left_behind
from signpost.model.addresses import of_lists
from signpost.model.fieldtypes.fitting import fit
from signpost.model.fieldtypes.places import zone_of
from signpost.model.fieldtypes.reading import near
from signpost.model.fieldtypes.references import SLUG
from signpost.model.kinds import Charter, Kind
from signpost.model.listings import Listing, Prose, removed
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import START, Document, Span, is_empty, scalars

DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever the ending: nobody there could fetch the directory any more."""

PAGES, LONGEST_SLUG = "content/pages/", 60


def check(
    documents: Iterable[Document], charter: Charter, today: date
) -> tuple[list[Listing], list[Prose], list[Problem]]:
    """Each document in its place, read by what the Charter declares."""
    listings: list[Listing] = []
    prose: list[Prose] = []
    problems: list[Problem] = []
    taken = frozenset(of_lists(charter))
    for document in documents:
        folder, _, file_name = document.path.removeprefix("content/").rpartition("/")
        if file_name.startswith("_") or folder == "_terms":
            problems += (problem(document, unfit) for unfit in _undeclared(document))
        elif document.path.startswith(PAGES):
            page, unfits = prose_page(document, taken)
            prose += [page] if page else []
            problems += (problem(document, unfit) for unfit in unfits)
        elif (kind := charter.kinds.get(folder)) is None:
            problems += (problem(document, unfit) for unfit in _misplaced(folder, charter))
        else:
            found, wrong = listing(document, kind, today)
            listings += [found] if found else []
            problems += wrong
    return listings, prose, problems


def listing(document: Document, kind: Kind, today: date) -> tuple[Listing | None, list[Problem]]:
    """One listing, or None when an error keeps it from being shown, or when it was removed."""
    if removed(document, kind):
        return None, [problem(document, unfit) for unfit in left_behind(document)]
    values, unfits = fit(document.fields, kind.fields, document.said)
    slug = document.path.rpartition("/")[2].rpartition(".")[0]
    told = (_after_mark(each, document) for each in unfits)
    unfits = [*_slug_faults(slug), *markdown(document), *_cut_off(document), *told]
    found = Listing(kind, slug, _completed(values, kind, document), document)
    elsewhere = Outgoing(found)
    unfits += (unfit for rule in RULES for unfit in rule(found, today))
    unfits += (unfit for rule in OUTGOING for unfit in rule(elsewhere))
    warnings = [unfit for rule in (*WARNINGS, *PRIVATE) for unfit in rule(found, today)]
    warnings += (unfit for rule in ELSEWHERE for unfit in rule(elsewhere))
    problems = [problem(document, unfit) for unfit in unfits]
    problems += (problem(document, unfit, warning=True) for unfit in warnings)
    return (None if unfits else found), problems


def _after_mark(unfit: Unfit, document: Document) -> Unfit:
    """What to say of a needed value that YAML does not read, because a # begins a comment."""
    if unfit.rule != "missing-field" or unfit.span == START or "#" not in document.line((unfit.span or START).line):
        return unfit
    return Unfit(unfit.rule, unfit.say, "What follows # is not read: put quotation marks around it.", unfit.span)


def _completed(values: dict[str, object], kind: Kind, document: Document) -> dict[str, object]:
    """The values, with what holds where nothing is said: the kind's defaults, and the country's only time zone.

    What is said and does not fit is left out.
    """
    completed = {name: value for name, value in kind.defaults.items() if name not in document.said}
    zone = zone_of(str(values["country"])) if "country" in values and "timezone" in kind.fields else None
    return {**completed, **({"timezone": zone} if zone else {}), **values}


def _cut_off(document: Document) -> Iterator[Unfit]:
    """An Unfit for each value that YAML ends early, at a # that belongs to the words.

    cut-off: a blank and a # within a value, which begin a comment; a comment has a blank after its #.
    """
    if " #" not in document.text:
        return
    for text in scalars(document.fields):
        rest = document.line(text.span.line)[text.span.end - 1 :] if text.plain else ""
        if re.match(r" +#[^ #]", rest) and not is_empty(text):
            start = text.span.end + len(rest) - len(rest.lstrip())
            hint = "Put quotation marks around the whole value."
            span = Span(text.span.line, start, text.span.end + len(rest))
            yield Unfit("cut-off", "What follows # is not read", hint, span)


def _slug_faults(slug: str) -> Iterator[Unfit]:
    """An Unfit for a file's name that cannot be an address.

    bad-file-name: a file's name has something else in it than small letters, digits and single hyphens, or is one that
    Windows keeps for devices.
    """
    if not re.fullmatch(SLUG, slug) or len(slug) > LONGEST_SLUG:
        hint = f"Use at most {LONGEST_SLUG} small letters, digits and hyphens, such as python-nantes.md."
        yield Unfit("bad-file-name", f'The file\'s name "{slug}" cannot be an address', hint, START)
    elif DEVICE.fullmatch(slug):
        hint = f"Add a word to it, such as {slug}-group.md."
        yield Unfit("bad-file-name", f'Windows cannot hold a file with the name "{slug}"', hint, START)


def _misplaced(folder: str, charter: Charter) -> Iterator[Unfit]:
    """The Unfit for a file outside of every kind's folder.

    wrong-place: a file stands in a folder that holds no kind of listing.
    """
    if folder.startswith("_terms/"):
        yield Unfit("wrong-place", "Choices stand right in content/_terms/", "Move the file there.", START)
        return
    likely = near(folder, charter.kinds) if folder else None
    meant = f"Did you mean content/{likely}/? " if likely else ""
    where = f"content/{folder}/ holds no kind of listing" if folder else "Listings stand in a folder of their kind"
    yield Unfit("wrong-place", where, f"{meant}Listings stand in {', '.join(charter.kinds)}.", START)


def _undeclared(document: Document) -> Iterator[Unfit]:
    """The Unfit for a file whose name begins with `_` and that nothing reads.

    not-read: a file whose name begins with `_` is not one that declares something.
    """
    folder, _, name = document.path.removeprefix("content/").rpartition("/")
    known = {"": ("_site.yaml", "_listing.yaml")}.get(folder, ("_kind.yaml",))
    if folder != "_terms" and name not in known:
        likely = near(name, known)
        hint = f"Did you mean {likely}? " if likely else ""
        say = f"Nothing reads a file called {name} here"
        yield Unfit("not-read", say, f"{hint}Listings' names do not begin with _.", START)
