// Words -> the rows they find, with a score: what the text says (Pagefind) and what the choices mean, together.
import { vocabulary } from "../find/table.js";
import { hits } from "./index.js";
import { meaning } from "./meaning.js";
import { meant } from "./spell.js";
import { words } from "./words.js";

const TEXT = 0.55, MEANING = 0.65, SHORT = 2, ENOUGH = 3, NEARLY = 0.6;

/** { scores: Map row -> score, terms, hits of each term, rarest first, corrected: [[typed, meant]], unknown: [typed] }. */
export const rank = async (table, folder, asked) => {
  const known = await vocabulary(table);
  const typed = words(asked).map((word) => [word, meant(word, known)]);
  const terms = typed.flatMap(([, word]) => word ?? []);
  const found = await Promise.all(terms.map((word) => term(table, folder, word)));
  found.sort((a, b) => b.weight - a.weight);
  return {
    scores: together(found.filter((each) => each.rows.size)),
    terms,
    hits: found.map((each) => each.text),
    corrected: typed.filter(([word, other]) => other && other !== word && !word.startsWith(other)),
    unknown: typed.flatMap(([word, other]) => (other ? [] : word)),
  };
};

const term = async (table, folder, word) => {
  const text = word.length < SHORT ? new Map() : await hits(folder, word);
  const rows = new Map([...text].map(([row, { score }]) => [row, TEXT * score]));
  for (const [row, score] of meaning(table, word)) rows.set(row, (rows.get(row) ?? 0) + MEANING * score);
  return { text, rows, weight: Math.log(1 + table.length / (rows.size + 1)) }; // rare words tell most
};

/** All that every word found; when that is next to nothing, also what most of their weight found. */
const together = (terms) => {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  const scores = new Map(), shares = new Map();
  for (const { rows, weight } of terms)
    for (const [row, score] of rows) {
      scores.set(row, (scores.get(row) ?? 0) + weight * score);
      shares.set(row, (shares.get(row) ?? 0) + weight / whole);
    }
  const every = [...shares].filter(([, share]) => share > 0.999);
  const most = Math.max(...shares.values());
  const kept = every.length >= ENOUGH ? every : [...shares].filter(([, share]) => share >= most * NEARLY);
  return new Map(kept.map(([row, share]) => [row, scores.get(row) * share]));
};
