// What was typed -> words to look for: without capitals, accents and what says nothing, and spelt as they are here.
import { say } from "../words.js";

/** As signpost/output/plan/table.py makes them plain too. */
export const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

let ignored;

/** The words of a text, each once; all of them when none says anything. */
export const words = (text) => {
  ignored ??= plain(say("ignored")).split(/\s+/);
  const all = [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu))];
  const telling = all.filter((word) => word.length > 1 && !ignored.includes(word));
  return telling.length ? telling : all;
};

/** The word itself when some word of the directory is it or begins with it; else the nearest; else nothing. */
export const meant = (typed, vocabulary) => {
  if (typed.length < 4 || /\d/.test(typed) || vocabulary.some((word) => word.startsWith(typed))) return typed;
  const most = typed.length < 8 ? 1 : 2;
  const near = vocabulary.filter((word) => Math.abs(word.length - typed.length) <= most);
  const far = (word) => mistakes(typed, word) + (word[0] === typed[0] ? 0 : 0.5); // the first letter is seldom mistyped
  const [best] = near.map((word) => [far(word), word]).filter(([n]) => n <= most).sort(([a], [b]) => a - b);
  return best?.[1] ?? vocabulary.findLast((word) => typed.startsWith(word)); // "freelancerish": "freelancer"
};

/** Letters to add, leave out, change or swap to make one word the other (optimal string alignment distance). */
const mistakes = (a, b) => {
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
};
