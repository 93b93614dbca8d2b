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

/** The word itself when some word of the directory is it or begins with it; else one that is a slip away; else nothing. */
export const meant = (typed, known) => {
  if (typed.length < 4 || /\d/.test(typed) || known.some((word) => word.startsWith(typed))) return typed;
  const mine = new Set(cuts(typed));
  const near = known.filter((word) => Math.abs(word.length - typed.length) < 2 && cuts(word).some((cut) => mine.has(cut)));
  return near.find((word) => word[0] === typed[0]) ?? near[0] ?? known.findLast((word) => typed.startsWith(word));
};

/** A word, and it without each of its letters: words that differ by a letter more, less, other or swapped share one. */
const cuts = (word) => [word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))];
