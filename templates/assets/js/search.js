// The search page: what is asked stands in the form and in the address; the answer below it.
import { open } from "./find/table.js";
import { asks, fill, write } from "./search/asked.js";
import { choices, count } from "./search/facets.js";
import { match } from "./search/match.js";
import { inOrder } from "./search/order.js";
import { rank } from "./search/rank.js";
import { show } from "./search/results.js";
import { fail, lost, tell } from "./search/tell.js";
import { position } from "./near.js";

const form = document.querySelector("[data-search]");
let table, here, running, again;

/** Answer what the form asks. While one answer is under way, only the latest question waits for its end. */
const answer = async (leftOut = []) => {
  again = running;
  if (running) return;
  running = true;
  await found(asks(form), leftOut).catch((error) => fail(form, error));
  running = false;
  if (again) await answer();
};

const found = async (asked, leftOut) => {
  const ranked = asked.words ? await rank(table, form.dataset.pagefind, asked.words) : null;
  const fit = match(table, asked, ranked?.scores);
  choices(form, table, (name) => asked.filters[name] ?? []);
  count(form, table, fit.counts, asked.filters);
  tell(form, { table, asked, ranked, fit, leftOut });
  await show(form, table, inOrder(table, fit.rows, asked.sort, { scores: ranked?.scores, here }), { asked, ranked });
};

const ask = (isTyped, page = 1) => ((form.elements.page.value = page), answer(write(form, isTyped)));

const changed = async ({ target: { name, value } }) => {
  if (value === "near") here ??= await position().catch(() => undefined);
  if (value !== "near" || here) return ask(name === "q");
  form.elements.sort.value = "best";
  await ask();
  lost(form);
};

const restore = async () => {
  await answer(fill(form, location.search, table, here));
  if (history.state?.y) scrollTo({ top: history.state.y, behavior: "instant" });
};

const begin = async (opened) => {
  table = opened;
  form.addEventListener("submit", (event) => (event.preventDefault(), ask(true)));
  form.addEventListener("input", changed);
  form.querySelector("[data-more]").addEventListener("click", () => ask(true, Number(form.elements.page.value) + 1));
  form.addEventListener("toggle", ({ target }) => target.open && answer(), true);
  addEventListener("popstate", restore);
  await restore();
};

open(form.dataset.table).then(begin).catch((error) => fail(form, error));
