const joint = /\s*;\s*|,?\s+(?:and|&|und|et|y|e|en|og|och|with)\s+|\s*[&/+]\s+|,\s*&\s*/u;

/** Words of bodies, of offices and of places, which no person is called; those of other languages are known by their stems. */
const ofNobody =
  /^(?:affairs|agency|alliance|amt|associat.*|asociaci.*|associaç.*|authority|bank|board|books|bureau|bund.*|center|centers|centre|centres|centro|chair|church|coalition|college|commission|committee|community|company|conference|conseil|consejo|consult.*|corp.*|council|countries|court|culture|department|development|director|economics?|editors?|education|energy|environment|faculty|fellow|finance|fonda.*|forum|foundation|funda.*|fund|gesellschaft|global|gmbh|government|group|health|history|hochschule|human|inc|initiative|institut.*|international.*|justice|laborator.*|labour|lab|law|league|library|limited|llc|llp|ltd|media|minist.*|mission|museum|nations?|national|network|office|organi[sz]ation|partners?|party|peace|policy|politics|press|professor|program.*|project|public|publish.*|research.*|rights|schools?|sciences?|secretar.*|security|senior|services?|social|societ.*|solutions|staff|states|stiftung|.+stiftung|strategic|studies|task|team|technology|trade|trust|union|unit|united|universi.*|verlag|verein|watch|welfare|women|works?|world|youth|zentrum)$/iu;
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
    words.every((one) => (word.test(one) || particle.test(one)) && !ofNobody.test(one))
  );
}
