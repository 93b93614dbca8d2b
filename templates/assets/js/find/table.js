// The table of codes and the files of cards, each fetched once, when first asked for.

/** Everything that can be found: { facets, columns, best, named, length, ... }, and where its files are. */
export const open = async (folder) => {
  const table = await fetched(`${folder}table.json`);
  const places = table.facets.map((facet) => [facet.name, facet]);
  return { ...table, folder, facet: Object.fromEntries(places), files: new Map() };
};

const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

/** What a card says of a row, with labels for its codes. */
export const card = async (table, row) => {
  const [id, name, summary, place] = (await file(table, Math.floor(row / table.size)))[row % table.size];
  const kind = table.facet.kind.codes[table.columns.kind[row]];
  const [one, icon, tone] = table.kinds[kind];
  const said = (facet) => labels(table, facet, row).join(" · ");
  return {
    id, name, summary, place, one, icon, tone, kind, row,
    needs: labels(table, "support", row), cost: said("cost"), format: said("format"),
    state: codes(table, "freshness", row)[0], checked: table.checked[row],
  };
};

const file = (table, number) => {
  if (!table.files.has(number)) table.files.set(number, fetched(`${table.folder}cards-${number}.json`));
  return table.files.get(number);
};

const chosen = (table, facet, row) => [table.columns[facet]?.[row] ?? []].flat().filter((number) => number >= 0);

/** The codes, or the labels, of a row's choices in a facet. */
export const codes = (table, facet, row) => chosen(table, facet, row).map((number) => table.facet[facet].codes[number]);
export const labels = (table, facet, row) => chosen(table, facet, row).map((number) => table.facet[facet].labels[number]);

/** The row of a listing by its id, -1 when it is not there. */
export const rowOf = async (table, id) => {
  const number = table.starts.findLastIndex((start) => start <= id);
  if (number < 0) return -1;
  const at = (await file(table, number)).findIndex((each) => each[0] === id);
  return at < 0 ? -1 : number * table.size + at;
};

/** Every word of the directory, without capitals and accents: fetched with the first question in words. */
export const vocabulary = (table) => (table.vocabulary ??= fetched(`${table.folder}words.json`));
