"""Words of strangers -> Markdown in which they stand as they are."""

import re


def code(words: str, most: int = 0) -> str:
    """Words in a code span (CommonMark, 6.1), where nothing in them is Markdown, HTML, a link or a mention.

    With `most` they are cut after so many characters.
    """
    line = " ".join(words.replace("`", "'").split())
    return f"`{line[: most - 1]}…`" if most and len(line) > most else f"`{line}`"


def cell(words: str, most: int = 0) -> str:
    """The same in a table (GitHub Flavored Markdown), where a bar ends a cell; nothing is a dash."""
    return code(words, most).replace("|", r"\|") if words.strip() else "—"


MAIL = re.compile(r"(?<![\w.+-])([\w+-])[\w.+-]*@(?=(?:[\w-]+\.)+[^\W\d_]{2})")


def masked(words: str) -> str:
    """Words without whose e-mail addresses stand in them: for logs and issues, which outlive what they speak of."""
    return MAIL.sub(r"\1…@", words) if "@" in words else words
