// When people meet: signpost/model/fieldtypes/times.py. A meeting is a line of `every: month, day: first tuesday`.
import { pairs } from "./file.js";
import { fit } from "./fit.js";
import { fail, sample } from "./reading.js";

const choices = (...codes) => codes.map((code) => [code, code]);
const FORMATS = [["in-person", "In person"], ["online", "Online"], ["hybrid", "In person and online"]];
const EVERY = choices("week", "2 weeks", "3 weeks", "4 weeks", "month", "2 months", "3 months");

/** The fields of one meeting. */
const FIELDS = [
  { name: "every", type: "term", label: "How often", vocabulary: "how-often", choices: EVERY },
  { name: "day", type: "texts", label: "Day", example: "first tuesday", many: true },
  { name: "date", type: "date", label: "Date" },
  { name: "from", type: "time", label: "From" },
  { name: "to", type: "time", label: "To" },
  { name: "starts", type: "date", label: "First date" },
  { name: "ends", type: "date", label: "Last date" },
  { name: "except", type: "dates", label: "Dates left out", many: true },
  { name: "timezone", type: "timezone", label: "Time zone" },
  { name: "title", type: "text", label: "Title", max: 80 },
  { name: "format", type: "term", label: "Format", vocabulary: "format", choices: FORMATS },
  { name: "hosted_at", type: "listing", label: "Hosted at" },
];

const WEEKDAY = "(mon|tues|wednes|thurs|fri|satur|sun)day";
const MONTHLY = RegExp(`^((first|second|third|fourth|last) ${WEEKDAY}|0?[1-9]|1\\d|2[0-8])$`);

/** What keeps fields that fit one by one from making a meeting together: the first of these. */
const fault = ({ every, day = [], date, from, to, starts, ends }) => {
  const unit = every?.replace(/s$/, "").split(" ").at(-1);
  const faults = [
    [!date && !every, "It is not said how often they meet", "Add every: month, or a date."],
    [date && every, "It has both a date and how often", "Keep one of the two."],
    [date && day.length, "It has both a date and a day", "Keep date: and delete day:."],
    [every && !day.length, "It is not said on which day they meet", `Add day: ${unit === "month" ? "first tuesday" : "tuesday"}.`],
    [unit === "week" && !day.every((each) => RegExp(`^${WEEKDAY}$`).test(each)), "A weekly meeting needs days of the week", "Write day: tuesday."],
    [unit === "month" && !(day.length === 1 && MONTHLY.test(day[0])), "A monthly meeting needs one day of the month", "Write day: first tuesday, last friday or 15; give each further day a meeting of its own."],
    [every && every !== unit && !starts, `Every ${every}, but from when on is not said`, "Add starts: with the first date, such as 2026-01-06."],
    [to && !from, "It is said when it ends, not when it begins", 'Add from: "18:30".'],
    [ends < starts, "It ends before it starts", "Look at starts and ends again."],
  ];
  return faults.find(([isSo]) => isSo);
};

export const meeting = (line, field, names) => {
  const said = pairs(line);
  if (!said) fail("not-named-values", `${field.label} takes named values`, field.example ? `Write it as ${field.name}: ${sample(field)}` : `Write each on its own line below ${field.name}:, indented, as name: value.`);
  const { values, wrong } = fit(Object.fromEntries(said.filter(([, texts]) => texts.join(""))), FIELDS, names);
  if (wrong.length) throw wrong;
  const [, say, hint] = fault(values) ?? [];
  return say ? fail("not-a-meeting", say, hint) : values;
};
