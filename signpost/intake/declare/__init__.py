"""The documents that declare -> the Charter, and every Problem in them.

Without a sound `_site.yaml` and `_listing.yaml` there is no Charter: nothing else could be read by it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from signpost.intake.declare.fields import declared_fields
from signpost.intake.declare.kinds import KIND_FILE, declared_kind
from signpost.intake.declare.sites import declared_site
from signpost.intake.declare.vocabularies import TERMS_FOLDER, declared_vocabulary
from signpost.model.kinds import Charter, Kind
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import Document

T = TypeVar("T")
MOST_FIELDS = 500
"""Of all kinds: each is a column of the tables, and SQLite has at most 2,000."""
SITE_FILE, SHARED_FILE = "content/_site.yaml", "content/_listing.yaml"


def declare(documents: list[Document]) -> tuple[Charter | None, list[Problem]]:
    """The Charter that a directory's own files declare, or None when its foundations are missing or unsound.

    missing-file: a file that every directory needs is not there.
    """
    by_path = {document.path: document for document in documents}
    absent = [path for path in (SITE_FILE, SHARED_FILE) if path not in by_path]
    if absent:
        hint = "Copy it from another Signpost directory and change its words."
        return None, [Problem(path, "missing-file", f"There is no {path}", hint) for path in absent]
    site, site_problems = _told(by_path[SITE_FILE], *declared_site(by_path[SITE_FILE].fields))
    terms = [_told(each, *declared_vocabulary(each)) for each in documents if each.path.startswith(TERMS_FOLDER)]
    vocabularies = {vocabulary.name: vocabulary for vocabulary, _ in terms}
    shared, shared_problems = _told(by_path[SHARED_FILE], *declared_fields(by_path[SHARED_FILE].fields, vocabularies))
    kinds = [
        _told(each, *declared_kind(each, shared, vocabularies))
        for each in documents
        if each.path.endswith(KIND_FILE) and each.path != f"content{KIND_FILE}"
    ]
    foundations = [*site_problems, *chain.from_iterable(wrong for _, wrong in terms), *shared_problems]
    if site is None or shared_problems:
        return None, foundations
    crowding = _crowding({f"content/{kind.slug}{KIND_FILE}": kind for kind, _ in kinds if kind}, by_path)
    problems = [*foundations, *chain.from_iterable(wrong for _, wrong in kinds), *crowding]
    in_order = sorted((kind for kind, _ in kinds if kind), key=lambda each: (each.order, each.slug))
    return Charter(site, shared, vocabularies, {each.slug: each for each in in_order}), problems


def _crowding(kinds: Mapping[str, Kind], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A Problem at the first kind with which there are more fields than tables have columns.

    too-many-fields: all kinds together have more than 500 fields.
    """
    names = set[str]()
    for path, kind in kinds.items():
        names |= kind.fields.keys()
        if len(names) > MOST_FIELDS:
            say = f"With these, all kinds together have {len(names)} fields; there is room for {MOST_FIELDS}"
            hint = "Leave some out, or use those of other kinds."
            yield problem(documents[path], Unfit("too-many-fields", say, hint))
            return


def _told(document: Document, value: T, unfits: Iterable[Unfit]) -> tuple[T, list[Problem]]:
    return value, [problem(document, unfit) for unfit in unfits]
