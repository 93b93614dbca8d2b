"""What is offered to programs: the files of every export, in the order in which the page about the data shows them."""

from signpost.model.offers import Offer
from signpost.output.export import (
    calendar,
    feeds,
    hsds,
    listings,
    llms,
    places,
    schema,
    schemas,
    sitemap,
    tables,
    terms,
)

OFFERS: tuple[Offer, ...] = (
    *tables.OFFERS,
    *listings.OFFERS,
    *terms.OFFERS,
    *schema.OFFERS,
    *places.OFFERS,
    *calendar.OFFERS,
    *feeds.OFFERS,
    *hsds.OFFERS,
    *schemas.OFFERS,
    *sitemap.OFFERS,
    *llms.OFFERS,
)
"""All of them."""

SINGLE = tuple(each for each in OFFERS if "{" not in each.path)
"""Those that are one file."""
