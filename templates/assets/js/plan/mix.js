// What is asked -> a short mix: a place for each need, then more, of different kinds where that costs little. Always the same for the same.
import { codes } from "../find/table.js";
import { score } from "./score.js";

const FEWEST = 4, MOST = 6;
const SAME_KIND = 1.5; // what a listing loses for each other one of its kind in the mix

/** The rows that fit, with their scores, best first. */
export const fitting = (table, ways, asked) =>
  table.best
    .filter((row) => table.facet.kind.codes[table.columns.kind[row]] !== "guides" && !table.paused.includes(row))
    .map((row) => ({ row, points: score(table, ways, asked, row) }))
    .filter(({ points }) => points !== null)
    .sort((a, b) => b.points - a.points); // stable: equal ones stay in the order of the lists

/** The needs the mix is for: those asked for, or all. A directory without any has one that everything meets. */
export const needsOf = (table, ways, asked) => asked[ways.lead] ?? table.facet[ways.lead]?.codes ?? [""];

const meets = (table, ways, need) => ({ row }) => !need || codes(table, ways.lead, row).includes(need);

/** The best row for a need that is not among the others; null when there is none. */
export const next = (table, ways, found, need, others) => {
  const kinds = table.columns.kind;
  const used = others.map((row) => kinds[row]);
  let best = null;
  for (const each of found.filter(meets(table, ways, need))) {
    if (others.includes(each.row)) continue;
    const worth = each.points - SAME_KIND * used.filter((kind) => kind === kinds[each.row]).length;
    if (!best || worth > best.worth) best = { row: each.row, worth };
  }
  return best?.row ?? null;
};

/** The mix: [{ need, row }], in the order of the needs. */
export const mix = (table, ways, asked) => {
  const found = fitting(table, ways, asked);
  const needs = needsOf(table, ways, asked);
  const size = Math.max(needs.length, Math.min(MOST, needs.length + 2), FEWEST);
  const picks = [];
  for (let turn = 0; turn < size * 2 && picks.length < size; turn++) {
    const need = needs[turn % needs.length];
    const row = next(table, ways, found, need, picks.map((pick) => pick.row));
    if (row !== null) picks.push({ need, row });
  }
  return picks.sort((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need));
};
