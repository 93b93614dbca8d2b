// The filters that are set -> the rows that fit, and how many rows each choice of each filter would leave.

/** Choices of one filter are joined with "or", filters with "and". `among` are the rows the words found, if any. */
export const match = (table, { filters, words }, among) => {
  const wanted = Object.entries(filters).map(([name, codes]) => [name, codes.map((code) => table.facet[name].codes.indexOf(code))]);
  const counts = Object.fromEntries(table.facets.map(({ name, codes }) => [name, codes.map(() => 0)]));
  const without = {}; // how many rows there would be with one filter taken away
  const rows = [];
  for (const row of among?.keys() ?? Array(table.length).keys()) {
    if (!words && isGuide(table, row) && !filters.kind?.includes("guides")) continue; // guides answer words
    const failed = wanted.filter(([name, chosen]) => !fits(table.columns[name][row], chosen));
    if (!failed.length) rows.push(row);
    if (failed.length > 1) continue;
    const [only] = failed[0] ?? []; // a row that fails one filter alone still counts for the choices of that filter
    if (only) without[only] = (without[only] ?? 0) + 1;
    for (const name of only ? [only] : Object.keys(counts)) add(counts[name], table.columns[name][row]);
  }
  return { rows, counts, without };
};

/** A row has the number of one choice, -1 where it is unknown, or a list of numbers. */
const fits = (value, chosen) => (Array.isArray(value) ? value.some((each) => chosen.includes(each)) : chosen.includes(value));

const add = (counts, value) => {
  if (Array.isArray(value)) for (const each of value) counts[each] += 1;
  else if (value >= 0) counts[value] += 1;
};

export const isGuide = (table, row) => table.facet.kind.codes[table.columns.kind[row]] === "guides";
