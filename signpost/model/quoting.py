"""Words of strangers -> Markdown in which they stand as they are."""


def code(words: str) -> str:
    """Words in a code span (CommonMark, 6.1), where nothing in them is Markdown, HTML, a link or a mention."""
    return "`" + " ".join(words.replace("`", "'").split()) + "`"
