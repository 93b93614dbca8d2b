"""What made-up listings are put together from: names, words of texts, cities, and what each kind says of itself."""

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
promised illustrators show unfinished drawings translators compare glossaries drivers count their kilometres carers
swap shifts a lawyer answers for ten minutes without a bill insurance pensions parental leave sick pay and holidays
are explained in plain words with examples from last year members review portfolios before an application goes out
clients who pay late are named among themselves never in public a small fund lends money until the invoice is paid
tools cameras sewing machines and a laser cutter can be borrowed for a deposit beginners learn how to say no how to
write an offer how to ask for more and when to stop the walk afterwards is often the better half of the evening
the library gives us its upper floor in winter in summer we sit outside under the lime trees languages change from
table to table children are welcome so are dogs that sleep the minutes are short the coffee is strong and the door
is hard to find the second time is easier than the first tax deadlines hang on the wall housing and childcare come up
every spring loneliness comes up every autumn and we have learnt to put it on the agenda
""".split()
CITIES = """
Nantes|FR|47.22|-1.55|Europe/Paris Porto|PT|41.15|-8.61|Europe/Lisbon Leeds|GB|53.80|-1.55|Europe/London
Utrecht|NL|52.09|5.12|Europe/Amsterdam Gdansk|PL|54.35|18.65|Europe/Warsaw Ghent|BE|51.05|3.72|Europe/Brussels
Malmo|SE|55.61|13.00|Europe/Stockholm Bergen|NO|60.39|5.32|Europe/Oslo Turku|FI|60.45|22.27|Europe/Helsinki
Graz|AT|47.07|15.44|Europe/Vienna Basel|CH|47.56|7.57|Europe/Zurich Bologna|IT|44.49|11.34|Europe/Rome
Valencia|ES|39.47|-0.38|Europe/Madrid Cork|IE|51.90|-8.47|Europe/Dublin Tartu|EE|58.38|26.73|Europe/Tallinn
Brno|CZ|49.20|16.61|Europe/Prague Pecs|HU|46.08|18.23|Europe/Budapest Cluj|RO|46.77|23.60|Europe/Bucharest
Varna|BG|43.22|27.91|Europe/Sofia Patras|GR|38.25|21.74|Europe/Athens Nairobi|KE|-1.28|36.82|Africa/Nairobi
Accra|GH|5.56|-0.20|Africa/Accra Lagos|NG|6.45|3.39|Africa/Lagos Tunis|TN|36.82|10.17|Africa/Tunis
Pune|IN|18.52|73.86|Asia/Kolkata Cebu|PH|10.32|123.89|Asia/Manila Hue|VN|16.46|107.60|Asia/Ho_Chi_Minh
Busan|KR|35.10|129.03|Asia/Seoul Sendai|JP|38.27|140.87|Asia/Tokyo Taichung|TW|24.15|120.68|Asia/Taipei
Perth|AU|-31.95|115.86|Australia/Perth Nelson|NZ|-41.27|173.28|Pacific/Auckland
Halifax|CA|44.64|-63.58|America/Halifax Boston|US|42.36|-71.06|America/New_York
Puebla|MX|19.05|-98.21|America/Mexico_City Rosario|AR|-32.95|-60.64|America/Argentina/Cordoba
Recife|BR|-8.05|-34.88|America/Recife Cusco|PE|-13.53|-71.97|America/Lima Medellin|CO|6.25|-75.57|America/Bogota
Quito|EC|-0.23|-78.52|America/Guayaquil
""".split()
LANGUAGES = "pt fr es nl de pl it uk ar sw".split()
SUPPORT = "guidance referrals emotional practical".split()
WORK = """
software-web it-data design photo-video audio-music performing-arts arts-crafts writing-editing translation
marketing admin-support finance-legal consulting education health-wellbeing engineering research events-hospitality
beauty-fitness care cleaning-home trades driving-delivery microtasks
""".split()
OFFERS = """
events training industry-news job-leads introductions mentoring peer-circle workspace meeting-rooms equipment
legal-help tax-help payment-disputes insurance hardship-fund advocacy discounts wellbeing social childcare
""".split()
AUDIENCE = "newcomers experienced platform-workers students career-changers parents women migrants disabled".split()
ACCESSIBILITY = "step-free lift accessible-toilet near-transit hearing-loop captions quiet-space text-only".split()
COSTS, ELSEWHERE = "free paid donation members".split(), "mastodon newsletter code-of-conduct calendar github".split()
ORDINALS = "first second third fourth last".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday".split()
ONLINE = "online-communities"
KINDS = {
    "associations": "association_type: union\nscope: national\nfounded: {year}\n",
    "coworking-spaces": "hours: Mo-Fr 08:30-19:00\namenities: [wifi, kitchen, printer]\ntrial: yes\n",
    "meetups": 'meets: {{every: month, day: {day}, from: "18:30", to: "20:30"}}\n'
    "rsvp: recommended\ngroup_size: medium\n",
    "mentorship-programs": "mentor_model: one-to-one\ntopics: [pricing, contracts]\nlength_weeks: {weeks}\n",
    ONLINE: "platform: forum\njoin: request\nmoderated: yes\n",
    "informal-groups": "activity: coffee\ngroup_size: small\nbring: A cup.\n",
}
