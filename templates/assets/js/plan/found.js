// An id or a row -> what is known of the listing: from the table, or from what was kept of it.
import { card, labels, rowOf } from "../find/table.js";

/** { card, row }: what the table says of an id, also of one that has moved. row is -1 when it is not there any more, null when nobody can tell. */
export const found = async (table, ways, given) => {
  const own = { ...given, icon: given.icon || "map-pin", tone: given.tone || "slate", kind: "guides" }; // a card without cost and freshness, which may have changed
  if (!table) return { card: own, row: null };
  try {
    const row = await rowOf(table, table.moved[given.id] ?? given.id);
    return row < 0 ? { card: own, row } : { card: await cardOf(table, ways, row), row };
  } catch {
    return { card: own, row: null };
  }
};

/** A card of a row, with its needs by the directory's own first field. */
export const cardOf = async (table, ways, row) => ({ ...(await card(table, row)), needs: labels(table, ways.lead, row) });

/** The name that can be guessed from an id. */
export const guessed = (id) => id.split("/")[1].replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
