import { isOfBodies } from "./bodies.js";

const joint = /\s*;\s*|,?\s+(?:and|&|und|et|y|e|en|og|och|with)\s+|\s*[&/+]\s+|,\s*&\s*/u;

const word = /^\p{Lu}[\p{L}\p{M}’'.‑-]*$/u;
const particle =
  /^(?:af|al|av|bin|d[aeiou]s?|del|della|den|der|di|ibn|la|le|ten|ter|van|von|zu|zum|zur)$|^(?:al-|d’|d')\p{L}+$/u;

/** List the persons that one name joins, `Jane Doe and John Roe`, each as it is printed; a body's name, or a person's, comes back alone. */
export function joinedNames(name: string): readonly string[] {
  const parts = name.split(joint);
  const isTurned =
    parts.length > 1 &&
    parts.every((part) => {
      const [family = "", given = "", ...more] = part.split(/,\s*/);
      return more.length === 0 && isName(`${given} ${family}`) && given !== "";
    });
  if (isTurned) return parts.map((part) => part.replace(/^(.*),\s*(.*)$/, "$2 $1"));
  const persons = parts.flatMap((part) => part.split(/,\s*/));
  return persons.length > 1 && persons.every(isName) ? persons : [name];
}

/** A full name: two to five words in capitals, but for particles, and a family's name at the end. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  const last = words.at(-1) ?? "";
  return (
    words.length > 1 &&
    words.length < 6 &&
    word.test(words[0] ?? "") &&
    /^\p{Lu}[\p{L}’'‑-]+$/u.test(last) &&
    words.every((one) => (word.test(one) || particle.test(one)) && !isOfBodies(one))
  );
}
