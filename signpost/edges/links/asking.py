"""One request -> the answer, or the fault that kept it from coming."""

import asyncio
import os
import socket
import ssl
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import quote, urldefrag, urljoin

import aiohttp

from signpost.edges.links.manners import Manners
from signpost.model.health import Health
from signpost.model.health.answers import Answer, Fault, pause_asked

LONGEST_HEADER = 64 * 1024  # some sites' security policies fill pages
ENOUGH = 128 * 1024
"""How many bytes of a page are read: what tells of an invitation or a sale stands near its beginning."""

REDIRECTS = range(300, 400)
KEPT = "%/:?#[]@!$&'()*+,;="
"""What has a meaning in addresses (RFC 3986, 2.2): whatever else a server writes is quoted before anybody sees it."""

PRIVATE = "the address is on a private network"


def session(manners: Manners) -> aiohttp.ClientSession:
    """Connections to the web: without cookies, with the certificates that this machine trusts."""
    connector = aiohttp.TCPConnector(
        limit=manners.at_once,
        ssl=ssl.create_default_context(),
        resolver=manners.names,
        socket_factory=None if manners.local else public_socket,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=manners.answer_within),
        headers={"User-Agent": manners.agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"},
        max_line_size=LONGEST_HEADER,
        max_field_size=LONGEST_HEADER,
    )


def public_socket(found: tuple[Any, ...]) -> socket.socket:
    """A socket for an address that was looked up. Raises OSError when it is not one of the public internet.

    Names are judged by where they lead when they are asked, so that none can change its mind in between.
    """
    family, kind, protocol, _, (host, *_) = found
    address = ip_address(host.partition("%")[0])
    address = (isinstance(address, IPv6Address) and address.ipv4_mapped) or address
    if not address.is_global or address.is_multicast:
        raise OSError(PRIVATE)
    return socket.socket(family, kind, protocol)


async def answer(asked: aiohttp.ClientSession, method: str, address: str) -> Answer:
    """What a server says to a request. Raises Fault when it says nothing, or nothing that can be trusted."""
    try:
        async with asked.request(method, address, allow_redirects=False) as response:
            words = await _beginning(response) if method == "GET" else ""
            return Answer(
                address,
                response.status,
                _leads_to(response, address),
                "html" in response.content_type,
                words,
                pause_asked(response.headers.get("Retry-After"), datetime.now(UTC)),
            )
    except aiohttp.ClientConnectorCertificateError as error:
        why = getattr(error.certificate_error, "verify_message", "") or "it is not trusted"
        raise Fault(Health.CERTIFICATE, f"has a certificate that does not hold: {why}") from None
    except aiohttp.ClientConnectorSSLError:
        raise Fault(Health.CERTIFICATE, "cannot be asked over a safe connection (TLS)") from None
    except aiohttp.ClientConnectorError as error:
        raise _unconnected(error.os_error) from None
    except asyncio.TimeoutError:  # noqa: UP041 - aiohttp's own are of this name
        raise Fault(Health.UNREACHABLE, "does not answer in time", passing=True) from None
    except (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError):
        raise Fault(Health.UNREACHABLE, "ends the connection without an answer", passing=True) from None
    except (aiohttp.ClientError, ValueError):
        raise Fault(Health.TROUBLE, "answers with something that is no web page", passing=True) from None


def _leads_to(response: aiohttp.ClientResponse, address: str) -> str:
    """The whole address of a redirect, without the place on the page (RFC 9110, 10.2.2)."""
    to = response.headers.get("Location") if response.status in REDIRECTS else None
    return urldefrag(urljoin(address, quote(to.strip(), KEPT, errors="surrogateescape")))[0] if to else ""


async def _beginning(response: aiohttp.ClientResponse) -> str:
    try:
        read = await response.content.readexactly(ENOUGH)
    except asyncio.IncompleteReadError as whole:
        read = whole.partial
    try:
        return read.decode(response.charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return read.decode("utf-8", "replace")


def _unconnected(error: OSError) -> Fault:
    """The fault of a connection that never came to be."""
    if PRIVATE in str(error):
        return Fault(Health.UNTRIED, f"was not tried: {PRIVATE}")
    if isinstance(error, socket.gaierror):
        return Fault(Health.UNREACHABLE, "has a site name that nobody knows", passing=error.errno == socket.EAI_AGAIN)
    why = os.strerror(error.errno) if error.errno else "no connection"
    return Fault(Health.UNREACHABLE, f"cannot be reached ({why})", passing=True)
