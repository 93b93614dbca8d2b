// Rows -> the same rows in the order that was chosen, each with what that order rests on.
import { distance } from "../near.js";

const MINUTE = 60_000;

/** [{row, km, next}], best first. Rows that lack what they are sorted by come last, in the order of the lists. */
export const inOrder = (table, rows, sort, { scores, here }) => {
  table.place ??= { best: places(table.best), name: places(table.named) };
  const { best, name } = table.place;
  const key = {
    best: ({ row }) => -(scores?.get(row) ?? 0),
    checked: ({ row }) => -Date.parse(table.checked[row] ?? 0),
    name: ({ row }) => name[row],
    near: ({ km }) => km ?? Infinity,
    next: ({ next }) => next ?? Infinity,
  }[sort];
  const found = rows.map((row) => ({
    row,
    km: sort === "near" && table.places[row] ? distance(here, table.places[row]) : undefined,
    next: sort === "next" ? soon(table, row) : undefined,
  }));
  for (const each of found) each.key = key(each);
  return found.sort((a, b) => (a.key === b.key ? best[a.row] - best[b.row] : a.key - b.key));
};

const places = (rows) => rows.reduce((found, row, place) => ((found[row] = place), found), []);

/** When a row's people meet next, in milliseconds since 1970; the table holds the next few times, in minutes. */
const soon = (table, row) => table.next[row]?.map((minutes) => minutes * MINUTE).find((time) => time > Date.now());
