"""Made-up sites -> a small web on this machine, in which every name leads there: what it is asked, it remembers."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

HERE = "127.0.0.1"
Reply = int | str | tuple[int, dict[str, str], str] | Callable[[web.Request], Awaitable[web.StreamResponse]]
"""A status, a page, both with headers, or a function that answers."""


@dataclass
class Web(AbstractResolver):
    """What stands at which address (without scheme), and where each name leads. `asked` is what was asked, and when."""

    pages: Mapping[str, Reply]
    asked: list[tuple[str, str, float]] = field(default_factory=list)
    port: int = 0
    safe_port: int = 0
    odd_port: int = 0
    busy: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    odd: bytes = b""

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[ResolveResult]:
        """Where a name leads: here, unless its first word says that it is unknown, closed or odd."""
        first = host.partition(".")[0]
        if first == "unknown":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        to = {"closed": 1, "odd": self.odd_port}.get(first, self.safe_port if port == 443 else self.port)
        return [ResolveResult(hostname=host, host=HERE, port=to, family=family, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing is held."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Count who is asked at the same time, then answer as the page says."""
        host = request.url.host or ""
        self.asked.append((request.method, f"{host}{request.rel_url}", time.monotonic()))
        self.busy[host] = self.busy.get(host, 0) + 1
        self.most[host] = max(self.most.get(host, 0), self.busy[host])
        try:
            return await self.reply(request, f"{host}{request.rel_url}")
        finally:
            self.busy[host] -= 1

    async def reply(self, request: web.Request, address: str) -> web.StreamResponse:
        """What stands at an address; 404 where there is nothing."""
        found = self.pages.get(address, 404)
        if callable(found):
            return await found(request)
        status, headers, words = (
            (found, {}, "") if isinstance(found, int) else (200, {}, found) if isinstance(found, str) else found
        )
        typed = {"Content-Type": "text/html; charset=utf-8"} | headers
        return web.Response(status=status, headers=typed, body=words.encode())

    async def oddly(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer with some bytes, whatever is asked."""
        await reader.read(4096)
        writer.write(self.odd)
        await writer.drain()
        writer.close()

    def methods(self, address: str) -> list[str]:
        """How an address was asked."""
        return [method for method, each, _ in self.asked if each == address]

    def gaps(self, host: str) -> list[float]:
        """The seconds between one request of a host and the next."""
        times = [when for _, address, when in self.asked if address.startswith(host)]
        return [later - sooner for sooner, later in pairwise(times)]


async def _begin(made: Web, tls: ssl.SSLContext | None) -> Callable[[], Awaitable[None]]:
    """Open the doors; returns how to close them."""
    runner = web.AppRunner(_app(made), shutdown_timeout=0)
    await runner.setup()
    for name, context in (("port", None), ("safe_port", tls)) if tls else (("port", None),):
        site = web.TCPSite(runner, HERE, 0, ssl_context=context)
        await site.start()
        setattr(made, name, runner.addresses[-1][1])
    odd = await asyncio.start_server(made.oddly, HERE, 0)
    made.odd_port = odd.sockets[0].getsockname()[1]

    async def end() -> None:
        odd.close()
        await runner.cleanup()

    return end


def _app(made: Web) -> web.Application:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", made.answer)
    return app


@contextmanager
def playing(
    pages: Mapping[str, Reply], tls: ssl.SSLContext | None = None, odd: bytes = b"220 ready for mail\r\n\r\n"
) -> Iterator[Web]:
    """The web while the block runs, in a thread of its own."""
    made, loop = Web(pages, odd=odd), asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # those who break off are part of the play
    thread = threading.Thread(target=partial(_run, loop), daemon=True)
    thread.start()
    end = asyncio.run_coroutine_threadsafe(_begin(made, tls), loop).result()
    try:
        yield made
    finally:
        asyncio.run_coroutine_threadsafe(_end(end), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()


async def _end(close: Callable[[], Awaitable[None]]) -> None:
    """Cancel what still waits, and close the doors."""
    tasks = [each for each in asyncio.all_tasks() if each is not asyncio.current_task()]
    for each in tasks:
        each.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await close()


def slow(seconds: float) -> Reply:
    """A page that takes its time."""

    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return web.Response(text="at last", content_type="text/html")

    return answer


def in_turn(*replies: tuple[int, dict[str, str]]) -> Reply:
    """A page that answers differently each time; the last answer stays."""
    left = list(replies)

    async def answer(_: web.Request) -> web.StreamResponse:
        status, headers = left.pop(0) if len(left) > 1 else left[0]
        return web.Response(status=status, headers=headers, content_type="text/html")

    return answer


def by_method(**statuses: int) -> Reply:
    """A page that answers each method with a status."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=statuses[request.method], content_type="text/html")

    return answer


async def breaks_off(request: web.Request) -> Any:
    """Close the connection without a word."""
    assert request.transport
    request.transport.abort()
    await asyncio.sleep(60)
