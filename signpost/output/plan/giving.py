"""The shelves -> the page on giving back: who is looking for mentors, hosts, speakers, volunteers."""

from signpost.model.addresses import GIVE_BACK, HOME, of_adding, of_asked
from signpost.model.files import Link, Page
from signpost.model.kinds import Field
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves, asking_field
from signpost.output.plan.views import Asked, Group

SHOWN = 48


def give_back(on: Shelves, words: Words) -> Page:
    """The page on giving back.

    A directory without the field `give_back` has the page too: it says that nobody has asked yet.
    """
    title, field = words("give-back.heading"), asking_field(on.catalog.charter)
    asked = _asked(field, on) if field else ()
    shows = {
        "asked": asked,
        "jumps": Group("", tuple(Link(each.label, of_asked(each.code), each.count) for each in asked)),
        "field": field.label if field else "",
        "add": tuple(Link(kind.one, of_adding(slug)) for slug, kind in on.catalog.charter.kinds.items()),
    }
    crumbs = (Link(words("page.home"), HOME), Link(title, GIVE_BACK))
    return Page(GIVE_BACK, "pages/give-back.html", title, words("give-back.summary"), crumbs, shows=shows)


def _asked(field: Field, on: Shelves) -> tuple[Asked, ...]:
    """What is asked for, in the order of the vocabulary, with the listings that ask for it, best checked first."""
    terms = field.vocabulary.terms.values() if field.vocabulary else ()
    return tuple(
        Asked(term.code, term.label, term.hint, on.cards_of(listings[:SHOWN]), len(listings))
        for term in terms
        if (listings := on.asking.get(term.code))
    )
