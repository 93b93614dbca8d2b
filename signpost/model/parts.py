"""What a site is put together from, by the names that a build can be limited to."""

PARTS = {
    "listings": "a page for each listing, and for each address it had",
    "lists": "lists by kind, by choice and by country",
    "cities": "lists by city",
    "crossings": "lists of one kind and one choice, or one country",
    "embeds": "lists for other people's pages",
    "home": "the first page",
    "prose": "guides and other pages of text",
    "search": "the search page and its table",
    "map": "the map",
    "calendar": "the calendar page and calendar files",
    "plan": "the page for a support network of one's own",
    "give-back": "the page of who asks for help",
    "changes": "the page of changes, and the feeds",
    "health": "the page of what needs a check",
    "form": "the forms to add and to edit a listing",
    "badges": "badges for listings' own pages",
    "related": "on each listing's page, what else is near",
    "feedback": "on each listing's page, ways to mend it and to tell that it is right, and what became of it before",
    "linked-data": "what pages tell search engines",
    "sitemap": "the addresses of all pages, for search engines",
    "json": "all listings in one file",
    "json-files": "a file for each listing",
    "tables": "sheets, their description, and the database",
    "schemas": "what files of data hold, for programs and editors",
    "hsds": "the directory in HSDS",
    "data": "the page about the data",
    "errors": "the pages for addresses that are not there",
    "offline": "what keeps the site readable without a connection",
    "discovery": "what browsers and programs look for in known places",
    "assets": "the theme's styles, scripts and pictures",
}

ALL = frozenset(PARTS)
"""Every part: what a build makes when nobody limits it."""

MENDED = ALL - set("search map plan form hsds tables json-files data offline changes discovery linked-data".split())  # noqa: SIM905
"""Parts of which no file follows from texts of listings, but for those that `again.py` puts new texts into."""

PREVIEW = "patterns"
"""The page with every part of the theme, which stands in previews alone."""
