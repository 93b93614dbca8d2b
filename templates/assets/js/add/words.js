// Words, numbers and choices, and what points at something else: signpost/model/fieldtypes/words.py and references.py.
import { fail, near, size } from "./reading.js";

export const text = (value, { min, max, example }) => {
  const n = size(value);
  if (n < min) fail(example ? "too-short" : "too-short_bare", "", { n });
  if (n > max) fail("too-long", "", { n, over: n - max });
  return value;
};

export const number = (value, { whole, example, min = -Infinity, max = Infinity }) => {
  const found = Number(value);
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) fail(`not-a-number${whole ? "_whole" : ""}`, value, { example: example || (whole ? "12" : "12.5") });
  if (whole && !Number.isInteger(found)) fail("not-whole", value, { found: even(found) });
  const bounds = `out-of-range${min === -Infinity ? "_most" : max === Infinity ? "_least" : ""}`;
  return found < min || found > max ? fail(bounds, value) : found;
};

/** The nearest whole number, halves to the even one, as Python rounds. */
const even = (found) => (Math.abs(found % 1) === 0.5 ? 2 * Math.round(found / 2) : Math.round(found));

export const yesNo = (value) => ({ yes: true, true: true, no: false, false: false })[value.toLowerCase()] ?? fail("not-yes-or-no", value);

const A_FEW = 12;
export const term = (value, { vocabulary, choices }) => {
  const codes = choices.map(([code]) => code);
  if (codes.includes(value)) return value;
  const found = choices.findLast(([, label]) => label.toLowerCase() === value.toLowerCase())?.[0] ?? near(value, codes);
  return fail(codes.length <= A_FEW || !vocabulary ? "not-a-choice" : "not-a-choice_many", value, { found, all: codes.join(", ") });
};

const matching = (pattern, key) => (value) => (pattern.test(value) ? value : fail(key, value));
const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
export const listing = matching(RegExp(`^${SLUG}/${SLUG}$`), "not-a-listing");
const picture = matching(/^[\w-]+([./][\w-]+)*\.(svg|png|jpe?g|webp|avif)$/, "not-an-image");
export const image = (value) => (/:\/\/|^\/\//.test(value) ? fail("not-an-image_elsewhere", value) : picture(value));
