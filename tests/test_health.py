"""What servers and pages say, and what is made of it: without any network."""

from datetime import UTC, datetime

import pytest

from signpost.model.health import Finding, Health, host_of
from signpost.model.health.answers import Answer, found, moved_to, pause_asked
from signpost.model.health.invites import invite_of
from signpost.model.health.parking import is_parked
from signpost.model.quoting import code

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
A, B, C = (f"https://{site}.example.org/" for site in "abc")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("120", 120),
        (" 5 ", 5),
        ("Sun, 22 Nov 2026 12:01:30 GMT", 90),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("Sun, 22 Nov 2026 12:01:00 -0000", 60),
        ("soon", 0),
        ("-5", 0),
        ("1e9", 0),
    ],
)
def test_a_pause_is_a_number_of_seconds_or_a_date(header: str | None, seconds: float) -> None:
    assert pause_asked(header, NOW) == seconds


def test_the_address_to_write_is_where_permanent_redirects_end() -> None:
    assert moved_to((Answer(A, 301, B), Answer(B, 308, C), Answer(C, 200))) == C
    assert moved_to((Answer(A, 302, B), Answer(B, 301, C), Answer(C, 200))) == A
    assert moved_to((Answer(A, 301, "tg://join"),)) == A


def test_a_page_that_moved_and_is_gone_is_gone() -> None:
    assert found((Answer(A, 301, B), Answer(B, 410))) == Finding(A, Health.GONE, "answers 410")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://join.slack.com/t/nantes/shared_invite/zt-1", "Slack"),
        ("https://nantes.slack.com/join/shared_invite/zt-1", "Slack"),
        ("https://nantes.slack.com/", None),
        ("https://discord.gg/nantes", "Discord"),
        ("https://www.discord.com/invite/nantes", "Discord"),
        ("https://discordapp.com/invite/nantes", "Discord"),
        ("https://discord.com/channels/1", None),
        ("https://t.me/+AbC", "Telegram"),
        ("https://telegram.me/nantes", "Telegram"),
        ("https://chat.whatsapp.com/AbC", "WhatsApp"),
        ("https://www.whatsapp.com/channel/1", None),
        ("https://chat.example.org/https://t.me/+AbC", None),
    ],
)
def test_invitations_are_known_by_their_addresses(address: str, name: str | None) -> None:
    invite = invite_of([A, address])
    assert (invite.name if invite else None) == name


def test_a_seller_of_domains_that_is_listed_itself_is_not_parked() -> None:
    assert not is_parked(["https://sedo.com/", "https://www.sedo.com/en/"], "")
    assert is_parked([A, "https://www.sedo.com/search"], "")


def test_a_site_is_told_without_its_port_and_in_small_letters() -> None:
    assert (host_of("https://A.Example.org:8443/x"), host_of("https://")) == ("a.example.org", "")


def test_words_stand_in_a_code_span_as_they_are() -> None:
    assert code("`@a`\n\n# <b>  *c*") == "`'@a' # <b> *c*`"
