// Words, numbers and choices, and what points at something else: signpost/model/fieldtypes/words.py and references.py.
import { didYouMean, fail, meant, quoted, size } from "./reading.js";

export const markdown = (value, { label, min, max, example }) => {
  const length = size(value);
  if (length < min) fail("too-short", `${label} has ${length} characters; it needs ${min}`, example ? `Say a little more, such as: ${example}` : "Say a little more.");
  if (length > max) fail("too-long", `${label} has ${length} characters; it has room for ${max}`, `Shorten it by ${length - max}.`);
  return value;
};
export const text = markdown; // an answer is put on one line before it is read

export const number = (value, { label, whole, example, min = -Infinity, max = Infinity }) => {
  const digits = `Write digits only${whole ? "" : ", with a point for decimals"}, such as ${example || (whole ? "12" : "12.5")}.`;
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) fail("not-a-number", `${quoted(value)} is not a number`, digits);
  const found = Number(value);
  if (whole && !Number.isInteger(found)) fail("not-whole", `${quoted(value)} is not a whole number`, `Write it as ${even(found)}.`);
  const limits = [["at least", min], ["at most", max]].filter(([, limit]) => Number.isFinite(limit));
  const bounds = `It is ${limits.map(([words, limit]) => `${words} ${limit}`).join(" and ")}.`;
  if (found < min || found > max) fail("out-of-range", `${quoted(value)} is outside of what ${label} can be`, bounds);
  return found;
};

/** The nearest whole number, halves to the even one, as Python rounds. */
const even = (found) => (Math.abs(found % 1) === 0.5 ? 2 * Math.round(found / 2) : Math.round(found));

export const yesNo = (value) => {
  const answer = { yes: true, true: true, no: false, false: false }[value.toLowerCase()];
  const hint = "Write yes or no; leave the line out when it is not known.";
  return answer ?? fail("not-yes-or-no", `${quoted(value)} is neither yes nor no`, hint);
};

const A_FEW = 12;
export const term = (value, { label, vocabulary, choices }) => {
  const codes = choices.map(([code]) => code);
  if (codes.includes(value)) return value;
  const labelled = choices.findLast(([, each]) => each.toLowerCase() === value.toLowerCase())?.[0];
  const likely = labelled ? meant(labelled) : didYouMean(value, codes);
  const all = codes.length <= A_FEW || !vocabulary ? `It can be ${codes.join(", ")}.` : `The choices stand in content/_terms/${vocabulary}.yaml.`;
  return fail("not-a-choice", `${quoted(value)} is not one of the choices for ${label}`, likely + all);
};

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
const REFERENCE = RegExp(`^${SLUG}/${SLUG}$`);
export const listing = (value) => {
  const hint = "Write its folder and its file's name without the ending, such as meetups/python-nantes.";
  return REFERENCE.test(value) ? value : fail("not-a-listing", `${quoted(value)} does not name a listing`, hint);
};

export const image = (value) => {
  const elsewhere = "Put the file into content/static/ and write its name; pages load nothing from other sites.";
  if (/:\/\/|^\/\//.test(value)) fail("not-an-image", `${quoted(value)} is on another site`, elsewhere);
  const hint = "Write its path below content/static/, such as logos/example.svg; it ends in svg, png, jpg, webp or avif.";
  if (!/^[\w-]+([./][\w-]+)*\.(svg|png|jpe?g|webp|avif)$/.test(value)) fail("not-an-image", `${quoted(value)} is not the name of a picture`, hint);
  return value;
};
