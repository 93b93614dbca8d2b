// The page shown without a connection: what can be read all the same.
import { pages } from "./kept.js";

const part = (name) => document.querySelector(`[data-kept${name}]`);

const entry = ({ address, title }) => {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: address, textContent: title, dir: "auto" });
  item.append(link);
  return item;
};

const show = async () => {
  const found = await pages(["", "search/", "plan/"]).catch(() => []); // storage may be blocked
  part("-pages").replaceChildren(...found.map(entry));
  part("-none").hidden = found.length > 0;
  part("").hidden = false;
};

show();
addEventListener("online", () => location.reload());
