// The page of the plan: what is asked and the mix for it, what is kept, and what somebody shared.
import { open } from "./find/table.js";
import { say } from "./words.js";
import { cities, fill, query, read } from "./plan/asked.js";
import { showCover } from "./plan/cover.js";
import { showKept } from "./plan/kept.js";
import { showShared } from "./plan/shared.js";
import { suggest } from "./plan/suggest.js";
import { offerTake } from "./plan/take.js";

const PATIENCE = 3000; // milliseconds that what is kept waits for the table
const page = document.querySelector("[data-network]");
const part = (name) => page.querySelector(`[data-${name}]`);
const { lead, second, any } = page.dataset;
const ways = { lead, second, any: any.split(" ") };
const form = part("ask");
const [tell, tellMix] = ["say", "mix-say"].map((name) => (text) => (part(name).textContent = text));
const loading = open(page.dataset.table).catch(() => null);
let shown; // the query that was answered last
const answer = async (before) => {
  const table = await loading;
  shown = location.search;
  part("mix").hidden = false;
  if (!table) return tellMix(say("failed"));
  await suggest(part, table, ways, read(form), before, tellMix).catch(() => tellMix(say("failed")));
};

const submit = async (event) => {
  event.preventDefault();
  history.pushState(null, "", query(read(form)));
  await answer();
  part("mix-title").focus();
};

/** Answer the address. What was ticked before the script came, or before going elsewhere on the page, stays. */
const arrive = async () => {
  if (shown === location.search) return;
  const isAsked = (shown !== undefined || location.search) && fill(form, location.search);
  const { folder, picks } = history.state ?? {};
  shown = location.search;
  part("mix").hidden = !isAsked;
  if (isAsked) await answer(folder && folder === (await loading)?.folder ? picks : undefined);
};

const begin = async () => {
  showCover(part("cover"));
  const table = await Promise.race([loading, new Promise((done) => setTimeout(done, PATIENCE, null))]);
  await showKept(part, table, ways, tell);
  part("not-loaded").hidden = Boolean(table);
  offerTake(part, tell);
  showShared(part, table, ways, tell);
  addEventListener("hashchange", () => showShared(part, table, ways, tell));
};

form.addEventListener("submit", submit);
form.elements.country?.addEventListener("change", () => cities(form));
addEventListener("popstate", arrive);
arrive();
begin();
