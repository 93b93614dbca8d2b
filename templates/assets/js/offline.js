// Lets the site's worker keep what is read, for when there is no connection. Where that is forbidden, the site does without.
const { base } = document.documentElement.dataset;
const register = async () => navigator.serviceWorker?.register(`${base}sw.js`, { updateViaCache: "none" });

addEventListener("load", () => register().catch(() => {}));
