"""The ways a value can be written, by name: each a function that returns the value or raises `Unfit`."""

from signpost.model.fieldtypes.addresses import email, links, phone, url
from signpost.model.fieldtypes.places import country, language, place, timezone
from signpost.model.fieldtypes.reading import several
from signpost.model.fieldtypes.references import image, listing, organisation
from signpost.model.fieldtypes.times import day, hours, meeting
from signpost.model.fieldtypes.words import markdown, number, term, terms, text, yes_no
from signpost.model.kinds import FieldType

ONE = {
    "text": text,
    "markdown": markdown,
    "url": url,
    "email": email,
    "phone": phone,
    "number": number,
    "yes-no": yes_no,
    "date": day,
    "term": term,
    "country": country,
    "timezone": timezone,
    "hours": hours,
    "listing": listing,
    "organisation": organisation,
    "links": links,
    "image": image,
}
MANY = {
    "texts": text,
    "urls": url,
    "terms": term,
    "languages": language,
    "places": place,
    "listings": listing,
    "meets": meeting,
}
"""Types that take a list, by the reader of one value in it."""

TYPES = {name: FieldType(name, read) for name, read in ONE.items()} | {
    name: FieldType(name, several(read), many=True) for name, read in MANY.items()
}
TYPES["terms"] = FieldType("terms", terms, many=True)  # the same, sooner
