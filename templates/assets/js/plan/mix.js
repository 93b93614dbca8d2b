// What fits -> a short mix: a place for each need, then more, of different kinds where that costs little. Always the same for the same.
import { codes } from "../find/table.js";
import { score } from "./score.js";

const FEWEST = 4, MOST = 6;
const SAME_KIND = 1.5; // points that a listing loses for each other one of its kind

/** What fits what is asked, in the order of lists: { row, kind, needs, points, why } for each. */
export const fitting = (table, lead, asked) =>
  table.best
    .filter((row) => !table.paused.includes(row))
    .map((row) => ({ row, kind: codes(table, "kind", row)[0], needs: codes(table, lead, row), ...score(table, asked, row) }))
    .filter(({ kind, points }) => kind !== "guides" && Number.isFinite(points));

/** The best for a need but for the rows that are taken. */
export const next = (fit, need, taken) => {
  const kinds = fit.filter(({ row }) => taken.includes(row)).map(({ kind }) => kind);
  const worth = ({ kind, points }) => points - SAME_KIND * kinds.filter((each) => each === kind).length;
  const left = fit.filter(({ row, needs }) => !taken.includes(row) && (!need || needs.includes(need)));
  return left.sort((a, b) => worth(b) - worth(a))[0];
};

/** The mix: [{ need, row }]. */
export const mix = (fit, needs) => {
  const size = Math.max(needs.length, Math.min(MOST, needs.length + 2), FEWEST);
  const picks = [];
  for (const need of Array(FEWEST).fill(needs).flat()) {
    const best = next(fit, need, picks.map(({ row }) => row));
    if (best && picks.length < size) picks.push({ need, row: best.row });
  }
  return picks;
};
