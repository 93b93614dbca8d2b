// Web addresses, e-mail and telephone: signpost/model/fieldtypes/addresses.py.
import { pair } from "./file.js";
import { attempt, fail, near, size } from "./reading.js";

export const tracks = (name) => /^(utm_.*|_hs(enc|mi)|([dgy]|fb|ms)clk?id|[gw]braid|igsh(id)?|mc_[ce]id|mkt_tok|ref_src)$/.test(name);

/** The parts of a web address (RFC 3986), the host in small letters. */
export const parts = (address) => {
  const [, , scheme = "", , site = "", path, , query = ""] = /^(([a-z][a-z0-9+.-]*):)?(\/\/([^/?#]*))?([^?#]*)(\?([^#]*))?/i.exec(address);
  const [host] = site.split("@").at(-1).split(":");
  return { scheme: scheme.toLowerCase(), site, host: host.toLowerCase(), path, query };
};

const LONGEST = 2000;
/** The key of what keeps a text from being an address: at last by the patterns of signpost/model/hosts.py. */
const fault = (value, { hosts }) => {
  const { scheme, site, host } = parts(value);
  if (/\s/.test(value)) return "_blank";
  if (!/^https?$/.test(scheme)) return "_scheme";
  if (!/[^.]\.+[^.]/.test(host) || host.includes("..")) return "_host";
  if (site.includes("@")) return "_user";
  if (size(value) > LONGEST) return "_long";
  const at = `${host} ${URL.canParse(value) ? new URL(value).hostname : "%"} ${value}`;
  return hosts.find(([, each]) => RegExp(each, "u").test(at))?.[0];
};

export const url = (value, { example }, names) => {
  const found = fault(value, names);
  if (!found) return value;
  const isBare = found === "_scheme" && value.includes(".") && !/[:@]/.test(value);
  return fail(`not-an-address${isBare ? "_bare" : found}`, value, { bare: value.replace(/^\/+/, ""), example: example || names.words.site, longest: LONGEST });
};

const ADDRESS = /^(?!\.)(?!.*\.[.@])[^\s@"(),:;<>[\]\\]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;
const NOWHERE = /[.@](arpa|invalid|local|localhost|onion)$/i;
export const email = (value) => (ADDRESS.test(value) && value.length < 255 && !NOWHERE.test(value) ? value : fail("not-an-email", value));

/** Country and length alone: `signpost check` does not ask either which numbers are given out. */
export const phone = (value, _, { phones }) => {
  const digits = value.replace(/\(0\)|\D/g, "");
  const code = (value.startsWith("+") && [1, 2, 3].map((length) => digits.slice(0, length)).find((each) => phones[each])) || "";
  const length = digits.length - code.length;
  if (!code || length < 2) fail("not-a-phone_country", value);
  if (!phones[code].includes(length)) fail("not-a-phone_length", value);
  return value === `+${digits}` ? value : fail("not-a-phone", value, { meant: `+${digits}` });
};

/** [[name, address]]; each that is wrong is told. */
export const links = (said, { choices, example }, names) => {
  if (!said.every(pair)) fail(example ? "not-named-values" : "not-named-values_lines");
  const known = choices?.map(([code]) => code);
  const found = said.map(pair);
  const wrong = found.flatMap(([name, address], at) => [
    ...(attempt(() => url(address, {}, names)).wrong ?? []),
    ...(known?.includes(name) ?? true ? [] : [{ key: "unknown-link", value: name, found: near(name, known), all: known.join(", ") }]),
    ...(found.findIndex(([other]) => other === name) < at ? [{ key: "duplicate-field", value: name }] : []),
  ]);
  if (wrong.length) throw wrong;
  return found;
};
