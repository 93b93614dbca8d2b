// The filters that are set -> the rows that fit, and how many rows each choice of each filter would leave.

/** Choices of one filter are joined with "or", filters with "and". `among` are the rows the words found, if any. */
export const match = (table, { filters, words }, among) => {
  const wanted = Object.entries(filters).map(([name, codes]) => [name, codes.map((code) => table.facet[name].codes.indexOf(code))]);
  const counts = Object.fromEntries(table.facets.map(({ name, codes }) => [name, codes.map(() => 0)]));
  const without = {}; // how many rows there would be with one filter taken away
  const rows = [];
  for (const row of among?.keys() ?? Array(table.length).keys()) {
    if (!words && isGuide(table, row) && !filters.kind?.includes("guides")) continue; // guides answer words
    const failed = wanted.filter(([name, chosen]) => !values(table, name, row).some((value) => chosen.includes(value)));
    if (!failed.length) rows.push(row);
    if (failed.length > 1) continue;
    const [only] = failed[0] ?? []; // a row that fails one filter alone still counts for the choices of that filter
    if (only) without[only] = (without[only] ?? 0) + 1;
    for (const name of only ? [only] : Object.keys(counts)) for (const value of values(table, name, row)) counts[name][value] += 1;
  }
  return { rows, counts, without };
};

const values = (table, name, row) => [table.columns[name][row]].flat().filter((value) => value >= 0);

export const isGuide = (table, row) => table.facet.kind.codes[table.columns.kind[row]] === "guides";
