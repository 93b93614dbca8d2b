// The search page: what is asked stands in the form and in the address; the answer below it.
import { open } from "./find/table.js";
import { fill, read, write } from "./search/asked.js";
import { cities, count } from "./search/facets.js";
import { match } from "./search/match.js";
import { whereabouts } from "./search/near.js";
import { inOrder } from "./search/order.js";
import { keepPlace, placeKept } from "./search/place.js";
import { rank } from "./search/rank.js";
import { show } from "./search/results.js";
import { fail, tell } from "./search/tell.js";

const form = document.querySelector("[data-search]");
let table, here, running, again;

/** Answer what the form asks. While one answer is under way, only the latest question waits for its end. */
const answer = async (leftOut = []) => {
  if (running) return (again = true);
  running = true;
  await found(read(form), leftOut).catch((error) => fail(form, error));
  running = false;
  if (again) return (again = false), answer();
};

const found = async (asked, leftOut) => {
  const ranked = asked.words ? await rank(table, form.dataset.pagefind, asked.words) : null;
  const fit = match(table, asked, ranked?.scores);
  cities(form, table, asked.filters.country);
  count(form, table, fit, asked);
  tell(form, { table, asked, ranked, found: fit, leftOut });
  const rows = inOrder(table, fit.rows, { sort: asked.sort, scores: ranked?.scores, here });
  await show(form, table, rows, { asked, ranked });
};

const ask = (isTyped, page = 1) => {
  keepPlace();
  form.dataset.page = page;
  write(form, isTyped);
  return answer();
};

const changed = async ({ target: { name, value } }) => {
  if (name === "sort" && value === "near") here ??= await whereabouts(form);
  await ask(name === "q");
};

const restore = () => answer(fill(form, location.search, table, here)).then(placeKept);

open(form.dataset.table)
  .then((opened) => {
    table = opened;
    form.addEventListener("submit", (event) => (event.preventDefault(), ask(true)));
    form.addEventListener("input", changed);
    form.querySelector("[data-more]").addEventListener("click", () => ask(true, Number(form.dataset.page) + 1));
    addEventListener("popstate", restore);
    return restore();
  })
  .catch((error) => fail(form, error));
