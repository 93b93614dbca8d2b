"""Somebody's spreadsheet becomes listings: which column goes where, which rows cannot be used and why."""

from collections.abc import Mapping

import pytest

from signpost.errands import proposed
from signpost.intake.sheets import Asked, Understood, understood
from signpost.intake.sheets.account import account
from signpost.model.chronicle import UNKNOWN
from signpost.model.problems import Refused, are_sound
from signpost.model.source import Tree
from signpost.output.export.exports import export
from signpost.pipeline import take_in
from tests.conftest import TODAY, declared, miniature
from tests.directories import catalog_of, english, listing, thousand, tree_of

HEAD = "name,url,summary,support,city,country\n"
LUNCH = "Lunch Circle,https://lunch.example.org/,An hour at noon for all who work alone.,guidance,Leeds,GB\n"


def read(sheet: str | bytes, kind: str = "meetups", tree: Tree | None = None, **columns: str) -> Understood:
    """What is understood of a sheet in a small directory."""
    among = declared() if tree is None else tree
    catalog = catalog_of({}) if tree is None else take_in(tree, TODAY)[0]
    assert catalog is not None
    content = sheet if isinstance(sheet, bytes) else sheet.encode()
    return understood(content, "members.csv", Asked(kind, columns, TODAY), catalog.charter, among)


def refused(sheet: str | bytes, kind: str = "meetups", **columns: str) -> str:
    """Why a sheet is refused."""
    with pytest.raises(Refused) as caught:
        read(sheet, kind, **columns)
    return str(caught.value)


def matches(sheet: str, kind: str = "meetups", **columns: str) -> dict[str, str]:
    """Where each column goes."""
    return {each.column: each.field for each in read(sheet, kind, **columns).matches if each.field}


def files(sheet: str | bytes, kind: str = "meetups", tree: Tree | None = None, **columns: str) -> dict[str, str]:
    """The files that the sound rows of a sheet would become."""
    among = declared() if tree is None else tree
    drafts = read(sheet, kind, among, **columns).drafts
    return {
        each.path: each.text
        for each in proposed((each for _, each in drafts), among, TODAY)
        if are_sound(each.problems)
    }


def told(sheet: str | bytes, kind: str = "meetups", tree: Tree | None = None) -> list[str]:
    """What is said of the rows of a sheet, with their lines."""
    among = declared() if tree is None else tree
    drafts = read(sheet, kind, among).drafts
    judged = proposed((each for _, each in drafts), among, TODAY)
    return [
        f"{line}: {problem.say} [{problem.rule}]"
        for (line, _), each in zip(drafts, judged, strict=True)
        for problem in each.problems
    ]


def test_a_row_becomes_a_listing_that_passes_check() -> None:
    assert files(HEAD + LUNCH) == {
        "content/meetups/lunch-circle.md": (
            "---\nname: Lunch Circle\nurl: https://lunch.example.org/\n"
            "summary: An hour at noon for all who work alone.\nsupport: [guidance]\ncity: Leeds\ncountry: GB\nsource: [https://lunch.example.org/]\n"
            f"compiled: {TODAY}\n---\n"
        )
    }


def test_columns_go_where_their_names_say() -> None:
    head = "Name;Website;SUMMARY;Kinds of support;Town;Country;Telephone;postal_code;Descripton;Shoe size\n"
    assert matches(head + "a;b;c;d;e;f;g;h;i;j\n", city="Town") == {
        "Name": "name",
        "Website": "url",
        "SUMMARY": "summary",
        "Kinds of support": "support",
        "Town": "city",
        "Country": "country",
        "Telephone": "phone",
        "postal_code": "postcode",
        "Descripton": "body",
    }


def test_what_somebody_says_of_a_column_wins() -> None:
    sheet = "name,Title,city\nA,B,C\n"
    assert matches(sheet, name="Title", city="") == {"Title": "name"}


def test_a_field_or_a_column_that_is_not_there_is_told() -> None:
    assert refused("Title\nA\n", name="Titel") == (
        'There is no column "Titel". Did you mean "Title"? The columns are Title.'
    )
    assert refused("Title\nA\n", nmae="Title").startswith(
        'There is no field "nmae". Did you mean "name"? The fields are'
    )
    assert refused("Title\nA\n", "meetup").startswith('There is no kind meetup. Did you mean "meetups"?')
    assert refused("Title\nA\n", "").startswith("Say what they are with --kind. It can be associations,")


def test_the_account_says_which_column_goes_where() -> None:
    sheet = "Title,Summry,Shoe size\nLunch\x1b[31m Circle,An hour at noon for all who work alone and late.,44\n"
    assert account(read(sheet, name="Title")) == (
        "members.csv: 1 row, with commas between the cells\n\n"
        "    Title  -> name, such as Lunch [31m Circle\n"
        "    Summry -> summary, such as An hour at noon for all who work alone …"
        "  (only a guess; if it is wrong: --map summary=)\n\n"
        '    Left out: Shoe size. To use one: --map FIELD="Shoe size"\n\n'
        "Every listing needs what no column says: support (Kinds of support). "
        "Say which one does: --map FIELD=COLUMN\n\n"
    )


def test_four_hundred_unknown_columns_are_told_in_a_line() -> None:
    columns = [f"c{number}" for number in range(400)]
    found = account(read(f"name,{','.join(columns)}\n"))
    assert "c10, c11 and 388 more" in found
    assert len(found) < 500


@pytest.mark.parametrize(
    "sheet",
    [
        ("\ufeff" + HEAD + LUNCH).encode(),
        (HEAD + LUNCH).replace("\n", "\r\n").encode(),
        (HEAD + LUNCH).replace(",", ";").encode(),
        (HEAD + LUNCH).replace(",", "\t").encode(),
        ("sep=;\n" + (HEAD + LUNCH).replace(",", ";")).encode(),
        ("\n" + HEAD + "\n\n,,,,,\n" + LUNCH + "\n").encode(),
        ('"name","url","summary","support","city","country"\n' + LUNCH).encode(),
    ],
    ids=["with a mark", "CRLF", "semicolons", "tabs", "says its mark", "blank rows", "quoted"],
)
def test_a_sheet_is_read_as_spreadsheets_write_it(sheet: bytes) -> None:
    assert list(files(sheet)) == ["content/meetups/lunch-circle.md"]


@pytest.mark.parametrize(
    ("content", "say"),
    [
        ((HEAD + LUNCH).encode("utf-16"), "members.csv is written in UTF-16."),
        ((HEAD + LUNCH).encode("utf-16-le"), "members.csv is written in UTF-16."),
        (
            "name\nCafé\n".encode("latin-1"),
            "members.csv is not written in UTF-8 (line 2), perhaps in Latin-1 or Windows-1252.",
        ),
        (b"PK\x03\x04rest", "members.csv is a workbook, not a text."),
        (b"name\n\0\n", "members.csv has bytes in it that no text has."),
    ],
)  # fmt: skip
def test_another_encoding_is_told_with_what_to_do(content: bytes, say: str) -> None:
    save = "Save it as CSV in UTF-8 (in a spreadsheet: Save as, CSV UTF-8), and import that."
    assert refused(content) == f"{say} {save}"


@pytest.mark.parametrize(
    ("content", "say"),
    [
        ("", "members.csv is empty."),
        ("\n \n,,\n", "members.csv is empty."),
        ("name,name\na,b\n", 'members.csv has several columns called "name".'),
        ('name\nA\n"B\nC\n', "members.csv, line 3: quotation marks do not pair, or a cell has no end."),
        ('name\n"A" B\n', "members.csv, line 2: quotation marks do not pair, or a cell has no end."),
        (f"name\n{'A' * 200_000}\n", "members.csv, line 2: quotation marks do not pair, or a cell has no end."),
    ],
    ids=["nothing", "blanks", "names twice", "open quote", "after a quote", "endless cell"],
)
def test_a_broken_sheet_is_told_at_its_line(content: str, say: str) -> None:
    assert refused(content).startswith(say)


def test_a_row_that_cannot_be_used_is_told_with_its_line_and_the_others_are_used() -> None:
    sheet = (
        HEAD + LUNCH
        + ",https://b.example.org/,An hour at noon for all who work alone.,guidance,Leeds,GB\n"
        + 'Two\nLines,"x",Short,guidance,Leeds,GB\n'.replace("Two\nLines", '"Two\nLines"')
        + "C,https://c.example.org/,An hour, at noon for all who work alone.,guidance,Leeds,GB\n"
        + LUNCH
    )  # fmt: skip
    assert told(sheet) == [
        "3: It has no name [no-name]",
        '4: "x" is not a web address: it does not begin with https:// [not-an-address]',
        "4: Summary has 5 characters; it needs 20 [too-short]",
        '4: "x" is not a web address: it does not begin with https:// [not-an-address]',
        "6: It has 7 cells, and there are 6 columns [too-many-cells]",
        "7: It would become the same file as line 2: content/meetups/lunch-circle.md [twice]",
    ]
    assert list(files(sheet)) == ["content/meetups/lunch-circle.md"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ('"=HYPERLINK(""https://x.example.org/"")"', "formula"),
        ("+cmd|' /C calc'!A0", "formula"),
        ("@SUM(1)", "formula"),
        ("<script>alert(1)</script>", "html"),
        ("<!-- hidden -->", "html"),
        ("../../../etc/passwd", "way-out"),
        ("Ring\x07", "control-character"),
        ("Turned\u202eround", "control-character"),
    ],
)
def test_a_cell_that_may_do_harm_is_told(name: str, rule: str) -> None:
    (found,) = told(HEAD + LUNCH.replace("Lunch Circle", name))
    assert found.endswith(f"[{rule}]")


def test_a_telephone_number_and_a_negative_number_are_no_formulas() -> None:
    sheet = f"{HEAD.strip()},phone,lat,lon\n{LUNCH.strip()},+442079460000,53.8,-1.5\n"
    (text,) = files(sheet).values()
    assert 'phone: "+442079460000"' in text
    assert 'lon: "-1.5"' in text


def test_a_listing_that_is_there_is_never_written_over() -> None:
    there = {**declared(), "content/meetups/lunch-circle.yaml": listing("Other").encode()}
    assert told(HEAD + LUNCH, tree=there) == ["2: There is a listing meetups/lunch-circle already [is-there]"]


def test_what_is_nearly_there_is_told_whichever_stands_first() -> None:
    there = {
        **declared(),
        "content/meetups/zz.md": listing("Lunch Circlet").encode(),
        "content/meetups/z.md": listing("Zebra", "url: https://lunch.example.org").encode(),
    }
    assert told(HEAD + LUNCH, tree=there) == [
        "2: content/meetups/z.md has the same web address [same-address]",
        "2: content/meetups/zz.md has nearly the same name [alike-name]",
    ]
    other = LUNCH.replace("lunch.example", "noon.example")
    assert told(HEAD + other, tree=there) == ["2: content/meetups/zz.md has nearly the same name [alike-name]"]
    assert list(files(HEAD + other, tree=there)) == ["content/meetups/lunch-circle.md"]


def test_what_leans_on_a_row_that_cannot_be_used_is_not_used() -> None:
    sheet = (
        f"{HEAD.strip()},related\n{LUNCH.strip()},meetups/tea-circle\n"
        "Tea Circle,https://tea.example.org/,Short,guidance,Leeds,GB,\n"
    )
    assert files(sheet) == {}
    assert '2: There is no listing "meetups/tea-circle" [no-such-listing]' in told(sheet)


def test_choices_may_be_named_by_label_and_stand_between_semicolons() -> None:
    (text,) = files(
        HEAD + LUNCH.replace("guidance", "Guidance; Business referrals").replace("GB", "united kingdom")
    ).values()
    assert "support: [guidance, referrals]\n" in text
    assert "country: GB\n" in text


def test_who_vouches_stays_as_the_row_says() -> None:
    sheet = f"{HEAD.strip()},verified,source,compiled\n{LUNCH.strip()},2026-11-01,,\n"
    (text,) = files(sheet).values()
    assert "verified: 2026-11-01\n" in text
    assert "compiled" not in text


def facts(tree: Mapping[str, bytes]) -> dict[str, object]:
    """What every listing says: its values, and its text."""
    catalog, problems = take_in(tree, TODAY)
    assert catalog is not None
    assert [each for each in problems if not each.warning] == []
    return {each.id: (each.values, each.document.body.strip()) for each in catalog}


def without_listings(tree: Tree) -> Tree:
    """A directory that has lost its listings, and kept all else."""
    catalog, _ = take_in(tree, TODAY)
    assert catalog is not None
    return {path: content for path, content in tree.items() if path not in {each.document.path for each in catalog}}


HARD = listing(
    "Hard",
    'name: "=1+1 & \\"so\\" on: #1"',
    'phone: "+442079460000"',
    "lat: -53.8",
    "lon: -1.5",
    'tags: ["-x", "tea, coffee", "\\"said\\"", "\'=y", "a;b"]',
    'maintainers: ["@a"]',
    'summary: "\'tis <b>what</b> it is, ../ or so."',
    "meets:\n"
    '  - {every: week, day: [monday, friday], from: "18:30", title: "Talks, [tea] & more: \\"x\\""}\n'
    "  - {date: 2026-12-17}",
    'links: {meetup: "https://m.example.org/?a=1,2"}',
    "verified_how: visit",
    "format: hybrid",
    "status: paused",
    "work: [design, care]",
    body="Two\n\n- *lines*, `=x`\n- <b>x</b>\n\n    code",
)
"""A listing with all that a sheet could lose."""


@pytest.mark.parametrize(
    "which", ["the miniature", pytest.param("a thousand listings", marks=pytest.mark.apart), "hard to write"]
)
def test_what_was_exported_and_is_imported_says_the_same(which: str) -> None:
    tree = miniature() if which == "the miniature" else tree_of({"content/meetups/hard.md": HARD})
    if which == "a thousand listings":
        tree = thousand()
    catalog, _ = take_in(tree, TODAY)
    assert catalog is not None
    empty = without_listings(tree)
    again = files(dict(export(catalog, TODAY, UNKNOWN, english()))["data/v1/listings.csv"], "", empty)
    assert facts({**empty, **{path: text.encode() for path, text in again.items()}}) == facts(tree)


def test_of_an_exported_sheet_only_the_rows_of_the_kind_are_taken() -> None:
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    sheet = dict(export(catalog, TODAY, UNKNOWN, english()))["data/v1/listings.csv"]
    drafts = read(sheet, "tool-libraries", without_listings(miniature())).drafts
    assert [each.path for _, each in drafts] == [
        "content/tool-libraries/north-shed.md",
        "content/tool-libraries/south-shed.md",
    ]


def test_a_row_of_a_kind_that_is_not_here_is_told() -> None:
    assert told("id,kind,page,name\nbarns/a,barns,,A\n", "") == ["2: It is of no kind that is here [no-such-kind]"]
    assert (
        told("id,kind,page,name,hours\nmeetups/a,meetups,,A,24/7\n", "")[0]
        == "2: Meetups have no field hours [not-of-kind]"
    )
