"""Web addresses, e-mail and telephone."""

import pytest
from email_validator import validate_email
from hypothesis import assume, given
from hypothesis import strategies as st

from signpost.model.fieldtypes import addresses
from signpost.model.fieldtypes.addresses import is_plain_address, is_plain_email, url
from signpost.model.source import START, Text
from tests.telling import field, read, refused, vocabulary

URL, EMAIL, PHONE = field("url"), field("email"), field("phone")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://example.org",
        "HTTPS://Example.org:8443/a?b=c#d",
        "https://例え.example/道",
        "https://example.org/a,b",
    ],
)
def test_a_whole_web_address_is_kept_as_it_is(address: str) -> None:
    assert read(address, URL) == address


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://exam ple.org/", "it has a space in it"),
        ("javascript:alert(1)", "it does not begin with https://"),
        ("https://localhost/", "there is no site name such as example.org in it"),
        ("https:/example.org", "there is no site name such as example.org in it"),
        ("https://example..org/", "there is no site name such as example.org in it"),
        ("https://maria:secret@example.org/", "it has a user name in it"),
        ("https://example.org:port/", "its part between // and / cannot be read"),
        ("https://[example.org/", "its part between // and / cannot be read"),
        ("https://[::ffff:10.0.0.1]/", "its part between // and / cannot be read"),
        ("https://2130706433.0/", "it has a number where a site's name belongs"),
        ("https://10.0.0.1./", "it has a number where a site's name belongs"),
        ("https://example.org.internal:8443/", "it leads into a private network"),
        ("https://example.org\\.example.com/", "its part between // and / cannot be read"),
        (f"https://example.org/{'a' * 2000}", "it is longer than 2000 characters"),
    ],
)
def test_what_keeps_a_text_from_being_an_address_is_said(address: str, fault: str) -> None:
    (said,) = refused(f"'{address}'", URL)
    assert said.endswith(f"is not a web address: {fault} [not-an-address] Write it as https://example.org/")


NAMES = st.lists(st.text("abz09-", min_size=1, max_size=9), min_size=1, max_size=4).map(".".join)
STEPS = st.text("aZ09._~/-", max_size=20)


@given(st.builds("https://{}.{}/{}".format, NAMES, st.sampled_from(["org", "test", "museum", "o", "zz"]), STEPS))
def test_an_address_that_needs_no_closer_look_stands_one(address: str) -> None:
    assume(is_plain_address(address))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "is_plain_address", lambda _: False)
        assert url(Text(address, START), URL) == address


@pytest.mark.parametrize("address", ["www.example.org", "example.org/news", "//example.org"])
def test_an_address_without_https_is_shown_with_it(address: str) -> None:
    (said,) = refused(address, URL)
    assert said.endswith(f"it does not begin with https:// [not-an-address] Write it as https://{address.lstrip('/')}")


def test_the_field_gives_the_example() -> None:
    of = field("url", example="https://github.com/example")
    assert refused("there", of)[0].endswith("Write it as https://github.com/example")


def test_an_email_address_is_kept_as_it_is() -> None:
    assert read("Hello+news@example.org", EMAIL) == "Hello+news@example.org"


@pytest.mark.parametrize("written", ["hello", "hello@", "@example.org'", "a b@example.org", "hello@example..org"])
def test_an_email_address_has_two_parts(written: str) -> None:
    quoted = written.replace("'", "")
    hint = "[not-an-email] Write it as hello@example.org"
    assert refused(f'"{quoted}"', EMAIL) == [f'"{quoted}" is not an e-mail address {hint}']


def test_a_phone_number_is_text_however_it_looks() -> None:
    assert read("+351210000000", PHONE) == read('"+351210000000"', PHONE) == "+351210000000"


def test_a_phone_number_needs_its_country() -> None:
    say = "is not a telephone number with its country [not-a-phone]"
    begin = "Begin with + and the country's code: +351210000000"
    assert refused("0240000000", PHONE) == [f'"0240000000" {say} {begin}']
    assert refused("call us", PHONE) == [f'"call us" {say} {begin}']
    assert refused("+33240", PHONE) == [f'"+33240" {say} It has too few or too many digits.']


def test_a_phone_number_is_digits_only() -> None:
    say = '"+33 2.40-00 00 00" has more than digits in it [not-a-phone] Write it as "+33240000000".'
    assert refused("+33 2.40-00 00 00", PHONE) == [say]


def test_links_are_named_addresses() -> None:
    of = field("links", vocabulary=vocabulary("meetup", "github"))
    assert read("{github: https://github.com/example}", of) == (("github", "https://github.com/example"),)
    assert read("{anything: https://example.org/}", field("links")) == (("anything", "https://example.org/"),)


def test_a_link_is_told_by_its_own_name() -> None:
    of = field("links", vocabulary=vocabulary("meetup", "github"))
    assert refused("{githib: nowhere, meetup: [there]}", of) == [
        '"nowhere" is not a web address: it does not begin with https:// [not-an-address] Write it as https://example.org/',
        'There is no kind of link called githib [unknown-link] Did you mean "github"? It can be meetup, github.',
        "meetup takes one value, not a list [not-one-value] Write it on one line, such as meetup: https://example.org/",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "hello@example.org", "hello.world+list@mail.example.co.uk", "a@b.io", "office-2@x1.example.museum",
        f"{'a' * 64}@example.org", "under_score@example.org", "-@example.org",
    ],
)  # fmt: skip
def test_a_plain_email_needs_no_closer_look_and_would_stand_it(address: str) -> None:
    assert is_plain_email(address)
    validate_email(address, check_deliverability=False, test_environment=True)


@pytest.mark.parametrize(
    "address",
    [
        "Hello@example.org", "a..b@example.org", ".a@example.org", "a.@example.org", "a@b@c.org",
        f"{'a' * 65}@example.org",
        "a@example", "a@-b.org", "a@b-.org", "a@b.o", "a@localhost.local", "a@x.invalid", "a@xn--zz.org", "a@b..org",
        "a b@example.org", "a@example.org ", "ä@example.org", "a@exämple.org", "", "@", f"a@{'b' * 64}.org",
    ],
)  # fmt: skip
def test_any_other_gets_one(address: str) -> None:
    assert not is_plain_email(address)
