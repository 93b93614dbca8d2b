"""A made-up past for the miniature: some commits by people who do not exist, written down as git would tell them."""

from datetime import UTC, datetime

from signpost.model.chronicle import TEXT, Act, Chronicle, Commit, Deed


def commit(number: int, day: int, who: str, pull: int | None = None) -> Commit:
    """One of November 2026."""
    return Commit(f"{number:040x}", datetime(2026, 11, day, 9, 30, tzinfo=UTC), who, pull)


LEEDS, PORTO, GUILD = "meetups/leeds-first-tuesday", "meetups/porto-freelance-tuesdays", "associations/example-guild"
FIRST = (
    *(GUILD, "associations/forgotten-society", "associations/riders-union", "coworking-spaces/kitchen-table"),
    *("coworking-spaces/night-desk", "coworking-spaces/old-mill", "informal-groups/friday-football"),
    *("informal-groups/quiet-mornings", LEEDS, "meetups/porto-tuesdays", "mentorship-programs/first-year-buddies"),
    *("mentorship-programs/side-by-side", "online-communities/shabakat", "tool-libraries/gone-for-good"),
)

MINIATURE = Chronicle(
    (
        Deed(commit(9, 21, "@maria-example", 12), PORTO, Act.CONFIRMED, ("verified",)),
        Deed(commit(8, 20, "Jo Example"), "coworking-spaces/old-mill", Act.CLOSED, ("status",)),
        Deed(commit(7, 20, "@maria-example", 11), LEEDS, Act.CHANGED, ("cost", "languages")),
        Deed(commit(6, 18, "", 9), GUILD, Act.CHANGED, ("name", "summary", "email", "cost", "offers", TEXT)),
        Deed(commit(5, 15, "@robot-example[bot]"), PORTO, Act.ADDED),
        Deed(commit(5, 15, "@robot-example[bot]"), "meetups/porto-tuesdays", Act.REMOVED),
        Deed(commit(4, 12, "شبكة", 7), "tool-libraries/north-shed", Act.ADDED),
        Deed(commit(3, 12, "Jo Example"), "tool-libraries/gone-for-good", Act.REMOVED),
        *(Deed(commit(1, 2, "Jo Example"), of, Act.ADDED) for of in FIRST),
    )
)
