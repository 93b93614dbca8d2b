// What field types are made of, as in signpost/model/fieldtypes/reading.py. What is wrong is thrown: the key of its words
// (a rule, "_", which of its words), the value, and what else the words name. `check` makes words of it.

export const fail = (key, value = "", more) => {
  throw { key, value: quoted(value), ...more };
};
export const size = (text) => [...text].length;
export const quoted = (value) => (size(value) > 60 ? `"${[...value].slice(0, 59).join("")}…"` : `"${value}"`);

const plain = (text) => text.replace(/[^\p{L}\p{N}]/gu, " ").trim().toLowerCase();

/** How alike two texts are, in percent, by their longest common subsequence: rapidfuzz's fuzz.ratio. */
export const ratio = (one, other) => {
  const [rows, columns] = [[...one], [...other]];
  let above = Array(columns.length + 1).fill(0);
  for (const mark of rows) {
    const row = [0];
    columns.forEach((each, at) => row.push(each === mark ? above[at] + 1 : Math.max(above[at + 1], row[at])));
    above = row;
  }
  return (200 * above.at(-1)) / (rows.length + columns.length || 1);
};

/** The choice most like a word, the first of equals; nothing when none comes near. */
export const near = (word, choices, likeness = 70) => {
  let [best, found] = [likeness - 1e-9];
  for (const choice of choices) {
    const score = ratio(plain(word), plain(choice));
    if (score > best) [best, found] = [score, choice];
  }
  return found;
};

/** { value } or { wrong: [...] } */
export const attempt = (read) => {
  try {
    return { value: read() };
  } catch (wrong) {
    if (wrong instanceof Error) throw wrong; // a mistake of ours
    return { wrong: [wrong].flat() };
  }
};

/** The values of a list, each once; all that does not fit is told at once. */
export const several = (read, said, field, names) => {
  const found = said.map((each) => attempt(() => read(each, field, names)));
  const wrong = found.flatMap((each) => each.wrong ?? []);
  if (wrong.length) throw wrong;
  const values = found.map((each) => each.value);
  const keys = values.map((value) => JSON.stringify(value));
  const again = values.filter((_, at) => keys.indexOf(keys[at]) < at);
  if (again.length) throw again.map((value) => (value.trim ? { key: "said-twice", value: quoted(value) } : { key: "said-twice_other" }));
  if (values.length > field.most) fail("too-many", "", { n: values.length });
  return values;
};
