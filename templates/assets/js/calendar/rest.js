// The further pages of a long calendar, fetched once, when something is asked for that may stand on them.
import { say } from "../words.js";

let loading;

/** Every further page, added to this one. Rejects when one cannot be had. */
export const loadRest = (calendar, tell) => {
  const of = Number(calendar.dataset.pages);
  if (of < 2) return Promise.resolve();
  loading ??= (tell(say("loading")), load(calendar, of));
  loading.catch(() => (loading = undefined));
  return loading;
};

const load = async (calendar, of) => {
  const base = `${document.documentElement.dataset.base}calendar/page/`;
  const pages = await Promise.all(Array.from({ length: of - 1 }, (_, number) => page(`${base}${number + 2}/`)));
  const agenda = calendar.querySelector("[data-agenda]");
  for (const found of pages) for (const month of found.querySelectorAll("[data-month]")) add(agenda, document.adoptNode(month));
  calendar.querySelector("[data-calendar-pager]").hidden = true;
};

const page = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

/** A month of a further page: its days join those of the same month, its meetings those of the same day. */
const add = (agenda, month) => {
  const here = [...agenda.children].find((each) => each.id === month.id);
  if (!here) return agenda.append(month);
  for (const day of month.querySelectorAll("[data-day]")) {
    const same = here.querySelector(`[data-day="${day.dataset.day}"]`);
    if (same) same.querySelector("ol").append(...day.querySelector("ol").children);
    else here.append(day);
  }
};
