// What is answered -> what a file says, as signpost/model/answers.py and segments.py write it. Tests hold both to the same bytes.
import { MARKED, bare, code, items } from "./items.js";

export const LINES = /\r\n|\r|\n/;
const ON_LINES = ["urls", "links", "meets"];
const PAIR = new RegExp(`\\s*([\\w-]+):\\s*(${MARKED}(?=\\s*(?:,|$))|\\[[^[\\]]*\\]|[^,[\\]]*)(?:,|$)`, "g");

const tidy = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** The single values of an answer, choices by their codes. */
export const said = (field, answer, names) => {
  if (!field.many && field.type !== "links") return [code(field, tidy(answer), names)];
  const parts = ON_LINES.includes(field.type) ? answer.split(LINES) : items(answer);
  return parts.filter((each) => each.trim()).map((each) => code(field, tidy(each), names));
};

const quoted = (value) => {
  const isPlain = /^[\p{L}\p{N}]/u.test(value) && !/[ :]$|: | #|["\\]/.test(value) && value !== "null";
  return isPlain ? value : between(value);
};
const between = (value) => `"${value.replace(/[\\"]/g, "\\$&")}"`;
const inBrackets = (value) => (/[[\]{},]/.test(value) ? between(value) : quoted(value));

/** [[name, values]] of a meeting's line; nothing when it is no meeting. */
export const pairs = (line) => {
  const found = [...line.matchAll(PAIR)];
  if (found.map(([whole]) => whole).join("") !== line) return undefined;
  return found.map(([, name, value]) => [name, value.startsWith("[") ? value.slice(1, -1).split(",").map((each) => each.trim()) : [value[0] === '"' ? bare(value) : value.trim()], value]);
};

const meeting = (line) => {
  const listed = ([name, values, value]) => `${name}: ${value.startsWith("[") ? `[${values.map(inBrackets).join(", ")}]` : inBrackets(values[0])}`;
  return pairs(line) ? `{${pairs(line).map(listed).join(", ")}}` : inBrackets(line);
};

/** Name and address of a link; nothing when one of them is missing. */
export const pair = (value) => {
  const [, name, address] = /^([^:]*):(.*)$/.exec(value) ?? [];
  return address?.trim() && [name.trim(), address.trim()];
};

const link = (value) => {
  const [name, address] = pair(value) || [];
  return address ? `${name}: ${quoted(address)}` : inBrackets(value);
};

/** An answer as it stands after its field's name and colon. */
export const written = (field, answer, names) => {
  const values = said(field, answer, names);
  if (field.type === "links") return values.map((value) => `\n  ${link(value)}`).join("");
  if (field.type === "meets") return values.map((value) => `\n  - ${meeting(value)}`).join("");
  return field.many ? ` [${values.map(inBrackets).join(", ")}]` : ` ${quoted(values.join(""))}`;
};
