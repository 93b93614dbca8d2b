// A row that says when people meet <-> a line: `every: month, day: first tuesday, from: 18:30`.
import { pairs } from "./file.js";

/** Show the parts that go with how often. */
export const show = (row, every) => {
  row.dataset.often = /^(once|raw|$)/.test(every) ? every : every.includes("month") ? "month" : "week";
  row.toggleAttribute("data-some", /^\d/.test(every));
};

export const line = (parts) => {
  const { every, ordinal, weekday, date, from, to, starts, raw } = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.value.trim()]));
  if (every === "raw" || !every) return every && raw;
  const times = { from, to };
  const day = every.includes("month") ? `${ordinal} ${weekday}` : weekday;
  const said = Object.entries(every === "once" ? times : { day, ...times, starts: /^\d/.test(every) && starts }).filter(([, value]) => value);
  return [every === "once" ? ["date", date] : ["every", every], ...said].map((pair) => pair.join(": ")).join(", ");
};

/** What the row's own choices cannot say stands in it as the line it is. */
export const put = (row, parts, text) => {
  const said = Object.fromEntries((pairs(text) ?? []).map(([name, values]) => [name, values.join(", ")]));
  const [weekday, ordinal] = (said.day ?? "").split(" ").reverse();
  const wanted = { every: text && "once", ...said, weekday, ordinal };
  for (const [name, value] of Object.entries(wanted)) if (parts[name] && value) parts[name].value = value;
  if (text && line(parts) !== text) Object.assign(parts.raw, { value: text }, (parts.every.value = "raw"));
  show(row, parts.every.value);
};
