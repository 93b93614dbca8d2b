// A word -> the rows whose choices mean it: "writers" is the field of work "Writing, editing", "Leeds" a city.
import { words } from "./words.js";

const SILENT = ["freshness", "serves"];

/** Every word that some choice is called by, with the filter and the number of the choice. */
const index = (table) => {
  const found = [];
  for (const { name, labels, also } of table.facets.filter((facet) => !SILENT.includes(facet.name)))
    labels.forEach((label, number) => {
      const own = new Set(words(label));
      const most = name === "kind" ? 1.3 : 1; // what somebody is looking for comes before what it is about
      for (const word of new Set([...own, ...words(also[number] ?? "")]))
        found.push({ word, name, number, weight: most * (own.has(word) ? 1 : 0.9) });
    });
  return found;
};

const LONG = 4;

/** How well a word that was typed is one that a choice is called by: as it is, begun, or with another ending. */
export const likeness = (typed, word) => {
  if (typed === word) return 1;
  if (typed.length < LONG || word.length < LONG) return 0;
  if (word.startsWith(typed)) return typed.length / word.length;
  return typed.startsWith(word) && typed.length - word.length <= 3 ? 0.9 : 0;
};

/** Map of row -> how well its best choice is meant by the word, from 0 to 1. */
export const meaning = (table, typed) => {
  table.meanings ??= index(table);
  const rows = new Map();
  for (const { word, name, number, weight } of table.meanings) {
    const score = likeness(typed, word) * weight;
    if (!score) continue;
    const made = table.columns[name].flatMap((value, row) => (value === number || value.includes?.(number) ? row : []));
    const telling = score * (1 - made.length / table.length); // what nearly all are says little
    for (const row of made) rows.set(row, Math.max(telling, rows.get(row) ?? 0));
  }
  return rows;
};
