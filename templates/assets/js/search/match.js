// The filters that are set -> the rows that fit, and how many rows each choice of each filter would leave.

/** Choices of one filter are joined with "or", filters with "and". `among` are the rows the words found, if any. */
export const match = (table, { filters, words }, among) => {
  const wanted = Object.entries(filters).map(([name, codes]) => [name, numbers(table.facet[name], codes)]);
  const counts = Object.fromEntries(table.facets.map(({ name, codes }) => [name, new Array(codes.length).fill(0)]));
  const rows = [];
  for (const row of among?.keys() ?? Array(table.length).keys()) {
    if (!words && isGuide(table, row) && !filters.kind?.includes("guides")) continue; // guides answer words
    const failed = wanted.filter(([name, chosen]) => !fits(table.columns[name][row], chosen));
    if (!failed.length) rows.push(row);
    if (failed.length < 2) countIn(counts, table, row, failed[0]?.[0]);
  }
  return { rows, counts, without: (name) => without(table, { filters, words }, among, name) };
};

const numbers = (facet, codes) => new Set(codes.map((code) => facet.codes.indexOf(code)));

const isGuide = (table, row) => table.facet.kind.codes[table.columns.kind[row]] === "guides";

const fits = (value, chosen) => (Array.isArray(value) ? value.some((each) => chosen.has(each)) : chosen.has(value));

/** A row that fails one filter alone still counts for the choices of that filter; one that fails none for all. */
const countIn = (counts, table, row, only) => {
  for (const name of only ? [only] : Object.keys(counts)) {
    const value = table.columns[name][row];
    if (Array.isArray(value)) for (const each of value) counts[name][each] += 1;
    else if (value >= 0) counts[name][value] += 1;
  }
};

/** How many rows would be found with one filter taken away. */
const without = (table, { filters, words }, among, name) => {
  const { [name]: _, ...others } = filters;
  return match(table, { filters: others, words }, among).rows.length;
};
