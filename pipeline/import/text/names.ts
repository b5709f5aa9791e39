import { titleCase } from "./casing.js";
import type { Draft } from "./draft.js";
import { isShouted } from "./usage.js";
import { byPrefix } from "./vocabulary.js";

/** A name of a person: two to five words with a capital, small particles between. */
const name =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\.? )?\p{Lu}[\p{L}'’.-]*(?: (?:(?:al|el|bin|ibn|von|van|der|den|de|da|di|du|dos|la|le|ben)[ -])?\p{Lu}[\p{L}'’.-]*){1,4}$/u;

/** Read the names of a byline, `By A. Author and B. Author`; empty where it is none. Without `by`, only a `likely` place has names. */
export function namesOf(text: string, place: "likely" | "unlikely", draft: Draft): readonly string[] {
  const plain = text.trim().replace(byPrefix, "");
  const announced = plain !== text.trim();
  if (!announced && place === "unlikely") return [];
  const parts = split(plain);
  const names = parts.map((part) => (isShouted(part) ? nameCase(part, draft) : part));
  return names.length > 0 && names.every((part) => name.test(part)) ? names : [];
}

/** Tell the names of several people apart; a line that is not of such names alone is one name, perhaps of a house. */
export function peopleOf(text: string): readonly string[] {
  const parts = split(text);
  return parts.length > 1 && parts.every((part) => name.test(part)) ? parts : [text];
}

function split(text: string): readonly string[] {
  return text.split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*/i).filter((part) => part !== "");
}

/** Set a name of capitals as the text itself writes it, else every word with one. */
export function nameCase(text: string, { items, ...draft }: Draft): string {
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "gi");
  for (const item of items)
    for (const [found] of item.text.matchAll(pattern))
      if (!isShouted(found)) return found.replace(/\s+/g, " ");
  return titleCase(text, draft);
}
