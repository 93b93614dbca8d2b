// How well a listing fits what is asked, and why. What is unknown counts neither for nor against.
import { codes } from "../find/table.js";
import { say } from "../words.js";
import { part } from "./page.js";

const { lang } = document.documentElement;
const list = new Intl.ListFormat(lang, { type: "conjunction" });
// [facet, points for a hit, points for a miss, what is half a hit, words]
const criteria = JSON.parse(part("network").dataset.criteria);

/** { points, why }; the points are not finite where it does not fit. `asked` is a query. */
export const score = (table, asked, row) => {
  const country = asked.get("country") ?? asked.get("city")?.split("/")[0].toUpperCase();
  let points = 0;
  const why = [];
  const wanted = { country: country ? [country] : [], freshness: ["fresh"] };
  for (const [name, hit, miss, half, key] of criteria) {
    const chosen = wanted[name] ?? asked.getAll(name);
    const has = name === "country" ? reach(table, row, country) : codes(table, name, row);
    const met = has.filter((code) => chosen.includes(code));
    if (met.length) points += hit;
    else if (has.some((code) => [...half, table.regions[country]].includes(code))) points += hit / 2;
    else if (has.length && chosen.length) points += miss ?? -Infinity;
    if (met.length && key) why.push(words(table.facet[name], met, key));
  }
  return { points, why: why.join(" · ") };
};

/** Where it is and, unless one has to go there, whom it serves; nothing when that may be anybody. */
const reach = (table, row, country) => {
  const [at, serves, [how]] = ["country", "serves", "format"].map((name) => codes(table, name, row));
  if (how === "in-person") return at;
  return how && !serves.length && !at.includes(country) ? [] : [...at, ...serves];
};

/** "helps with emotional support": English begins a label within a sentence small, but not a name or an abbreviation. */
const words = (facet, met, key) => {
  const isName = key === "why-in" || !lang.startsWith("en");
  const small = (label) => (isName ? label : label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()));
  const labels = facet.labels.filter((_, number) => met.includes(facet.codes[number]));
  return say(key, { list: list.format(labels.map(small)) });
};
