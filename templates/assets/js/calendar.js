// The calendar: what the form asks stands in the address; what does not fit, or is over, is not shown (nor its day: CSS).
import { wake } from "./calendar/meeting.js";
import { say } from "./words.js";

const calendar = document.querySelector("[data-calendar]");
const all = (hook) => [...calendar.querySelectorAll(hook)];
const [form] = all("[data-calendar-filters]");
const [count] = all("[data-calendar-count]");
const meetings = all("[data-over]");
const everything = count.textContent;
const { in: country, city } = form.elements;
const cities = [...city.options];

const choose = (select, value) => {
  select.value = value;
  select.selectedIndex = Math.max(0, select.selectedIndex); // it may not be among the choices
};

const chooseCity = (value) => {
  city.replaceChildren(...cities.filter((each) => !each.value || each.value.startsWith(country.value)));
  choose(city, value);
};

const asked = () => [...new FormData(form)].filter(([, value]) => value);

/** Show what fits: each field of the form is an attribute of the meetings. The page may have been made days ago. */
const show = () => {
  const wanted = asked();
  const fits = ({ over, ...meeting }) => Date.parse(over) >= Date.now() && wanted.every(([name, value]) => meeting[name] === value);
  for (const meeting of meetings) meeting.hidden = !fits(meeting.dataset);
  const shown = meetings.filter((meeting) => !meeting.hidden).length;
  const isAll = !wanted.length && shown === meetings.length;
  count.textContent = isAll ? everything : say(shown ? "shown" : "none", { n: shown });
  for (const way of all("[data-jump] a")) way.hidden = !calendar.querySelector(`${way.hash} [data-over]:not([hidden])`);
  for (const page of all("[data-calendar-pager] a")) page.search = location.search;
};

/** The address -> the form. */
const read = () => {
  const query = new URLSearchParams(location.search);
  choose(country, query.get("in"));
  chooseCity(query.get("city"));
  for (const tick of form.querySelectorAll("input")) tick.checked = query.get(tick.name) === tick.value;
  show();
};

/** The form -> the address: each change is a step that Back takes back. */
const write = () => {
  chooseCity(city.value);
  const query = `${new URLSearchParams(asked())}`.replace("%2F", "/");
  history.pushState(null, "", query ? `?${query}` : location.pathname);
  show();
};

form.addEventListener("input", write);
form.addEventListener("reset", () => setTimeout(write)); // once it is empty
addEventListener("popstate", read);
meetings.forEach(wake);
read();
delete form.dataset.asleep;
