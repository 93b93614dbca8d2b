// The page of the plan. What is asked stands in its form and in the address, so that Back and bookmarks work.
import "./plan/kept.js";
import "./plan/share.js";
import "./plan/take.js";
import { part } from "./plan/page.js";
import { suggest } from "./plan/suggest.js";
import { say } from "./words.js";

const form = part("ask");
let shown = ""; // the query that was answered last

const asked = () => new URLSearchParams([...new FormData(form)].filter(([, code]) => code));

/** Offer the cities of the country that is chosen; all of them while none is. */
const cities = () => {
  const { city, country } = form.elements;
  for (const group of form.querySelectorAll("optgroup")) {
    group.hidden = group.disabled = ![group.dataset.country, ""].includes(country.value);
  }
  if (city?.querySelector(":checked:disabled")) city.value = "";
};

const answer = async () => {
  shown = location.search;
  part("mix").hidden = !shown;
  if (shown) await suggest(asked()).catch(() => (part("mix-say").textContent = say("failed")));
};

const arrive = () => {
  if (shown === location.search) return; // elsewhere on the page
  form.reset();
  for (const [name, code] of new URLSearchParams(location.search)) {
    const [field, value] = [`[name="${CSS.escape(name)}"]`, `[value="${CSS.escape(code)}"]`];
    const choice = form.querySelector(`${field}${value}, ${field} ${value}`);
    if (choice) choice.checked = choice.selected = true; // a box, or an option
  }
  cities();
  answer();
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${`${asked()}` || "all"}`); // an answer always has an address of its own
  await answer();
  part("mix-title").focus();
});
form.addEventListener("change", cities);
addEventListener("popstate", arrive);
arrive();
