// When people meet: signpost/model/fieldtypes/times.py. A meeting is a line of `every: month, day: first tuesday`.
import { pairs } from "./file.js";
import { fit } from "./fit.js";
import { fail } from "./reading.js";

const choices = (...codes) => codes.map((code) => [code, code]);
const field = (name, type, label, more) => ({ name, type, label, ...more });

/** The fields of one meeting. */
const FIELDS = [
  field("every", "term", "How often", { vocabulary: "how-often", choices: choices("week", "2 weeks", "3 weeks", "4 weeks", "month", "2 months", "3 months") }),
  field("day", "texts", "Day", { example: "first tuesday", many: true }),
  field("date", "date", "Date"),
  field("from", "time", "From"),
  field("to", "time", "To"),
  field("starts", "date", "First date"),
  field("ends", "date", "Last date"),
  field("except", "dates", "Dates left out", { many: true }),
  field("timezone", "timezone", "Time zone"),
  field("title", "text", "Title", { max: 80 }),
  field("format", "term", "Format", { vocabulary: "format", choices: [["in-person", "In person"], ["online", "Online"], ["hybrid", "In person and online"]] }),
  field("hosted_at", "listing", "Hosted at"),
];

const WEEKDAY = "(mon|tues|wednes|thurs|fri|satur|sun)day";
const WEEKLY = RegExp(`^${WEEKDAY}$`);
const MONTHLY = RegExp(`^((first|second|third|fourth|last) ${WEEKDAY}|0?[1-9]|1\\d|2[0-8])$`);

/** What keeps fields that fit one by one from making a meeting together: the first of these. */
const fault = ({ every, day = [], date, from, to, starts, ends }) => {
  const unit = every?.replace(/s$/, "").split(" ").at(-1);
  const faults = {
    often: !date && !every,
    both: date && every,
    day: date && day.length,
    [`on-${unit}`]: every && !day.length,
    week: unit === "week" && !day.every((each) => WEEKLY.test(each)),
    month: unit === "month" && !(day.length === 1 && MONTHLY.test(day[0])),
    starts: every && every !== unit && !starts,
    from: to && !from,
    ends: ends < starts,
  };
  return Object.keys(faults).find((each) => faults[each]);
};

export const meeting = (line, { example }, names) => {
  const said = pairs(line) ?? fail(example ? "not-named-values" : "not-named-values_lines");
  const { values, wrong } = fit(Object.fromEntries(said.filter(([, texts]) => texts.join(""))), FIELDS, names);
  if (wrong.length) throw wrong;
  const found = fault(values);
  return found ? fail(`not-a-meeting_${found}`, "", { every: values.every }) : values;
};
