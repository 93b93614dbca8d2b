// The search page: what is asked stands in the form and in the address; the answer below it.
import { read, write } from "./search/address.js";
import { find } from "./search/index.js";
import { count } from "./search/facets.js";
import { clear, show } from "./search/results.js";

const PAGE = 12;
const PAUSE = 150; // milliseconds without a key before the search begins

const form = document.querySelector("[data-search]");
const part = (name) => form.querySelector(`[data-search-${name}]`);
const fallback = document.querySelector("[data-search-fallback]");
let latest = 0, waiting;

const say = (key, n = 0) => {
  part("status").textContent = form.dataset[`words${key}`].replace("{n}", n.toLocaleString(document.documentElement.lang));
};

const nothingAsked = (asked) => !asked.words && !Object.keys(asked.filters).length;

const lay = (isEmpty) => {
  part("found").hidden = isEmpty;
  part("filters").hidden = isEmpty;
  fallback.hidden = !isEmpty;
};

const more = async (results, from) => {
  const turn = latest;
  const pages = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
  if (turn !== latest) return; // these results answer an earlier question
  show(part("results"), part("result"), pages);
  part("more").hidden = from + PAGE >= results.length;
  part("more").onclick = () => more(results, from + PAGE);
};

const answer = async () => {
  const asked = read(form);
  const turn = ++latest;
  lay(nothingAsked(asked));
  if (nothingAsked(asked)) return;
  say("Loading");
  const found = await find(form.dataset.pagefind, asked).catch(() => null);
  if (turn !== latest) return; // a later question is under way
  clear(part("results"));
  if (!found) return (fallback.hidden = false), say("Failed");
  count(form, found.filters);
  say(["None", "One"][found.results.length] ?? "Many", found.results.length);
  await more(found.results, 0);
};

const ask = () => (write(form), answer());

form.addEventListener("submit", (event) => (event.preventDefault(), ask()));
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, event.target.type === "search" ? PAUSE : 0);
});
addEventListener("popstate", () => (read(form, location.search), answer()));
read(form, location.search);
answer();
