// How well a listing fits what is asked: a number, or null where it does not. What is unknown neither counts for nor against.
import { codes } from "../find/table.js";

const BOTH = "hybrid";
const FRESHNESS = { fresh: 2, ageing: 1, stale: -3 };

/** `ways` names the directory's own fields: { lead, second, any }, `any` being the codes of `second` that leave nobody out. */
export const score = (table, ways, asked, row) => {
  const at = (name) => codes(table, name, row);
  const near = reach(table, asked, at);
  const trade = fits(asked[ways.second], at(ways.second), ways.any);
  if (near === null || trade === null) return null;
  const shared = asked[ways.lead]?.filter((code) => at(ways.lead).includes(code)).length ?? 0;
  return (
    near + trade + shared / 2 +
    meets(asked.languages, at("languages"), 2, -4) +
    meets(asked.cost, at("cost"), 2, -3) +
    meets(asked.commitment, at("commitment"), 1.5, -1) +
    (FRESHNESS[at("freshness")[0]] ?? 0)
  );
};

/** The country that is asked for, or that of the city. */
export const home = ({ country, city }) => country?.[0] ?? city?.[0].split("/")[0].toUpperCase();

const reach = (table, asked, at) => {
  const [how] = at("format");
  const [format] = asked.format ?? [];
  if (format && how && how !== format && how !== BOTH) return null;
  const country = home(asked);
  if (!country) return how && how !== "in-person" ? 1 : 0;
  if (asked.city && at("city")[0] === asked.city[0]) return 6;
  if (at("country")[0] === country) return asked.city && at("city").length && how !== "online" ? 1.5 : 4;
  return how === "in-person" ? null : served(table, country, at, how);
};

const served = (table, country, at, how) => {
  const places = at("serves");
  if (places.includes(country)) return 4;
  if (places.includes(table.regions[country])) return 3;
  if (places.includes("worldwide")) return 2;
  if (places.length) return null;
  return how || !at("country").length ? 0.5 : null;
};

/** A listing for other fields of work only does not fit; with none asked, those for everybody come first. */
const fits = (chosen, found, any) => {
  if (!found.length) return 0;
  if (found.some((code) => chosen?.includes(code))) return 4;
  if (found.some((code) => any.includes(code))) return 1;
  return chosen ? null : -1;
};

const meets = (chosen, found, hit, miss) => {
  if (!chosen || !found.length) return 0;
  return found.some((code) => chosen.includes(code)) ? hit : miss;
};
