// A word -> the rows it finds: those whose text has it, by Pagefind, and those whose choices mean it, by the table.
import { fetched } from "../find/table.js";

let loaded;
const known = new Map();

/** Pagefind and the rows of its pages, loaded with the first word, and with the next one if that fails. */
const load = async (folder) => {
  const [pagefind, names] = await Promise.all([import(`${folder}pagefind.js`), fetched(`${folder}rows.json`)]);
  return [pagefind, new Map(names.map((name, row) => [name, row]))];
};

/** Map of row -> { score from 0 to 1, data: () => the page's excerpt and more }. */
export const hits = async (folder, word) => {
  const [pagefind, rows] = await (loaded ??= load(folder)).catch((error) => ((loaded = undefined), Promise.reject(error)));
  if (!known.has(word)) {
    const { results } = await pagefind.search(word);
    const found = results.map((each) => [rows.get(each.id), { score: each.score / results[0].score, data: () => each.data() }]);
    known.set(word, new Map(found.filter(([row]) => row !== undefined)));
  }
  return known.get(word);
};

/** How well a word that was typed is another: as it is, begun, or with another ending. */
export const likeness = (typed, word) => {
  if (typed === word) return 1;
  if (typed.length < 4 || word.length < 4) return 0;
  if (word.startsWith(typed)) return typed.length / word.length;
  return typed.startsWith(word) && typed.length - word.length <= 3 ? 0.9 : 0;
};

/** "writers" means the field of work "Writing, editing", "Leeds" a city: Map of row -> how well its best choice is meant. */
export const meaning = (table, meant, typed) => {
  const rows = new Map();
  const alike = Object.keys(meant).map((word) => [word, likeness(typed, word)]).filter(([, score]) => score);
  for (const [word, score] of alike)
    for (const [name, number, weight] of meant[word]) {
      const made = table.columns[name].flatMap((value, row) => ([value].flat().includes(number) ? row : []));
      const telling = score * weight * (1 - made.length / table.length); // what nearly all are says little
      for (const row of made) rows.set(row, Math.max(telling, rows.get(row) ?? 0));
    }
  return rows;
};
