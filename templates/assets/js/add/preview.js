// The card as every list will show it, while it is written.
import { element } from "../find/card.js";

const place = document.querySelector("[data-preview-card]");

/** `about` is what the page says of the kind. */
export const preview = (answers, rules, names, about) => {
  const chosen = (name) => {
    const { choices = [] } = rules.fields.find((field) => field.name === name) ?? {};
    return choices.filter(([code]) => (answers[name] ?? rules.defaults[name] ?? "").split(", ").includes(code)).map(([, label]) => label);
  };
  const country = names.countries.find(([code]) => code === answers.country)?.[1];
  const item = element({
    ...{ id: "", one: about.one, icon: about.icon, tone: about.tone, kind: about.kind },
    name: answers.name || "…",
    summary: answers.summary ?? "",
    place: [answers.city, country].filter(Boolean).join(", "),
    needs: chosen(about.lead),
    cost: chosen("cost").join(),
    format: chosen("format").join(),
    ...{ state: answers.verified_how ? "fresh" : "unconfirmed", checked: answers.verified_how && about.today },
  });
  item.querySelector("a").removeAttribute("href"); // it leads nowhere yet
  place.replaceChildren(item);
};
