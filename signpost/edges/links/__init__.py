"""Web addresses -> what is found at each: all at once, and one request at a time per site."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from signpost.edges.links.asking import session
from signpost.edges.links.following import Visit
from signpost.edges.links.manners import Manners
from signpost.model.health import Finding


def tried(addresses: Iterable[str], manners: Manners) -> list[Finding]:
    """What is found at each address, in the order of the addresses."""
    return asyncio.run(_tried(list(addresses), manners))


async def _tried(addresses: list[str], manners: Manners) -> list[Finding]:
    # Names are looked up by threads: with the few there are by default, slow names would hold up all others.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(manners.at_once))
    async with session(manners) as asked:
        visit = Visit(asked, manners)
        return await asyncio.gather(*(visit.finding(each) for each in addresses))
