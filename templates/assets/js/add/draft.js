// Answers -> the text of a new listing's file, or of one that is there with some of its fields changed, all else kept.
import { LINES, written } from "./file.js";

/** The answers of a new listing with who vouches for it: the person who checked it, today; else public pages. */
export const vouched = (answers, { fields }, today) => {
  const isAsked = ["verified", "source", "compiled"].every((name) => fields.some((field) => field.name === name));
  if (!isAsked) return answers;
  if (answers.verified_how) return { verified: today, ...answers };
  const source = answers.source || answers.url;
  return source ? { ...answers, source, compiled: today } : answers;
};

const body = (answer = "") => answer.trim().split(LINES).map((line) => line.trimEnd()).join("\n");

export const whole = (answers, { fields }, names) => {
  const said = fields.filter(({ name }) => answers[name]).map((field) => `${field.name}:${written(field, answers[field.name], names)}`);
  const text = body(answers.body);
  return ["---", ...said, "---", "", ...(text ? [text, ""] : [])].join("\n");
};

const ended = (text) => /(\r\n|\r|\n)$/.test(text);

/** A file with some fields answered anew; an empty answer takes its field away. `segments` are lists of name, head, value, tail. */
export const revised = (segments, { fields }, changes, names) => {
  const end = /\r\n|\r|\n/.exec(segments.flat().join(""))?.[0] ?? "\n";
  const values = {};
  for (const field of fields) {
    const answer = changes[field.name];
    if (answer !== undefined) values[field.name] = answer.trim() && written(field, answer, names).replaceAll("\n", end);
  }
  const rank = (name) => fields.findIndex((field) => field.name === name);
  const held = segments.map(([name]) => name);
  let kept = segments.filter(([name]) => values[name] ?? "?").map(([name, head, value, tail]) => [name, head, values[name] ?? value, tail]);
  for (const { name } of fields.filter((field) => values[field.name] && !held.includes(field.name))) kept = added(kept, [name, `${name}:`, values[name], end], rank);
  const text = body(changes.body);
  if (changes.body !== undefined) kept = kept.map((each) => (each[0] === "body" ? ["body", each[1], text && `${end}${text}${end}`.replaceAll("\n", end), each[3]] : each));
  return kept.flatMap((each) => each.slice(1)).join("");
};

/** The segments with a new one below that which comes before it in the kind's order, else below all. */
const added = (kept, segment, rank) => {
  const ranks = kept.map(([name]) => rank(name));
  const before = ranks.filter((each) => each >= 0 && each < rank(segment[0]));
  const at = before.length ? ranks.lastIndexOf(Math.max(...before)) : ranks.findLastIndex((each) => each >= 0);
  const [name, head, value, tail] = kept[at];
  return kept.toSpliced(at, 1, [name, head, value, ended(tail) ? tail : tail + segment[3]], segment);
};
