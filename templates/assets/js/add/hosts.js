// The name of a site in a web address: signpost/model/hosts.py. Letters of two alphabets are left to it to tell apart.
const NAME = /^[\p{L}\p{M}\p{N}_+-]+(\.[\p{L}\p{M}\p{N}_+-]+)*\.?$/u;
const NUMBER = /(^|\.)([0-9]+|0x[0-9a-f]*)$/;

/** What keeps an address from leading to the site it names, as the key of its words; nothing for most. */
export const hostFault = (address, { site, host }, { nearby, home }) => {
  if (!NAME.test(host) || !URL.canParse(address)) return "_site";
  if (site.includes("@")) return "_user";
  const name = new URL(address).hostname.replace(/\.$/, "");
  if (NUMBER.test(name)) return "_number";
  const words = name.split(".");
  if (nearby.includes(words.at(-1)) || home.includes(words.slice(-2).join("."))) return "_private";
  return /[\u200c\u200d]/.test(address) && "_unseen";
};
