"""Addresses are tried on a small web on this machine, where every class of answer is played."""

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from signpost.edges.links import tried
from signpost.edges.links.manners import Manners, agent
from signpost.model.health import Finding, Health
from tests.directories import catalog_of
from tests.playing import Reply, Web, breaks_off, by_method, in_turn, playing, slow

AGENT = "Signpost/0 (test)"
TELEGRAM = '<div class="tgme_page"><div class="tgme_page_title">Nantes</div></div>'
ALIVE_SLACK = '<script>{"isSharedInviteError":false}</script>'
A_SALE = "<title>a.example.org</title><p>This domain is for sale. Ask for a price."


def manners(web: Web, **changed: object) -> Manners:
    """Those of a run in a hurry."""
    return Manners(AGENT, **{"local": True, "answer_within": 0.5, "pauses": (0.01, 0.01), "names": web, **changed})  # type: ignore[arg-type]


def at(pages: Mapping[str, Reply], *addresses: str, **changed: object) -> list[Finding]:
    """What is found at addresses on a web of pages."""
    with playing(pages) as web:
        return tried(addresses, manners(web, **changed))


def found(pages: Mapping[str, Reply], address: str = "http://a.example.org/", **changed: object) -> tuple[str, str]:
    """Class and reason of what is found at one address."""
    (finding,) = at(pages, address, **changed)
    return finding.health.value, finding.why


def moved(to: str, status: int = 301) -> Reply:
    return status, {"Location": to}, ""


def test_a_page_that_is_there_is_ok() -> None:
    assert found({"a.example.org/": "<p>Welcome"}) == ("ok", "")


@pytest.mark.parametrize(
    ("status", "health"),
    [
        (204, "ok"),
        (404, "gone"),
        (410, "gone"),
        (401, "blocked"),
        (403, "blocked"),
        (405, "blocked"),
        (406, "blocked"),
        (429, "blocked"),
        (451, "blocked"),
        (999, "blocked"),
        (500, "server-trouble"),
        (503, "server-trouble"),
        (521, "server-trouble"),
    ],
)  # fmt: skip
def test_each_status_has_its_class(status: int, health: str) -> None:
    assert found({"a.example.org/": status}) == (health, "" if health == "ok" else f"answers {status}")


def test_a_page_that_moved_for_good_tells_its_new_address() -> None:
    pages = {
        "a.example.org/": moved("/b"),
        "a.example.org/b": moved("http://b.example.org/", 308),
        "b.example.org/": "hi",
    }
    assert at(pages, "http://a.example.org/") == [
        Finding(
            "http://a.example.org/",
            Health.REDIRECTED,
            "has moved for good to http://b.example.org/",
            "http://b.example.org/",
        )
    ]


def test_a_redirect_for_now_is_no_move() -> None:
    pages = {"a.example.org/": moved("/today", 302), "a.example.org/today": moved("/x", 301), "a.example.org/x": "hi"}
    assert found(pages) == ("ok", "")
    pages = {"a.example.org/": moved("/home"), "a.example.org/home": moved("/today", 307), "a.example.org/today": "hi"}
    assert found(pages) == ("redirected", "has moved for good to http://a.example.org/home")


def test_redirects_lead_to_what_is_at_their_end() -> None:
    assert found({"a.example.org/": moved("/b")}) == ("gone", "answers 404")
    assert found({"a.example.org/": moved("http://unknown.example.org/")}) == (
        "unreachable",
        "has a site name that nobody knows",
    )
    assert found({"a.example.org/": moved("tg://join?invite=x")}) == ("ok", "")


def test_redirects_in_a_circle_and_without_end_are_trouble() -> None:
    circle = {"a.example.org/": moved("/b"), "a.example.org/b": moved("/#top")}
    assert found(circle) == ("server-trouble", "leads in a circle")
    endless: dict[str, Reply] = {f"a.example.org/{n or ''}": moved(f"/{n + 1}") for n in range(30)}
    assert found(endless) == ("server-trouble", "leads on more than 10 times")


@pytest.mark.parametrize("to", ["http://[half", "https:", "http://a:b:c/", "http://a.example.org:99999/"])
def test_a_redirect_to_nowhere_is_trouble(to: str) -> None:
    assert found({"a.example.org/": moved(to)})[0] == "server-trouble"


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("unknown.example.org", "has a site name that nobody knows"),
        ("closed.example.org", "cannot be reached (Connection refused)"),
        ("slow.example.org", "does not answer in time"),
        ("rude.example.org", "ends the connection without an answer"),
    ],
)
def test_what_does_not_answer_is_unreachable(host: str, why: str) -> None:
    pages: dict[str, Reply] = {"slow.example.org/": slow(60), "rude.example.org/": breaks_off}
    assert found(pages, f"http://{host}/") == ("unreachable", why)


def test_what_is_no_web_server_is_trouble() -> None:
    assert found({}, "http://odd.example.org/") == ("server-trouble", "answers with something that is no web page")


def test_head_is_enough_for_what_is_no_page_and_get_confirms_a_refusal() -> None:
    pages: dict[str, Reply] = {
        "a.example.org/list.pdf": (200, {"Content-Type": "application/pdf"}, "..."),
        "a.example.org/moved": moved("/page"),
        "a.example.org/page": "hi",
        "a.example.org/no-head": by_method(HEAD=405, GET=200),
        "a.example.org/lies": by_method(HEAD=404, GET=200),
    }
    with playing(pages) as web:
        findings = tried([f"http://{each}" for each in pages], manners(web))
        asked = {each: web.methods(each) for each in pages}
    assert [each.health.value for each in findings] == ["ok", "redirected", "ok", "ok", "ok"]
    assert asked == {
        "a.example.org/list.pdf": ["HEAD"],
        "a.example.org/moved": ["HEAD"],
        "a.example.org/page": ["HEAD", "HEAD", "GET", "GET"],
        "a.example.org/no-head": ["HEAD", "GET"],
        "a.example.org/lies": ["HEAD", "GET"],
    }


def test_what_may_pass_is_tried_again() -> None:
    assert found({"a.example.org/": in_turn((503, {}), (502, {}), (200, {}))}) == ("ok", "")
    with playing({"a.example.org/": 404}) as web:
        assert tried(["http://a.example.org/"], manners(web))[0].health is Health.GONE
        assert web.methods("a.example.org/") == ["HEAD", "GET"]


def test_a_site_that_asks_for_a_pause_gets_it() -> None:
    with playing({"a.example.org/": in_turn((429, {"Retry-After": "1"}), (200, {}))}) as web:
        assert tried(["http://a.example.org/"], manners(web))[0].health is Health.OK
        assert max(web.gaps("a.example.org")) >= 1


def test_a_pause_that_is_too_long_is_left_to_another_day() -> None:
    with playing({"a.example.org/": (429, {"Retry-After": "3600"}, ""), "a.example.org/b": "hi"}) as web:
        one, other = tried(["http://a.example.org/", "http://a.example.org/b"], manners(web, at_once=1))
        assert (one.health, web.methods("a.example.org/")) == (Health.BLOCKED, ["HEAD"])
    assert other.health is Health.UNTRIED
    assert other.why == "was not tried: its site asks for a longer pause than there is time for"


def test_robots_are_heeded() -> None:
    robots = "User-agent: *\nDisallow: /\n\nUser-agent: signpost\nDisallow: /*.php$\nCrawl-delay: 0.2\n"
    pages = {"a.example.org/robots.txt": robots, "a.example.org/": "hi", "a.example.org/a.php": "hi"}
    with playing(pages) as web:
        findings = tried(["http://a.example.org/", "http://a.example.org/a.php"], manners(web))
        assert min(web.gaps("a.example.org")) >= 0.2
        assert web.methods("a.example.org/a.php") == []
    assert [(each.health.value, each.why) for each in findings] == [
        ("ok", ""),
        ("not-tried", "was not tried: its robots.txt asks programs not to look"),
    ]


def test_robots_are_asked_once_and_followed_where_they_moved() -> None:
    pages = {
        "a.example.org/robots.txt": moved("http://b.example.org/r.txt"),
        "b.example.org/r.txt": "User-agent: *\nDisallow: /private\n",
        **{f"a.example.org/{n}": "hi" for n in range(5)},
    }
    with playing(pages) as web:
        findings = tried(
            ["http://a.example.org/private", *(f"http://{each}" for each in pages if each[-1].isdigit())], manners(web)
        )
        assert web.methods("a.example.org/robots.txt") == ["GET"]
    assert [each.health.value for each in findings] == ["not-tried", "ok", "ok", "ok", "ok", "ok"]


def test_a_site_whose_robots_are_broken_is_not_asked_for_more() -> None:
    with playing({"a.example.org/robots.txt": 503, "a.example.org/": "hi"}) as web:
        (finding,) = tried(["http://a.example.org/"], manners(web))
        assert web.methods("a.example.org/") == []
    assert (finding.health.value, finding.why) == ("server-trouble", "answers 503 (asked for robots.txt)")


def test_a_delay_too_long_for_a_run_is_told() -> None:
    pages = {"a.example.org/robots.txt": "User-agent: *\nCrawl-delay: 600\n", "a.example.org/": "hi"}
    assert found(pages)[1] == "was not tried: its site asks for a longer pause than there is time for"


def test_what_takes_longer_than_a_run_may_last_is_told() -> None:
    assert found({"a.example.org/": "hi"}, patience=-1) == ("not-tried", "was not tried: there was no time left for it")


def test_a_site_is_asked_one_thing_at_a_time_and_sites_are_asked_together() -> None:
    pages: dict[str, Reply] = {f"{site}.example.org/{n}": slow(0.02) for site in "abc" for n in range(4)}
    with playing(pages) as web:
        findings = tried([f"http://{each}" for each in pages], manners(web))
        assert web.most == {"a.example.org": 1, "b.example.org": 1, "c.example.org": 1}
        order = [address[0] for _, address, _ in web.asked]
    assert {each.health for each in findings} == {Health.OK}
    assert order != sorted(order)


@pytest.mark.parametrize(
    ("address", "page", "health"),
    [
        ("http://join.slack.com/t/a/shared_invite/zt-1", ALIVE_SLACK, "ok"),
        ("http://join.slack.com/t/a/shared_invite/zt-1", "&quot;isSharedInviteError&quot;:true", "expired-invite"),
        ("http://join.slack.com/t/a/shared_invite/zt-1", "<h1>This link is no longer active</h1>", "expired-invite"),
        ("http://join.slack.com/t/a/shared_invite/zt-1", 404, "expired-invite"),
        ("http://join.slack.com/t/a/shared_invite/zt-1", 403, "blocked"),
        ("http://discord.gg/nantes", '<title>Discord</title><meta content="Join the Nantes Discord Server!">', "ok"),
        ("http://discord.gg/nantes", "<title>Discord - Group Chat</title>", "expired-invite"),
        ("http://discord.com/invite/nantes", "<h1>Invite Invalid</h1>", "expired-invite"),
        ("http://discord.com/invite/nantes", (301, {"Location": "/"}, ""), "expired-invite"),
        ("http://chat.whatsapp.com/AbC", '<meta property="og:title" content="Nantes" />', "ok"),
        ("http://chat.whatsapp.com/AbC", '<meta property="og:title" content="" />', "expired-invite"),
        ("http://chat.whatsapp.com/A", '<meta property="og:title" content="WhatsApp Group Invite">', "expired-invite"),
        ("http://t.me/+AbC", TELEGRAM, "ok"),
        ("http://t.me/+AbC", '<div class="tgme_page"></div>', "expired-invite"),
    ],
)  # fmt: skip
def test_invitations_are_read(address: str, page: Reply, health: str) -> None:
    assert (
        found({address.removeprefix("http://"): page, "discord.com/": "<title>Discord</title>"}, address)[0] == health
    )


def test_an_invitation_behind_an_address_of_ones_own_is_read_too() -> None:
    pages = {"a.example.org/chat": moved("http://t.me/+AbC", 302), "t.me/+AbC": '<div class="tgme_page">'}
    assert found(pages, "http://a.example.org/chat") == (
        "expired-invite",
        "is an invitation to Telegram that no longer holds",
    )


@pytest.mark.parametrize(
    ("page", "health"),
    [
        (A_SALE, "parked"),
        ("<title>Buy this domain</title>" + "<p>cheap and good " * 300, "parked"),
        ('<html data-adblockkey="x"><p>Related searches', "parked"),
        ('<script>window.onload=function(){window.location.href="/lander"}</script>', "parked"),
        ((302, {"Location": "http://www.hugedomains.com/domain_profile.cfm?d=a"}, ""), "parked"),
        ("<title>How we name things</title><p>" + "Words on work. " * 300 + "This domain is for sale.", "ok"),
        ("<title>A</title><p>We meet in the park.", "ok"),
        ((404, {}, A_SALE), "gone"),
    ],
)
def test_domains_for_sale_are_parked(page: Reply, health: str) -> None:
    assert found({"a.example.org/": page, "www.hugedomains.com/domain_profile.cfm?d=a": "hi"})[0] == health


@pytest.mark.parametrize("charset", ["klingon", "base64", "idna", "utf-7", "utf-16"])
def test_a_page_in_any_writing_is_read_as_far_as_it_goes(charset: str) -> None:
    assert found({"a.example.org/": (200, {"Content-Type": f"text/html; charset={charset}"}, "hi..é")}) == ("ok", "")


def test_whatever_a_server_writes_into_an_address_can_be_shown() -> None:
    odd = b'HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: http://a.example.org/"my caf\xe9 \xc3\xa9\r\n\r\n'
    with playing({"a.example.org/%22my%20caf%E9%20%C3%A9": "hi"}, odd=odd) as web:
        (finding,) = tried(["http://odd.example.org/"], manners(web))
    assert finding.to == "http://a.example.org/%22my%20caf%E9%20%C3%A9"


def test_only_the_beginning_of_a_page_is_read() -> None:
    assert found({"a.example.org/": "<p>words " * 100_000 + A_SALE}) == ("ok", "")


def test_nothing_on_this_machine_is_asked_unless_it_is_wanted() -> None:
    with playing({"a.example.org/": "hi", "127.0.0.1/": "hi"}) as web:
        addresses = [
            "http://a.example.org/",
            f"http://127.0.0.1:{web.port}/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
        ]
        findings = tried([*addresses, f"http://2130706433:{web.port}/"], manners(web, local=False))
        assert web.asked == []
    assert {(each.health.value, each.why) for each in findings[:4]} == {
        ("not-tried", "was not tried: the address is on a private network")
    }


def test_a_redirect_cannot_lead_to_this_machine() -> None:
    from signpost.edges.links.asking import public_socket

    for host in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "224.0.0.1", "0.0.0.0"):  # noqa: S104
        with pytest.raises(OSError, match="private network"):
            public_socket((2, 1, 6, "", (host, 80)))
    public_socket((2, 1, 6, "", ("93.184.216.34", 80))).close()


@pytest.fixture
def safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's side of TLS: a certificate that holds, and others by the first word of the site's name."""
    trusted, other = trustme.CA(), trustme.CA()
    trusted.cert_pem.write_to_path(tmp_path / "trusted.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    certificates = {
        "old": trusted.issue_cert("old.example.org", not_before=long_ago, not_after=long_ago + timedelta(30)),
        "own": other.issue_cert("own.example.org"),
        "wrong": trusted.issue_cert("another.example.org"),
        "a": trusted.issue_cert("a.example.org"),
    }
    contexts = {name: ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for name in certificates}
    for name, certificate in certificates.items():
        certificate.configure_cert(contexts[name])

    def chosen(socket: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        socket.context = contexts[(name or "a").partition(".")[0]]

    contexts["a"].sni_callback = chosen  # type: ignore[assignment]
    return contexts["a"]


def test_certificates_that_do_not_hold_are_told(safe: ssl.SSLContext) -> None:
    with playing({"a.example.org/": "hi"}, safe) as web:
        addresses = [f"https://{name}.example.org/" for name in ("a", "old", "own", "wrong", "odd")]
        findings = tried(addresses, manners(web))
    assert [(each.health.value, each.why.partition(": ")[2]) for each in findings] == [
        ("ok", ""),
        ("broken-certificate", "certificate has expired"),
        ("broken-certificate", "unable to get local issuer certificate"),
        ("broken-certificate", "Hostname mismatch, certificate is not valid for 'wrong.example.org'."),
        ("broken-certificate", ""),
    ]
    assert findings[-1].why == "cannot be asked over a safe connection (TLS)"


def test_we_say_who_we_are() -> None:
    site = catalog_of({}).charter.site
    assert agent(site, "1.0") == (
        "Signpost/1.0 (tries the links of Example Directory, https://directory.example.org/; "
        "+https://github.com/example/directory/issues)"
    )
