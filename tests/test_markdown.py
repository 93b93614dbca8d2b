"""Markdown -> HTML that is safe to show."""

import random
import re

import pytest
from comrak import render_markdown

from signpost.model.files import Link
from signpost.output.render.markdown import GITHUB, WITHOUT_RAW, Reader, contents, is_clean

REL = 'rel="nofollow noopener ugc"'


def html(markdown: str) -> str:
    """What a site below /repo/ shows of a listing's text."""
    return str(Reader(lambda address: f"/repo{address}").listing(markdown))


def prose(markdown: str) -> str:
    """What it shows of a guide's text."""
    return str(Reader(lambda address: f"/repo{address}").prose(markdown))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", ""),
        (" \n ", ""),
        ("A **bold** *word*.", "<p>A <strong>bold</strong> <em>word</em>.</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. three", '<ol start="3">\n<li>three</li>\n</ol>'),
        ("> so", "<blockquote>\n<p>so</p>\n</blockquote>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("## Two words", "<h2>Two words</h2>"),
        ("~~gone~~", "<p><del>gone</del></p>"),
        ("one\n\n---\n\ntwo", "<p>one</p>\n<hr>\n<p>two</p>"),
    ],
)
def test_markdown_becomes_html(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


def test_a_table_becomes_a_table() -> None:
    assert html("| a | b |\n| --- | --- |\n| 1 | 2 |").replace("\n", "") == (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("<b>bold</b>", "<p>bold</p>"),
        ("<script>alert(1)</script>", ""),
        ("<div>\n\n*a*\n\n</div>", "<p><em>a</em></p>"),
        ("<img src=x onerror=alert(1)>", ""),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("&lt;b&gt;", "<p>&lt;b&gt;</p>"),
    ],
)
def test_raw_html_in_a_listing_is_left_out(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a <!-- b --> c", "<p>a &lt;!-- b --&gt; c</p>"),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("## Two words", '<h2 id="two-words">Two words</h2>'),
    ],
)
def test_a_guide_names_its_headings_and_shows_raw_html_as_text(markdown: str, expected: str) -> None:
    assert prose(markdown) == expected


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java&#115;cript:alert(1)"],
)
def test_a_link_that_runs_something_loses_its_address(address: str) -> None:
    assert html(f"[click]({address})") == "<p><a>click</a></p>"


def test_what_nobody_can_see_stays_unseen_however_it_is_written() -> None:
    assert html("in&#8238;side &#x200b;&rlm;&shy;out &#233;") == "<p>inside out é</p>"
    assert prose("in&#8238;side &#x200b;&rlm;out") == "<p>inside out</p>"


def test_a_picture_is_left_out() -> None:
    assert html("![Alt](https://example.org/a.png)") == "<p></p>"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/meetups/", '<a href="/repo/meetups/">'),
        ("#below", '<a href="#below">'),
        ("https://example.org/", f'<a {REL} href="https://example.org/">'),
        ("http://example.org/", f'<a {REL} href="http://example.org/">'),
        ("HTTPS://example.org/", f'<a {REL} href="HTTPS://example.org/">'),
        ("//example.org/", f'<a {REL} href="//example.org/">'),
        ("mailto:hello@example.org", '<a href="mailto:hello@example.org">'),
        ("tel:+351210000000", '<a href="tel:+351210000000">'),
    ],
)
def test_a_link_says_whether_it_leaves(address: str, expected: str) -> None:
    assert html(f"[a]({address})") == f"<p>{expected}a</a></p>"


def test_a_title_is_kept_with_its_link() -> None:
    assert html('[a](https://example.org/ "T")') == f'<p><a {REL} href="https://example.org/" title="T">a</a></p>'


def test_an_address_between_pointed_brackets_is_a_link() -> None:
    assert html("<https://example.org/>") == f'<p><a {REL} href="https://example.org/">https://example.org/</a></p>'


def test_headings_of_the_same_words_have_names_of_their_own_however_many_there_are() -> None:
    page = prose("## Fees\n\n## Fees_2\n\n" + "## Fees\n\n" * 9000)
    names = re.findall('id="([^"]*)"', page)
    assert names[:4] == ["fees", "fees_2", "fees_1", "fees_3"]
    assert len(set(names)) == len(names) == 9002


def test_text_that_looks_like_a_link_stays_text() -> None:
    assert html('`<a href="https://example.org/">`') == ('<p><code>&lt;a href="https://example.org/"&gt;</code></p>')


def test_headings_of_one_page_do_not_number_those_of_the_next() -> None:
    reader = Reader(lambda address: address)
    assert [str(reader.prose("## Same")) for _ in range(2)] == ['<h2 id="same">Same</h2>'] * 2


def test_the_contents_are_the_headings_of_the_second_level() -> None:
    reader = Reader(lambda address: address)
    found = contents(reader.prose("## Before *you* go\n\n### Small\n\n## Q & A\n"))
    assert found == (Link("Before you go", "#before-you-go"), Link("Q & A", "#q-a"))


PIECES = (
    "Come **early**. ", 'A "quoted" word, it\'s 5 > 4 & 3 < 4. ', "See [the page](https://example.org/?a=b&c=d#e). ",
    "[write](mailto:hello@example.org) ", "\n\n- one\n- *two*\n", "\n\n> said\n\n", "`code <b>` ", "\n\n***\n\n",
    "\n\n## Head\n\n", "line  \nbroken ", "\n\n    indented\n\n", "\n\n3. three\n", "<b>raw</b> ", "a\u00a0b ",
    "[x](javascript:alert(1)) ", "[in](/meetups/) ", "https://example.org/bare ", "![no](https://example.org/a.png) ",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "~~gone~~ ", "&copy; &amp; &#34; ", '[t](https://example.org/ "T") ',
)  # fmt: skip


def read_alone(text: str) -> str:
    """What the reader makes of a text, before it is cleaned."""
    return render_markdown(text, GITHUB, render_options=WITHOUT_RAW)


@pytest.mark.parametrize("seed", range(60))
def test_a_text_with_nothing_to_clean_is_as_if_it_had_been_cleaned(seed: int) -> None:
    text = "".join(random.Random(seed).choices(PIECES, k=seed % 7 + 1))  # noqa: S311 - texts, not secrets
    read = read_alone(text)
    reader = Reader(lambda address: f"/repo{address}")
    assert str(reader.listing(text)) == str(reader._safe(read))  # noqa: SLF001 - what it is compared with


def test_most_texts_have_nothing_to_clean() -> None:
    plain = [each for each in PIECES if is_clean(read_alone(each))]
    assert len(plain) >= 10
    assert not any(mark in each for each in plain for mark in ("<b>raw", "javascript", "(/", "![", "\u00a0"))
