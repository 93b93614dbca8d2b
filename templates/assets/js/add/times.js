// Days, times of day and opening hours: signpost/model/fieldtypes/times.py. A meeting is in meetings.js.
import { fail } from "./reading.js";

/** A day as ISO 8601 writes it, when it is in the calendar. */
const isDay = (value) => {
  const time = Date.parse(`${value}T00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
};

/** The day that a date in another order can only mean: day, month, year, where the first can be no month. */
const meant = (value) => {
  const [, day, month, year] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(value) ?? [];
  const found = `${year}-${month?.padStart(2, "0")}-${day}`;
  return day > 12 && isDay(found) ? found : "2026-11-22";
};

export const day = (value) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) fail("not-a-date", value, { meant: meant(value) });
  return isDay(value) ? value : fail("not-a-date_calendar", value);
};

export const clock = (value) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : fail("not-a-time", value));

const DAY = "(Mo|Tu|We|Th|Fr|Sa|Su)";
const TIME = "((?:[01]\\d|2[0-4]):[0-5]\\d)";
const OPENING = RegExp(`^ ?${DAY}(-${DAY})? ${TIME}-${TIME}$`);

const isOpening = (part) => {
  const [, , , , opens, closes] = OPENING.exec(part) ?? [];
  return opens && opens <= "24:00" && closes <= "24:00" && opens !== closes;
};

export const hours = (value) => {
  const wrong = value === "24/7" ? undefined : value.split(";").find((part) => !isOpening(part));
  return wrong === undefined ? value : fail("not-hours", wrong.trim() || value);
};
