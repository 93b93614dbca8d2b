// What must hold within one listing: signpost/intake/check/rules.py, each rule by its name. A rule yields [field, say, hint].
import { parts, tracks } from "./addresses.js";

const LONGEST_ALERT = 90; // days
const WAYS_IN = ["url", "email", "phone", "how_to_join"];
const PERSONAL = /@(gmail\.com|googlemail\.com|outlook\.com|hotmail\.com|live\.com|yahoo\.com|icloud\.com|me\.com|aol\.com|gmx\.de|gmx\.net|web\.de|proton\.me|protonmail\.com|mail\.ru|yandex\.ru|qq\.com|163\.com|orange\.fr|free\.fr|laposte\.net|libero\.it)$/i;

/** `fields` by name, `says(...names)` whether one of them is given, `values` that fit, `get(name)` with defaults, `today`, `names`. */
export const RULES = {
  vouched: ({ fields, says, today }) =>
    fields.verified && fields.source && fields.compiled && !says("verified") && !(says("source") && says("compiled")) && [["verified", "It is not said who checked this", `Add verified: ${today} when you asked or looked; or source: and compiled: when it is from public pages.`]],
  "way-in": ({ fields, says }) => {
    const declared = WAYS_IN.filter((name) => fields[name]);
    return declared.length && !says(...declared) && [[declared[0], "There is no way to reach or join it", `Add one of ${declared.join(", ")}.`]];
  },
  place: ({ fields, get, says }) => {
    const absent = ["city", "country"].filter((name) => !says(name));
    const isElsewhere = says("hosted_at") || !fields.serves || says("serves");
    const hint = `Add ${absent.map((name) => `${name}:`).join(" and ")}, or hosted_at: with a listing, or serves: with the countries it is for.`;
    return /^(in-person|hybrid)$/.test(get("format")) && absent.length && !isElsewhere && [[absent[0], "People meet there, but where is not said", hint]];
  },
  "online-reach": ({ get, says }) => get("format") === "online" && !says("url", "links") && [["url", "It is online, but where is not said", "Add url: or links:."]],
  "one-of": ({ fields, oneOf, says }) =>
    oneOf.filter((group) => !says(...group)).map((group) => {
      const labels = group.flatMap((name) => fields[name]?.label ?? []).join(", ");
      return [group[0], `One of these is needed: ${labels}`, `Add ${group.map((name) => `${name}:`).join(" or ")}.`];
    }),
  future: ({ fields, today, values }) =>
    ["verified", "compiled"].filter((name) => values[name] > today).map((name) => [name, `${fields[name].label} is in the future`, `Today is ${today}.`]),
  coordinates: ({ says, values }) =>
    [["lat", "lon"], ["lon", "lat"]].filter(([given, absent]) => given in values && !says(absent)).map(([given, absent]) => [given, `${given} is given, ${absent} is not`, `Add ${absent}: as well.`]),
  "alert-until": ({ says, today, values }) => {
    const latest = new Date(Date.parse(today) + LONGEST_ALERT * 86_400_000).toISOString().slice(0, 10);
    const isOpen = values.alert && !says("alert_until");
    if (isOpen) return [["alert", "It is not said until when the alert holds", `Add alert_until: with a day up to ${latest}.`]];
    return values.alert_until > latest && [["alert_until", "The alert holds for more than 90 days", `Choose a day up to ${latest}; it can be put off later.`]];
  },
  zone: ({ names, says, values }) => {
    const isTimed = values.meets?.some((each) => each.from && !each.timezone);
    const isKnown = says("timezone", "hosted_at") || names.zoneOf[values.country] || (says("country") && !values.country);
    return isTimed && !isKnown && [["meets", "In which time zone the meetings are is not said", "Add timezone: with its name, such as Europe/Lisbon."]];
  },
};

export const WARNINGS = {
  "plain-http": ({ addresses }) =>
    addresses.filter(([name, address]) => address.startsWith("http://") && name !== "source").map(([name, address]) => [name, "The address is not encrypted", `Try https${address.slice(4)} and use it if it works.`]),
  tracking: ({ addresses }) =>
    addresses.flatMap(([name, address]) => {
      const found = [...new URLSearchParams(parts(address).query)].find(([key, value]) => value && tracks(key));
      return found ? [[name, `The address follows readers around (${found[0]})`, "Delete that part of the address and see that it still works."]] : [];
    }),
  "personal-email": ({ emails }) => emails.filter(([, each]) => PERSONAL.test(each)).map(([name]) => [name, "This looks like somebody's own e-mail address", "Use an address of the group, or leave it out."]),
  "still-example": ({ fields, values }) => values.summary && values.summary === fields.summary.example && [["summary", "This is still the example", "Write what is true of this place, and its own address."]],
};
