"""The fields of `_site.yaml` -> the Site, and what does not fit."""

from signpost.intake.declare.forms import SITE
from signpost.model.fieldtypes.fitting import fit
from signpost.model.kinds import Site
from signpost.model.problems import Unfit
from signpost.model.source import Entries

DEFAULTS = {"branch": "main", "timezone": "UTC"}


def declared_site(entries: Entries) -> tuple[Site | None, list[Unfit]]:
    """What holds for the whole directory, or None when something needed does not fit."""
    values, unfits = fit(entries, SITE)
    if unfits:
        return None, unfits
    return Site(**{**DEFAULTS, **values, "base_url": values["base_url"].rstrip("/") + "/"}), []
