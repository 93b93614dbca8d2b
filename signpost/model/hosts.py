"""The name of a site in a web address -> the same as browsers read it, and what a reader could be misled by."""

import re
import unicodedata

PLAIN = re.compile(r"[a-z0-9_+.-]+")
NUMBER = r"([0-9]+|0x[0-9a-f]*)"
"""A name whose last word is so is an address of the internet, in one of many ways to write one (WHATWG URL, 3.5)."""

NEARBY = frozenset(
    ("arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain", "localhost", "private",
     "test")
)  # fmt: skip
"""Last words of names that no public server knows (RFC 2606, 6761, 6762, 8375), or that mean this network alone."""

LEADING_HOME = frozenset(("lacolhost.com", "localtest.me", "lvh.me", "nip.io", "sslip.io", "vcap.me", "xip.io"))
"""Public names below which every name is an address on a private network."""

SHORTENERS = frozenset(
    ("adf.ly", "bit.do", "bit.ly", "bl.ink", "buff.ly", "cutt.ly", "dlvr.it", "goo.gl", "is.gd", "lnkd.in", "ow.ly",
     "qr.ae", "rb.gy", "rebrand.ly", "s.id", "short.io", "shorturl.at", "snip.ly", "soo.gd", "t.co", "t.ly", "t2m.io",
     "tiny.cc", "tinyurl.com", "trib.al", "urlz.fr", "v.gd", "x.gd")
)  # fmt: skip
"""Sites whose addresses say nothing of where they lead, and can lead elsewhere tomorrow."""

TOGETHER = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "HANGUL")),
)
"""Scripts that one language is written in (Unicode TS 39, 5.2, highly restrictive)."""

LIKE_LATIN = frozenset("асԁеһіјӏорԛѕԝхуьпгѵѡүαικνορτυχωօոսցհյ")
"""Letters of other scripts that a reader takes for Latin ones."""

JOINERS = "[\u200c\u200d]"
"""What texts in some scripts need and no address does."""

FORM = (
    ("_site", r"^\S*[^\p{L}\p{M}\p{N}_+.\s-]|^\S* %"),
    ("_number", rf"^\S* (\S*\.)?{NUMBER}\.? "),
    ("_private", rf"^\S* (\S*\.)?({'|'.join(sorted(map(re.escape, NEARBY | LEADING_HOME)))})\.? "),
    ("_unseen", JOINERS),
)
"""The same for the form, as patterns of JavaScript: what is found where the name as it is typed, a blank, the name as
browsers ask for it (or %), a blank and the whole address stand, and the key of its words."""


def machine_name(host: str) -> str:
    """The name as browsers ask for it: small ASCII letters (IDNA, Unicode TS 46).

    Raises ValueError for what can be no name.
    """
    name = host.lower()
    if not name or PLAIN.fullmatch(name):
        return name
    import idna  # few addresses need it

    return idna.encode(host, uts46=True).decode()


def shown_name(host: str) -> str:
    """The name in its own letters. What is no name stays as it is."""
    if host.isascii() and "xn--" not in host:
        return host
    import idna

    try:
        return idna.decode(host, uts46=True)
    except ValueError:
        return host


def is_number(name: str) -> bool:
    """Whether a name as browsers ask for it is a number of the internet, and none."""
    return bool(re.fullmatch(NUMBER, name.rstrip(".").rpartition(".")[2]))


def is_nearby(name: str) -> bool:
    """Whether a name as browsers ask for it leads into whoever's network the reader is in."""
    name = name.rstrip(".")
    return name.rpartition(".")[2] in NEARBY or ".".join(name.split(".")[-2:]) in LEADING_HOME


def site_of(address: str) -> str:
    """The name of the site in a web address in which nothing is wrong."""
    return address.split("/", 3)[2].partition("?")[0].partition("#")[0].partition(":")[0].lower()


def mistaken(host: str) -> str:
    """What makes a name look like another one, in words; nothing for most."""
    if host.isascii() and "xn--" not in host:
        return ""
    words = shown_name(host).rstrip(".").split(".")
    for word in words:
        letters = [mark for mark in word if mark.isalpha()]
        scripts = {unicodedata.name(mark, "?").split("-")[0].split()[0] for mark in letters}
        if len(scripts) > 1 and not any(scripts <= together for together in TOGETHER):
            return f'"{word}" mixes {" and ".join(sorted(each.capitalize() for each in scripts))} letters'
        if letters and words[-1].isascii() and LIKE_LATIN.issuperset(letters):
            return f'"{word}" has only letters that look like Latin ones and are none'
    return ""
