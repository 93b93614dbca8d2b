// What a listing says of single people: signpost/intake/check/privacy.py. Telephone numbers are left to it: to tell a mobile
// takes a telephone book of all countries.
import { quoted } from "./reading.js";

const LETTERS = /\p{L}+/gu;
const PERSON = /^\p{L}+[._]\p{L}{2,}$/u;
const MAIL = /(?<![\p{L}\p{N}_.+@/-])[\p{L}\p{N}_.+-]+@(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}/gu;

export const PRIVACY = {
  "personal-email": ({ emails, names, values: { name = "", city = "" } }) =>
    emails.flatMap(([field, address]) => {
      const [, local, domain] = /^(.*)@([^@]*)$/.exec(address.toLowerCase());
      if (names.providers.includes(domain)) return { field, domain };
      const known = [...names.roles, ...(`${name} ${city} ${domain}`.toLowerCase().match(LETTERS) ?? [])];
      const isPerson = PERSON.test(local) && !local.split(/[._]/).some((word) => known.includes(word));
      return isPerson ? { field, key: "personal-email_name", local } : [];
    }),
  "contact-in-text": ({ texts, values }) =>
    texts.flatMap(([field, text]) => (text.match(MAIL) ?? []).filter((each) => !Object.values(values).includes(each)).map((each) => ({ field, value: quoted(each) }))),
};
