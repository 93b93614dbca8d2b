// Words -> the rows they find, with a score: what the text says and what the choices mean, together.
import { wording } from "../find/table.js";
import { hits, meaning } from "./meaning.js";
import { meant, words } from "./words.js";

const TEXT = 0.55, MEANING = 0.65, ENOUGH = 3, NEARLY = 0.6;

/** { scores: Map row -> score, terms, hits of each term, rarest first, slips: [[typed, meant or nothing]] } */
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
    slips: typed.filter(([word, other]) => !other || !word.startsWith(other)),
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
  const sum = (row, of) => terms.reduce((sum, term) => sum + (term.rows.has(row) ? term.weight * of(term.rows.get(row)) : 0), 0);
  const rows = [...new Set(terms.flatMap((term) => [...term.rows.keys()]))].map((row) => ({ row, share: sum(row, () => 1) }));
  const every = rows.filter(({ row }) => terms.every((term) => term.rows.has(row)));
  const most = Math.max(...rows.map(({ share }) => share));
  const kept = every.length >= ENOUGH ? every : rows.filter(({ share }) => share >= most * NEARLY);
  return new Map(kept.map(({ row, share }) => [row, share * sum(row, (score) => score)]));
};
