"""Listings and what was found at their addresses -> a Problem at the line of each address that does not just work."""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from signpost.model.health import FAILING, Finding, Health, Record
from signpost.model.health.memory import Records
from signpost.model.listings import Listing, web_addresses
from signpost.model.problems import Problem, Unfit, problem

HINTS = {
    Health.REDIRECTED: "Write the new address if that is still the same place.",
    Health.GONE: "Look for its new address; if the place is gone, write status: closed.",
    Health.BLOCKED: "It lets no programs in: look at it yourself.",
    Health.CERTIFICATE: "Browsers warn of it. Tell the place, or look for another address.",
    Health.EXPIRED: "Ask the place for a new invitation that does not expire.",
    Health.UNREACHABLE: "Look at it yourself; if the place is gone, write status: closed.",
    Health.TROUBLE: "It may pass. Look at it yourself if it stays so.",
    Health.PARKED: "Look for its new address; if the place is gone, write status: closed.",
    Health.UNTRIED: "Look at it yourself.",
}


def tried_as(address: str) -> str:
    """An address as servers are asked for it: without the place on the page (RFC 3986, 3.5)."""
    return urldefrag(address)[0]


def to_try(listings: Iterable[Listing]) -> list[str]:
    """The addresses of listings, each once, in order. Those of closed ones need not work any more."""
    return sorted({tried_as(each) for one in listings if not one.is_closed for _, each in web_addresses(one)})


def told(listings: Iterable[Listing], findings: Iterable[Finding], records: Records) -> Iterator[Problem]:
    """A warning for each place in a listing where an address stands at which not all was well."""
    amiss = {each.address: each for each in findings if each.health is not Health.OK}
    for listing in listings:
        for name, address in web_addresses(listing):
            if found := amiss.get(tried_as(address)):
                say = f"{listing.kind.fields[name].label}: {address} {found.why}{_so_far(records.get(found.address))}"
                span = listing.document.fields.span_of(name, address)
                unfit = Unfit(f"link-{found.health}", say, HINTS[found.health], span)
                yield problem(listing.document, unfit, warning=True)


def _so_far(record: Record | None) -> str:
    """For how long an address has failed, once it has failed before."""
    if record is None or record.health not in FAILING or record.times == 1:
        return ""
    dead = ", and counts as dead" if record.is_dead else ""
    return f"; it has failed {record.times} runs in a row, since {record.since}{dead}"


def summed_up(findings: Iterable[Finding]) -> str:
    """`13 addresses: 12 ok, 1 gone`."""
    of = [each.health for each in findings]
    classes = ", ".join(f"{of.count(each)} {each}" for each in Health if each in of)
    return f"{len(of)} address{'' if len(of) == 1 else 'es'}: {classes}" if of else "no addresses"
