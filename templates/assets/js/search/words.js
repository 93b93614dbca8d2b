// What was typed -> its words, without capitals, accents and those that say nothing ("the", "for", "help").
import { say } from "../words.js";

/** As signpost/output/plan/table.py makes them plain too. */
export const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

let ignored;

/** The words of a text, each once; all of them when none says anything. */
export const words = (text) => {
  ignored ??= new Set(plain(say("ignored")).split(/[\s,]+/));
  const all = [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
  const telling = all.filter((word) => word.length > 1 && !ignored.has(word));
  return telling.length ? telling : all;
};
