"""The bytes of somebody's sheet -> its text, or what to do so that it can be read."""

from signpost.model.problems import Refused

SAVE = "Save it as CSV in UTF-8 (in a spreadsheet: Save as, CSV UTF-8), and import that."
BEGINNINGS = (
    (b"PK\x03\x04", "is a workbook, not a text"),
    (b"\xd0\xcf\x11\xe0", "is a workbook of an old kind, not a text"),
    (b"%PDF", "is a PDF, not a table"),
    (b"\xff\xfe", "is written in UTF-16"),
    (b"\xfe\xff", "is written in UTF-16"),
)
"""How files begin that are taken for sheets now and then."""

MARK = "\ufeff"
"""A byte order mark: spreadsheets put it before UTF-8 (RFC 3629, 6)."""


def decoded(content: bytes, name: str) -> str:
    """The text, without the mark some programs put before it. Raises Refused for whatever is not UTF-8.

    An encoding is never guessed: a wrong guess would write wrong names into the directory, and nobody would notice.
    """
    for beginning, what in BEGINNINGS:
        if content.startswith(beginning):
            raise Refused(f"{name} {what}. {SAVE}")
    if b"\0" in content:
        what = "is written in UTF-16" if content.count(b"\0") * 3 > len(content) else "has bytes in it that no text has"
        raise Refused(f"{name} {what}. {SAVE}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        where = f"{name} is not written in UTF-8 (line {line}), perhaps in Latin-1 or Windows-1252"
        raise Refused(f"{where}. {SAVE}") from None
    return text.removeprefix(MARK)
