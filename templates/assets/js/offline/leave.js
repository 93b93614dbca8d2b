// Takes back what "offline" keeps: the worker and its caches. What others of the same origin keep is theirs.
import { PREFIX } from "../keep/store.js";

export const leave = async () => {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { href: scope } = new URL(document.documentElement.dataset.base, location);
  if (registration?.scope === scope) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
};
