"""A number and a seed -> a directory of that many made-up listings: `python -m benchmarks.corpus 10000 FOLDER`.

Names, places and addresses are put together from lists and end in example.org; the same seed gives the same bytes.
"""

import random
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = 20261122

FIRST = """
Open Northern Harbour Green Bright Common River Second Paper Kitchen Lantern Copper Maple Granite Velvet Tidal
Orchard Signal Meadow Corner Garden Velocity Anchor Compass Cinder Willow Harvest Juniper Quarry Beacon Thistle
Saffron Juncture Mosaic Pebble Cobalt Ember Fathom Gable Hearth Ivory Jetty Kernel Ledger Marble Nimbus Opal Pylon
""".split()
SECOND = """
Writers Designers Coders Couriers Translators Makers Illustrators Editors Drivers Carers Teachers Musicians
Photographers Builders Researchers Cleaners Organisers Accountants Coaches Journalists Tailors Analysts Potters
""".split()
THIRD = """
Circle Guild Network Table Studio House Club Exchange Union Forum Collective Workshop Assembly Commons Room Society
Alliance Hub League Council Desk Yard Loft
""".split()
WORDS = """
you work alone bring a question leave with two answers the group meets by the window tea is free newcomers sit next
to somebody who has been there longer prices are talked about in the open contracts are read aloud late invoices
have a round of their own somebody always knows an accountant nobody sells anything the room is quiet before noon
people share leads they cannot take the host keeps a list of who looks for what mentors come on the second evening
each month there is a lift and a kitchen write first if you need a place for a pram the newsletter says what was
promised
""".split()
CITIES = """
Nantes|FR Porto|PT Leeds|GB Utrecht|NL Gdansk|PL Ghent|BE Malmo|SE Bergen|NO Turku|FI Graz|AT Basel|CH Bologna|IT
Valencia|ES Cork|IE Tartu|EE Brno|CZ Pecs|HU Cluj|RO Varna|BG Patras|GR Nairobi|KE Accra|GH Lagos|NG Tunis|TN
Pune|IN Cebu|PH Hue|VN Busan|KR Sendai|JP Taichung|TW Perth|AU Nelson|NZ Halifax|CA Boston|US Puebla|MX Rosario|AR
Recife|BR Cusco|PE Medellin|CO Quito|EC
""".split()
KINDS = {
    "associations": "association_type: union\nscope: national\nfounded: {year}\n",
    "coworking-spaces": "hours: Mo-Fr 08:30-19:00\namenities: [wifi, kitchen, printer]\ntrial: yes\n",
    "meetups": 'meets: {{every: month, day: first tuesday, from: "18:30", to: "20:30"}}\nrsvp: recommended\n',
    "mentorship-programs": "mentor_model: one-to-one\ntopics: [pricing, contracts]\nlength_weeks: 12\n",
    "online-communities": "platform: forum\njoin: request\nmoderated: yes\n",
    "informal-groups": "activity: coffee\ngroup_size: small\nbring: A cup.\n",
}
SUPPORT = ("guidance", "referrals", "emotional", "practical")
WORK = """
software-web it-data design photo-video audio-music performing-arts arts-crafts writing-editing translation
marketing admin-support finance-legal consulting education health-wellbeing engineering research events-hospitality
beauty-fitness care cleaning-home trades driving-delivery microtasks
""".split()


def sentence(chance: random.Random) -> str:
    """Some words that look like one."""
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 16))).capitalize() + "."


def listing(number: int, chance: random.Random) -> tuple[str, str]:
    """The path and the text of one listing."""
    kind = chance.choice(list(KINDS))
    name = f"{chance.choice(FIRST)} {chance.choice(FIRST)} {chance.choice(SECOND)} {chance.choice(THIRD)} {number}"
    slug = name.lower().replace(" ", "-")
    city, country = chance.choice(CITIES).split("|")
    body = [
        " ".join(chance.choices(WORDS, k=chance.randint(8, 16))).capitalize() + "."
        for _ in range(chance.randint(6, 18))
    ]
    half = len(body) // 2
    fields = (
        f"name: {name}\nurl: https://{slug}.example.org/\n"
        f"summary: {chance.choice(SECOND)} in {city} who meet, ask, answer and pass on work.\n"
        f"support: [{', '.join(chance.sample(SUPPORT, chance.randint(1, 3)))}]\n"
        f"city: {city}\ncountry: {country}\ntimezone: Europe/Lisbon\n"
        f"work: [{', '.join(chance.sample(WORK, chance.randint(1, 3)))}]\n"
        f"languages: [en, {chance.choice(('pt', 'fr', 'es', 'nl'))}]\n"
        f"cost: {chance.choice(('free', 'paid', 'donation'))}\n"
        f"offers: [events, introductions]\n{KINDS[kind].format(year=chance.randint(1900, 2020))}"
        f"verified: 2026-{chance.randint(1, 11):02}-{chance.randint(1, 20):02}\n"
    )
    points = f"- {body[half]}\n- See the [page](https://{slug}.example.org/more)"
    text = f"{' '.join(body[:half])}\n\n{points}\n\n{' '.join(body[half:])}\n"
    return f"content/{kind}/{slug}.md", f"---\n{fields}---\n{text}"


def corpus(count: int, folder: Path, seed: int = SEED) -> None:
    """Write a whole directory: the declarations of the tests, the theme, and the listings."""
    shutil.copytree(ROOT / "tests" / "cases" / "_base" / "content", folder / "content", dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates", dirs_exist_ok=True)
    chance = random.Random(seed)
    for number in range(count):
        path, text = listing(number, chance)
        (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    corpus(int(sys.argv[1]), Path(sys.argv[2]))
