// Words -> rows, by Pagefind, which is loaded with the first of them.

let loaded;
const known = new Map();

const load = (folder) => {
  loaded ??= Promise.all([import(`${folder}pagefind.js`), fetch(`${folder}rows.json`).then((answer) => answer.json())])
    .then(async ([pagefind, names]) => {
      await pagefind.init();
      return { pagefind, rows: new Map(names.map((name, row) => [name, row])) };
    })
    .catch((error) => {
      loaded = undefined; // the next question tries again
      throw error;
    });
  return loaded;
};

/** One word -> Map of row -> { score from 0 to 1, data: () => the page's excerpt and more }. */
export const hits = async (folder, word) => {
  const { pagefind, rows } = await load(folder);
  if (!known.has(word)) {
    const { results } = await pagefind.search(word);
    const most = Math.max(...results.map((result) => result.score), Number.MIN_VALUE);
    known.set(word, new Map(results.map((result) => [rows.get(result.id), { score: result.score / most, data: () => result.data() }])));
    known.get(word).delete(undefined);
  }
  return known.get(word);
};
