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
  const any = Object.entries(filters).map(([name, codes]) => [name, { any: codes }]);
  const found = await pagefind.search(words || null, {
    filters: Object.fromEntries(any),
    sort: sort === "relevance" ? {} : { [sort]: sort === "name" ? "asc" : "desc" },
  });
  return { results: found.results, filters: found.filters };
};
