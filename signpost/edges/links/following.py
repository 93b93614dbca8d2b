"""An address -> the answers on the way to its page, as robots.txt allows and as fast as each site likes."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import ClientSession
from protego import Protego

from signpost.edges.links.asking import answer
from signpost.edges.links.manners import NAME, Manners
from signpost.model.health import Finding, Health, host_of
from signpost.model.health.answers import PASSING, Answer, Fault, Trail, found

FURTHEST = 10
"""How many redirects are followed; browsers follow 20."""

FOR_ROBOTS = 5  # RFC 9309, 2.3.1.2


@dataclass(slots=True)
class Line:
    """Those who wait for one site: each has its turn alone, and not before the site is free again."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    between: float = 0
    free_at: float = 0

    def rest(self, seconds: float) -> None:
        """Leave the site alone for some seconds from now on."""
        self.free_at = max(self.free_at, asyncio.get_running_loop().time() + seconds)

    @asynccontextmanager
    async def turn(self, manners: Manners, until: float) -> AsyncIterator[None]:
        """A turn of one's own. Raises Fault when it would come too late."""
        async with self.lock:
            now = asyncio.get_running_loop().time()
            if self.free_at - now > manners.longest_pause:
                raise Fault(Health.UNTRIED, "was not tried: its site asks for a longer pause than there is time for")
            if max(now, self.free_at) > until:
                raise Fault(Health.UNTRIED, "was not tried: there was no time left for it")
            await asyncio.sleep(max(0, self.free_at - now))
            try:
                yield
            finally:
                self.rest(self.between)


class Visit:
    """One run: the sites it has met, their lines and their rules."""

    def __init__(self, asked: ClientSession, manners: Manners) -> None:
        self.asked, self.manners = asked, manners
        self.lines: defaultdict[str, Line] = defaultdict(Line)
        self.robots: dict[str, asyncio.Task[Protego]] = {}
        self.open = asyncio.Semaphore(manners.at_once)
        self.until = asyncio.get_running_loop().time() + manners.patience

    async def finding(self, address: str) -> Finding:
        """What is found at an address."""
        try:
            return found(await self.trail(address))
        except Fault as fault:
            return Finding(address, fault.health, fault.why)

    async def trail(self, address: str) -> Trail:
        """The answers from an address to its page. Raises Fault where the way ends before."""
        answers = [await self.page(address)]
        while answers[-1].leads_on:
            to = answers[-1].leads_to
            if to in (each.address for each in answers):
                raise Fault(Health.TROUBLE, "leads in a circle")
            if len(answers) > FURTHEST:
                raise Fault(Health.TROUBLE, f"leads on more than {FURTHEST} times")
            answers.append(await self.page(to))
        return tuple(answers)

    async def page(self, address: str) -> Answer:
        """The answer to HEAD where that says enough; to GET where HEAD is refused, or words have to be read."""
        if not (await self.rules(address)).can_fetch(address, NAME):
            raise Fault(Health.UNTRIED, "was not tried: its robots.txt asks programs not to look")
        try:
            head = await self.once("HEAD", address)
        except Fault as fault:
            if not fault.passing:
                raise
        else:
            needs_no_words = not head.is_refusal and not head.is_html
            if head.leads_to or needs_no_words or head.pause > self.manners.longest_pause:
                return head
        return await self.again(address)

    async def again(self, address: str) -> Answer:
        """The answer to GET; what may pass is asked for again after a while."""
        for pause in self.manners.pauses:
            try:
                got = await self.once("GET", address)
                if got.status not in PASSING or got.pause > self.manners.longest_pause:
                    return got
            except Fault as fault:
                if not fault.passing:
                    raise
            self.lines[host_of(address)].rest(pause)
        return await self.once("GET", address)

    async def once(self, method: str, address: str) -> Answer:
        """The answer to one request, when it is its turn."""
        line = self.lines[host_of(address)]
        async with line.turn(self.manners, self.until), self.open:
            got = await answer(self.asked, method, address)
            line.rest(got.pause)
            return got

    async def rules(self, address: str) -> Protego:
        """What a site's robots.txt says. It is asked once; a site that cannot be asked has the same Fault for all."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc.lower()}"
        if origin not in self.robots:
            self.robots[origin] = asyncio.create_task(self._rules(origin))
        return await self.robots[origin]

    async def _rules(self, origin: str) -> Protego:
        """The rules in a robots.txt (RFC 9309): without one everything may be asked, with a broken site nothing."""
        got = await self.again(f"{origin}/robots.txt")
        for _ in range(FOR_ROBOTS):
            if got.leads_on:
                got = await self.again(got.leads_to)
        if got.is_trouble:
            raise Fault(Health.TROUBLE, f"answers {got.status} (asked for robots.txt)")
        rules: Protego = Protego.parse("" if got.is_refusal else got.words)
        line = self.lines[host_of(origin)]
        line.between = max(line.between, rules.crawl_delay(NAME) or 0)
        line.rest(line.between)
        return rules
