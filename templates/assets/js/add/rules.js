// What must hold within one listing: signpost/intake/check/rules.py, each rule by its name. A rule tells { field, ... }.
import { parts, tracks } from "./addresses.js";
import { PRIVACY } from "./privacy.js";

const LONGEST_ALERT = 90 * 86_400_000; // milliseconds
const WAYS_IN = ["url", "email", "phone", "how_to_join"];

const lines = (names, and) => names.map((name) => `${name}:`).join(and);

/** `fields` by name, `says(...names)` whether one is given, `values` that fit, `get(name)` with defaults, `today`, `names`. */
export const RULES = {
  vouched: ({ fields, says }) =>
    ["verified", "source", "compiled"].every((name) => fields[name]) && !says("verified") && !(says("source") && says("compiled")) && { field: "verified" },
  "way-in": ({ fields, says }) => {
    const declared = WAYS_IN.filter((name) => fields[name]);
    return declared.length && !says(...declared) && { field: declared[0], all: declared.join(", ") };
  },
  place: ({ fields, get, says }) => {
    const absent = ["city", "country"].filter((name) => !says(name));
    const isElsewhere = says("hosted_at") || !fields.serves || says("serves");
    return /^(in-person|hybrid)$/.test(get("format")) && absent.length && !isElsewhere && { field: absent[0], all: lines(absent, " and ") };
  },
  "online-reach": ({ get, says }) => get("format") === "online" && !says("url", "links") && { field: "url" },
  "one-of": ({ fields, oneOf, says }) => {
    const labels = (group) => group.flatMap((name) => fields[name]?.label ?? []).join(", ");
    return oneOf.filter((group) => !says(...group)).map((group) => ({ field: group[0], labels: labels(group), all: lines(group, " or ") }));
  },
  future: ({ fields, today, values }) =>
    ["verified", "compiled"].filter((name) => values[name] > today).map((name) => ({ field: name, label: fields[name].label })),
  coordinates: ({ says, values }) =>
    [["lat", "lon"], ["lon", "lat"]].filter(([given, absent]) => given in values && !says(absent)).map(([field, absent]) => ({ field, absent })),
  "alert-until": ({ says, today, values }) => {
    const latest = new Date(Date.parse(today) + LONGEST_ALERT).toISOString().slice(0, 10);
    if (values.alert && !says("alert_until")) return { field: "alert", latest };
    return values.alert_until > latest && { field: "alert_until", key: "alert-until_late", latest };
  },
  zone: ({ names, says, values }) => {
    const isTimed = values.meets?.some((each) => each.from && !each.timezone);
    const isKnown = says("timezone", "hosted_at") || names.zoneOf[values.country] || (says("country") && !values.country);
    return isTimed && !isKnown && { field: "meets" };
  },
};

export const WARNINGS = {
  "plain-http": ({ addresses }) =>
    addresses.filter(([name, address]) => /^http:/.test(address) && name !== "source").map(([field, address]) => ({ field, meant: `https${address.slice(4)}` })),
  tracking: ({ addresses }) =>
    addresses.flatMap(([field, address]) => {
      const found = [...new URLSearchParams(parts(address).query)].find(([key, value]) => value && tracks(key));
      return found ? { field, value: found[0] } : [];
    }),
  ...PRIVACY,
  "still-example": ({ fields, values }) => values.summary && values.summary === fields.summary.example && { field: "summary" },
};
