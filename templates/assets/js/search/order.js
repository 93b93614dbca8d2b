// Rows -> the same rows in the order that was chosen, each with what that order rests on.
import { distance } from "./near.js";

/** [{row, km, next}], best first. Rows that lack what they are sorted by come last, in the order of the lists. */
export const inOrder = (table, rows, { sort, scores, here }) => {
  const places = (table.places_of ??= { best: ranks(table.best), name: ranks(table.named) });
  const found = rows.map((row) => ({ row, km: sort === "near" ? km(table, row, here) : undefined, next: sort === "next" ? next(table, row) : undefined }));
  const by = {
    best: (a, b) => (scores?.get(b.row) ?? 0) - (scores?.get(a.row) ?? 0),
    checked: (a, b) => (table.checked[b.row] ?? "").localeCompare(table.checked[a.row] ?? ""),
    name: (a, b) => places.name[a.row] - places.name[b.row],
    near: (a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0,
    next: (a, b) => (a.next ?? Infinity) - (b.next ?? Infinity) || 0,
  }[sort];
  return found.sort((a, b) => by(a, b) || places.best[a.row] - places.best[b.row]);
};

const ranks = (rows) => {
  const found = [];
  rows.forEach((row, place) => (found[row] = place));
  return found;
};

const km = (table, row, here) => here && table.places[row] && distance(here, table.places[row]);

const MINUTE = 60_000;

/** When a row's people meet next, in milliseconds since 1970; the table holds the next few times, in minutes. */
const next = (table, row) => {
  const times = (table.next?.[row] ?? []).map((minutes) => minutes * MINUTE);
  return times.find((time) => time > Date.now());
};
