"""A file of `_terms/` -> a Vocabulary, and what does not fit."""

from signpost.intake.declare.forms import TERM, VOCABULARY
from signpost.intake.declare.named import each_named
from signpost.model.fieldtypes.fitting import fit
from signpost.model.kinds import Term, Vocabulary
from signpost.model.problems import Unfit
from signpost.model.source import Document

TERMS_FOLDER = "content/_terms/"


def declared_vocabulary(document: Document) -> tuple[Vocabulary, list[Unfit]]:
    """The choices of one file. A term is `code: {label: ...}`, or for short `code: Label`."""
    name = document.path.removeprefix(TERMS_FOLDER).rpartition(".")[0]
    values, unfits = fit(document.fields, VOCABULARY)
    found, wrong = each_named(values.get("terms"), TERM, short="label")
    told = ("label", "hint", "icon", "also", "schema_org")
    terms = {code: Term(code, **{key: values[key] for key in told if key in values}) for code, values in found.items()}
    return Vocabulary(name, values.get("label", name), terms, values.get("intro", "")), [*unfits, *wrong]
