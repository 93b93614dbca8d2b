// Words -> the rows they find, with a score: what the text says and what the choices mean, together.
import { wording } from "../find/table.js";
import { hits, meaning } from "./meaning.js";
import { meant, words } from "./words.js";

const TEXT = 0.55, MEANING = 0.65, ENOUGH = 3, NEARLY = 0.6;

/** { scores: Map row -> score, terms, hits of each term, rarest first, corrected: [[typed, meant]], unknown: [typed] } */
export const rank = async (table, folder, asked) => {
  const wordings = await wording(table);
  const typed = words(asked).map((word) => [word, meant(word, wordings.known)]);
  const terms = typed.flatMap(([, word]) => word ?? []);
  const found = await Promise.all(terms.map((word) => term(table, wordings.meant, folder, word)));
  found.sort((a, b) => b.weight - a.weight);
  return {
    terms,
    scores: together(found.filter(({ rows }) => rows.size)),
    hits: found.map(({ text }) => text),
    corrected: typed.filter(([word, other]) => other && !word.startsWith(other)),
    unknown: typed.flatMap(([word, other]) => (other ? [] : word)),
  };
};

const term = async (table, meant, folder, word) => {
  const text = word.length > 1 ? await hits(folder, word) : new Map();
  const rows = new Map([...text].map(([row, { score }]) => [row, TEXT * score]));
  for (const [row, score] of meaning(table, meant, word)) rows.set(row, (rows.get(row) ?? 0) + MEANING * score);
  return { text, rows, weight: Math.log(1 + table.length / (rows.size + 1)) }; // rare words tell most
};

/** All that every word found; when that is next to nothing, also what most of their weight found. */
const together = (terms) => {
  const found = new Map();
  for (const { rows, weight } of terms)
    for (const [row, score] of rows) {
      const before = found.get(row) ?? { score: 0, share: 0 };
      found.set(row, { score: before.score + weight * score, share: before.share + weight });
    }
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  const most = Math.max(...[...found.values()].map(({ share }) => share));
  const every = [...found].filter(([, { share }]) => share > 0.999 * whole);
  const kept = every.length >= ENOUGH ? every : [...found].filter(([, { share }]) => share >= most * NEARLY);
  return new Map(kept.map(([row, { score, share }]) => [row, score * share]));
};
