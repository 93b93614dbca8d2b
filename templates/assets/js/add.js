// The form that adds a listing, or mends one. It checks while it is filled in, and ends on GitHub.
import { tell } from "./add/alike.js";
import { check } from "./add/check.js";
import { revised, vouched, whole } from "./add/draft.js";
import { edited, head } from "./add/edited.js";
import { answers, count, fill, form, name } from "./add/form.js";
import { heed } from "./add/heed.js";
import { preview } from "./add/preview.js";
import { leave, pass, show } from "./add/problems.js";
import { create, edit, slugOf, suggest } from "./add/send.js";
import { fetched } from "./find/table.js";
import { say } from "./words.js";

const GONE = "-"; // the answer that takes a field away, as the issue forms say
const part = (hook) => document.querySelector(`[data-${hook}]`);
const about = part("add").dataset;
const today = new Date().toISOString().slice(0, 10); // in UTC, as the checker reckons
let rules, names, there, before; // before: the answers that the form was filled in with

const changes = () => Object.fromEntries(Object.entries(answers()).filter(([field, answer]) => answer !== before[field]));
const all = () => (there ? { ...there.answers, ...changes() } : vouched(answers(), rules, today));
const problems = () => check(all(), rules, names, today).filter(({ field }) => field !== "source" || answers().source); // else it is the website's
const draw = () => {
  count();
  preview(all(), rules, names, { ...about, today });
};

const ready = () => pass(problems()) && (!there || Object.keys(changes()).length || (part("opened").textContent = say("edit-none")) === 0);
const send = () => {
  if (!ready()) return;
  const needed = there && rules.fields.filter((field) => field.required).map((field) => [field.name, all()[field.name]]); // GitHub's form wants them
  const changed = Object.entries(changes()).map(([field, answer]) => [field, answer || GONE]);
  suggest(there ? Object.fromEntries([...needed, ...changed]) : answers(), there && { listing: there.id }, all().name);
};
const write = () => {
  if (!ready()) return;
  if (there) edit(there.path, revised(there.segments, rules, changes(), names));
  else create(whole(all(), rules, names), slugOf(all().name));
};

const typed = (field) => {
  show(problems());
  draw();
  if (/^(name|url|city|country)$/.test(field)) tell(about, all(), there?.id);
};

const start = async () => {
  [rules, names, there] = await Promise.all([fetched(about.rules), fetched(`${about.folder}names.json`), edited()]);
  name(names);
  fill({ ...answers(), ...there?.answers });
  before = answers();
  if (there) head(there.answers);
  draw();
  heed(form, typed, (box) => leave(box, problems()));
  for (const [button, act] of Object.entries({ send, file: write })) part(button).addEventListener("click", act);
  form.dataset.ready = "";
};
start().catch((error) => ((part("failed").hidden = false), (form.hidden = true), console.warn(error)));
