// The table of codes and the files of cards, each fetched once, when first asked for.

export const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

/** Everything that can be found (docs/architecture.md), with its facets by name. */
export const open = async (folder) => {
  const table = await fetched(`${folder}table.json`);
  return { ...table, folder, facet: Object.fromEntries(table.facets.map((facet) => [facet.name, facet])), files: {} };
};

const file = (table, name) => (table.files[name] ??= fetched(`${table.folder}${name}.json`));

/** { known: every word of the directory, meant: word -> [[facet, number of the choice, weight]] }, in plain letters. */
export const wording = (table) => file(table, "words");

const chosen = (table, name, row, what) =>
  [table.columns[name]?.[row] ?? []].flat().flatMap((number) => table.facet[name][what][number] ?? []);

/** The codes, or the labels, of a row's choices in a facet. */
export const codes = (table, name, row) => chosen(table, name, row, "codes");
export const labels = (table, name, row) => chosen(table, name, row, "labels");

/** What a card says of a row, with labels for its codes. */
export const card = async (table, row) => {
  const [id, name, summary, place] = (await file(table, `cards-${Math.floor(row / table.size)}`))[row % table.size];
  const [kind] = codes(table, "kind", row);
  const [one, icon, tone] = table.kinds[kind];
  const [cost, format] = [labels(table, "cost", row).join(), labels(table, "format", row).join()];
  const [state] = codes(table, "freshness", row);
  const needs = labels(table, table.lead, row);
  return { id, name, summary, place, one, icon, tone, kind, row, needs, cost, format, state, checked: table.checked[row] };
};

/** The row of a listing by its id, -1 when it is not there. */
export const rowOf = async (table, id) => {
  const number = table.starts.findLastIndex((start) => start <= id);
  const rows = number < 0 ? [] : await file(table, `cards-${number}`);
  const at = rows.findIndex((row) => row[0] === id);
  return at < 0 ? -1 : number * table.size + at;
};
