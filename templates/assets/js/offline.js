// Lets the site's worker keep what is read, for when there is no connection: once the visitor asks for it in the foot, and
// not before, for what is kept tells what was read. Where that is forbidden, the site does without.
import { leave } from "./offline/leave.js";

const { dataset } = document.documentElement;
const register = async () => navigator.serviceWorker?.register(`${dataset.base}sw.js`, { updateViaCache: "none" });
const heed = () => (dataset.offline ? register() : leave()).catch(() => {});

addEventListener("load", heed);
addEventListener("change", ({ target }) => target.name === "offline" && heed()); // display.js has heard it before
