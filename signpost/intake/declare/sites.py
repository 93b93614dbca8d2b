"""The fields of `_site.yaml` -> the Site, and what does not fit."""

from signpost.intake.declare.forms import SITE
from signpost.model.fieldtypes.fitting import fit
from signpost.model.fieldtypes.places import is_language
from signpost.model.kinds import Site
from signpost.model.problems import Unfit
from signpost.model.source import Entries

DEFAULTS = {"branch": "main", "timezone": "UTC"}


def declared_site(entries: Entries) -> tuple[Site | None, list[Unfit]]:
    """What holds for the whole directory, or None when something needed does not fit."""
    values, unfits = fit(entries, SITE)
    if "language" in values and not is_language(values["language"]):
        say = f'"{values["language"]}" is not a language\'s tag'
        unfits.append(Unfit("not-a-language", say, "Write it as en, pt-BR or zh-Hant.", entries.span_of("language")))
    if unfits:
        return None, unfits
    return Site(**{**DEFAULTS, **values, "base_url": values["base_url"].rstrip("/") + "/"}), []
