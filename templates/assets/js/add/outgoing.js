// What a reader who follows a listing's web addresses is spared: signpost/intake/check/outgoing.py.
import { parts, tracks } from "./addresses.js";
import { hostFault } from "./hosts.js";
import { quoted } from "./reading.js";

const WEB = /(?:https?:)?\/\/[^\s<>"'()[\]{}|`]*[^\s<>"'()[\]{}|`.,;:!?*_~]/gi;
const unescaped = (text) => new DOMParser().parseFromString(text.replaceAll("<", "&lt;"), "text/html").documentElement.textContent;

const inTexts = ({ texts, names }) =>
  texts.flatMap(([field, text]) =>
    (unescaped(text).match(WEB) ?? []).map((found) => {
      const address = found.startsWith("//") ? `https:${found}` : found;
      return [field, address, hostFault(address, parts(address), names)];
    }),
  );
const all = ({ addresses, ...more }) => [...addresses, ...inTexts(more).filter(([, , fault]) => !fault)];

export const OUTGOING = {
  "address-in-text": (listing) =>
    inTexts(listing).flatMap(([field, address, fault]) => (fault ? { field, key: `address-in-text${fault}`, value: quoted(address), example: listing.names.words.site } : [])),
};

export const ELSEWHERE = {
  shortened: (listing) =>
    all(listing).flatMap(([field, address]) => {
      const { host } = parts(address);
      return listing.names.shorteners.includes(host.replace(/^www\./, "")) ? { field, value: host } : [];
    }),
  tracking: (listing) =>
    all(listing).flatMap(([field, address]) => {
      const found = [...new URLSearchParams(parts(address).query)].find(([key, value]) => value && tracks(key));
      return found ? { field, value: found[0] } : [];
    }),
};
