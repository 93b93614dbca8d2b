// Questions -> Pagefind's answers. Pagefind is loaded with the first question.

let loaded;

const load = (address) => {
  loaded ??= import(address)
    .then(async (pagefind) => {
      await pagefind.filters(); // without it, answers come without the counts of their filters
      return pagefind;
    })
    .catch((error) => {
      loaded = undefined; // the next question tries again
      throw error;
    });
  return loaded;
};

/** Results and the counts of every filter. Choices of one filter are joined with "or", filters with "and". */
export const find = async (address, { words, filters, sort }) => {
  const pagefind = await load(address);
  const order = sort === "relevance" ? {} : { [sort]: sort === "name" ? "asc" : "desc" };
  const ask = (chosen) => pagefind.search(words || null, { filters: joined(chosen), sort: order });
  const found = await ask(filters);
  const counts = { ...found.filters };
  for (const name of Object.keys(filters)) {
    const { [name]: _, ...others } = filters; // what each choice would find beside the other filters
    const asked = words || Object.keys(others).length;
    counts[name] = (asked ? (await ask(others)).filters : await pagefind.filters())[name];
  }
  return { results: found.results, filters: counts };
};

const joined = (filters) => Object.fromEntries(Object.entries(filters).map(([name, codes]) => [name, { any: codes }]));
