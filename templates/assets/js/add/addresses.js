// Web addresses, e-mail and telephone: signpost/model/fieldtypes/addresses.py.
import { pair } from "./file.js";
import { attempt, didYouMean, fail, quoted, sample, size } from "./reading.js";

const LONGEST = 2000;
const NO_SCHEME = "it does not begin with https://";
export const tracks = (name) => /^(utm_.*|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid|ref_src)$/.test(name);

/** The parts of a web address (RFC 3986), the host in small letters. */
export const parts = (address) => {
  const [, , scheme = "", , site = "", path, , query = ""] = /^(([a-z][a-z0-9+.-]*):)?(\/\/([^/?#]*))?([^?#]*)(\?([^#]*))?/i.exec(address);
  const [, host, , port = ""] = /^([^:]*)(:(.*))?$/.exec(site.split("@").at(-1));
  return { scheme: scheme.toLowerCase(), site, host: host.toLowerCase(), port, path, query };
};

const fault = (value) => {
  const { scheme, site, host, port } = parts(value);
  if (/[[\]]/.test(site) || !/^\d*$/.test(port) || port > 65535) return "its part between // and / cannot be read";
  if (/\s/.test(value)) return "it has a space in it";
  if (!/^https?$/.test(scheme)) return NO_SCHEME;
  if (!/[^.]\.+[^.]/.test(host) || host.includes("..")) return "there is no site name such as example.org in it";
  if (site.includes("@")) return "it has a user name in it";
  return size(value) > LONGEST ? `it is longer than ${LONGEST} characters` : "";
};

export const url = (value, { example }) => {
  const found = fault(value);
  const bare = found === NO_SCHEME && value.includes(".") && !/[:@]/.test(value);
  const right = bare ? `https://${value.replace(/^\/+/, "")}` : example || "https://example.org/";
  return found ? fail("not-an-address", `${quoted(value)} is not a web address: ${found}`, `Write it as ${right}`) : value;
};

const ADDRESS = /^(?!\.)(?!.*\.[.@])[^\s@"(),:;<>[\]\\]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]$/u;
export const email = (value) => {
  const isOne = ADDRESS.test(value) && value.length < 255 && !/[.@](arpa|invalid|local|localhost|onion)$/i.test(value);
  return isOne ? value : fail("not-an-email", `${quoted(value)} is not an e-mail address`, "Write it as hello@example.org");
};

/** Shape and length alone: which numbers of a country are given out, `signpost check` does not ask either. */
export const phone = (value, _, { phones }) => {
  const digits = value.replace(/\D/g, "");
  const code = value.startsWith("+") && [1, 2, 3].map((length) => digits.slice(0, length)).find((each) => phones[each]);
  const say = `${quoted(value)} is not a telephone number with its country`;
  if (!code || digits.length < code.length + 2) fail("not-a-phone", say, "Begin with + and the country's code: +351210000000");
  if (!phones[code].includes(digits.length - code.length)) fail("not-a-phone", say, "It has too few or too many digits.");
  return value === `+${digits}` ? value : fail("not-a-phone", `${quoted(value)} has more than digits in it`, `Write it as "+${digits}".`);
};

/** Named addresses, each told by its own name when it is wrong. */
export const links = (said, field) => {
  const each = `Write each on its own line below ${field.name}:, indented, as name: value.`;
  const hint = field.example ? `Write it as ${field.name}: ${sample(field)}` : each;
  if (!said.every((value) => value.includes(":"))) fail("not-named-values", `${field.label} takes named values`, hint);
  const known = field.choices?.map(([code]) => code);
  const found = said.map(pair);
  const wrong = found.flatMap(([name, address], at) => [
    ...(attempt(() => url(address, {})).wrong ?? []),
    ...(known?.includes(name) ?? true ? [] : [{ rule: "unknown-link", say: `There is no kind of link called ${name}`, hint: `${didYouMean(name, known)}It can be ${known.join(", ")}.` }]),
    ...(found.findIndex(([other]) => other === name) < at ? [{ rule: "duplicate-field", say: `${name} is given twice`, hint: "Keep one of the two." }] : []),
  ]);
  if (wrong.length) throw wrong;
  return found;
};
