"""What tells an e-mail address of a person from one of a task: for the checker, and for the form that says the same."""

PROVIDERS = frozenset(
    ("163.com", "aol.com", "fastmail.com", "free.fr", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net",
     "googlemail.com", "hey.com", "hotmail.com", "icloud.com", "laposte.net", "libero.it", "live.com", "mail.ru",
     "mailbox.org", "me.com", "msn.com", "orange.fr", "outlook.com", "pm.me", "posteo.de", "proton.me",
     "protonmail.com", "qq.com", "sapo.pt", "t-online.de", "tutanota.com", "wanadoo.fr", "web.de", "wp.pl",
     "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yandex.ru")
)  # fmt: skip
"""Where people have addresses of their own. Groups do too: so it is a warning."""

ROLES = frozenset(
    ("accounts", "admin", "administration", "advice", "board", "booking", "bookings", "bonjour", "bureau", "care",
     "chapter", "club", "committee", "community", "contact", "contacto", "contato", "coworking", "customer", "desk",
     "editor", "enquiries", "enquiry", "events", "executive", "feedback", "finance", "front", "general", "group",
     "guild", "hallo", "hello", "help", "helpdesk", "helpline", "hey", "hola", "home", "host", "hosts", "hub", "info",
     "information", "inquiries", "join", "kontakt", "legal", "mail", "mediation", "meetup", "member", "members",
     "membership", "mentor", "mentoring", "mentors", "network", "new", "news", "newsletter", "office", "organisers",
     "organizers", "post", "press", "programme", "public", "reception", "relations", "secretariat", "secretary",
     "service", "services", "shop", "space", "studio", "support", "team", "treasurer", "union", "us", "volunteer",
     "volunteers", "welcome", "work", "your")
)  # fmt: skip
"""Words of addresses that belong to a task, whoever does it."""

PROFILE = (
    r"https?://([a-z]+\.)?(linkedin\.com/in/|facebook\.com/(profile\.php|people/)|wa\.me/[0-9]|"
    r"api\.whatsapp\.com/send|signal\.me/#p/)"
)
"""How web addresses of somebody's own profile or telephone begin: a pattern in any case."""

MAILBOX = r"[?&=/][^?&=/@\s]+(@|%40)[^?&=/@.\s]+\.[a-z]"
"""An e-mail address within a web address: a pattern in any case."""
