"""Telephone numbers: how long they can be in each country, for those who have no telephone book of all of them."""

from collections.abc import Mapping
from functools import cache


@cache
def national_lengths() -> Mapping[str, list[int]]:
    """A country's calling code (ITU-T E.164) -> how many digits can follow it, by Google's libphonenumber."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata  # only the form's rules need all of them

    lengths = {}
    for code, regions in COUNTRY_CODE_TO_REGION_CODE.items():
        known = PhoneMetadata.metadata_for_region_or_calling_code(code, regions[0])
        if known and known.general_desc:
            lengths[str(code)] = sorted(known.general_desc.possible_length)
    return lengths
