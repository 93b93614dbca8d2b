// Why a listing is suggested, in a line: what of it meets what was asked.
import { codes, labels } from "../find/table.js";
import { say } from "../words.js";
import { home } from "./score.js";

const language = document.documentElement.lang;

/** "Helps with emotional support · in Portugal · free · for writers" */
export const why = (table, ways, asked, row) => {
  const met = (name) => hits(table, name, row, asked[name]);
  const needs = asked[ways.lead] ? met(ways.lead) : labels(table, ways.lead, row);
  const [work, spoken] = [met(ways.second), met("languages")];
  return [
    needs.length && say("why-needs", { needs: list(needs.map(inner)) }),
    where(table, asked, row),
    work.length && say("why-work", { work: list(work.map(inner)) }),
    spoken.length && say("why-languages", { languages: list(spoken) }),
    ...[...met("cost"), ...met("commitment")].map(inner),
    codes(table, "freshness", row)[0] === "fresh" && say("why-fresh"),
  ].filter(Boolean).join(" · ");
};

const hits = (table, name, row, chosen) => {
  const found = codes(table, name, row);
  return labels(table, name, row).filter((_, number) => chosen?.includes(found[number]));
};

const where = (table, asked, row) => {
  const country = home(asked);
  const at = (name) => codes(table, name, row);
  const named = (name, code) => table.facet[name].labels[table.facet[name].codes.indexOf(code)];
  if (asked.city && at("city")[0] === asked.city[0]) return say("why-in", { place: named("city", asked.city[0]) });
  if (country && at("country")[0] === country) return say("why-in", { place: named("country", country) });
  if (country && at("serves").includes(country)) return say("why-open", { place: named("country", country) });
  if (at("serves").includes("worldwide")) return say("why-worldwide");
  return ["online", "hybrid"].includes(at("format")[0]) && say("why-online");
};

const list = (texts) => new Intl.ListFormat(language, { type: "conjunction" }).format(texts);

/** A label within a sentence: English begins it small, unless it begins with an abbreviation. */
const inner = (label) => (language.startsWith("en") ? label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()) : label);
