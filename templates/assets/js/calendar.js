// The calendar: narrow it, leave out what is over, tell the visitor's own time, save one meeting for another calendar.
import { narrow, isNarrowed, leaveOutPast } from "./calendar/agenda.js";
import { read, wake, write } from "./calendar/filters.js";
import { tellOwnTimes } from "./calendar/own-time.js";
import { loadRest } from "./calendar/rest.js";
import { save } from "./calendar/save.js";
import { say } from "./words.js";

const calendar = document.querySelector("[data-calendar]");
const form = calendar.querySelector("[data-calendar-filters]");
const count = calendar.querySelector("[data-calendar-count]");
const first = [...count.childNodes];

const tell = (text) => count.replaceChildren(text);

/** Show what fits, of all pages: those that are not here yet are fetched once something is asked for. */
const answer = async () => {
  const isAsked = isNarrowed(read(form));
  calendar.querySelector("[data-calendar-reset]").disabled = !isAsked;
  const isWhole = !isAsked || (await loadRest(calendar, tell).then(() => true, () => false));
  refresh();
  const shown = narrow(calendar, read(form));
  if (!isWhole) return tell(say("failed"));
  if (isAsked || calendar.querySelector("[data-past]")) tell(shown ? say("shown", { n: shown }) : say("none"));
  else count.replaceChildren(...first);
};

const refresh = () => {
  leaveOutPast(calendar, Date.now());
  tellOwnTimes(calendar);
};

const changed = () => (wake(form), write(form), answer());
const follow = () => (wake(form, location.search), answer());

calendar.addEventListener("click", (event) => {
  const link = event.target.closest("[data-add]");
  if (link && save(link.closest("[data-over]"))) event.preventDefault();
});
refresh();
narrow(calendar, {});
if (form) {
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", follow);
  follow();
}
