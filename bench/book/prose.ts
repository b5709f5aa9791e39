import type { Random } from "./random.js";

const people =
  "harbour master|surveyor|dredging crew|council|port authority|insurer|pilot|engineer|archivist|toll keeper|ministry|fishing cooperative|lighthouse board|customs officer|shipping agent|coast guard|salvage firm|river commission|canal company|ferry operator";
const things =
  "breakwater|tide table|survey|dredging contract|harbour toll|chart|quay wall|storm report|lock gate|ledger|cargo register|ferry licence|flood map|channel|pilotage rule|insurance policy|mooring plan|sea wall|tide gauge|budget";
const qualities =
  "annual|revised|unfinished|costly|modest|northern|older|disputed|careful|provisional|well-kept|half-forgotten|regional|seasonal|narrow|public|long-awaited|shallow|printed|unsigned";
const actions =
  "inspected|rejected|repaired|measured|published|replaced|questioned|financed|postponed|described|extended|compared|abandoned|copied|approved|corrected|defended|relied on|lost sight of|paid for";
const circumstances =
  "before the autumn storms|in the second year of the programme|without a public hearing|at considerable expense|as the minutes record|for reasons that were never written down|along the whole of the estuary|when the water stood highest|under the terms of the old treaty|with help from the neighbouring ports|in spite of repeated warnings|during the long closure of the canal|once the figures had been checked|after eleven months of delay|to the surprise of the smaller towns";
const openings =
  "By contrast,|In the same decade,|For this reason,|A year later,|On paper,|In practice,|Seen from the town,|Taken together,|Where money allowed,|Not surprisingly,";
const links = "and|but|so|while|because|although|until|which is why";

const lists = Object.fromEntries(
  Object.entries({ people, things, qualities, actions, circumstances, openings, links }).map(
    ([name, text]) => [name, text.split("|")],
  ),
) as Readonly<
  Record<"people" | "things" | "qualities" | "actions" | "circumstances" | "openings" | "links", string[]>
>;

/** Write a clause: who did what to which thing, and now and then how. */
function clause(chance: Random): string {
  const { people, things, qualities, actions, circumstances } = lists;
  const object = `the ${chance.pick(qualities)} ${chance.pick(things)}`;
  const how = chance.below(2) === 0 ? ` ${chance.pick(circumstances)}` : "";
  return `the ${chance.pick(people)} ${chance.pick(actions)} ${object}${how}`;
}

/** Write a sentence of 8 to 45 words without its full stop. */
export function sentence(chance: Random): string {
  const clauses = Array.from({ length: chance.between(1, 3) }, () => clause(chance));
  const joined = clauses.reduce((text, next) => `${text}, ${chance.pick(lists.links)} ${next}`);
  return chance.below(4) === 0 ? `${chance.pick(lists.openings)} ${joined}` : capital(joined);
}

/** Write a paragraph of at least so many words. */
export function paragraph(chance: Random, words: number): string {
  const sentences: string[] = [];
  for (let count = 0; count < words; count += sentences.at(-1)?.split(" ").length ?? 0)
    sentences.push(sentence(chance));
  return `${sentences.join(". ")}.`;
}

/** Write a heading of two to four words: "The revised tide table". */
export const heading = (chance: Random): string =>
  `The ${chance.pick(lists.qualities)} ${chance.pick(lists.things)}`;

/** Write a source as notes cite them, with author, title, year and page. */
export function citation(chance: Random): string {
  const author = `${chance.pick(["Anna", "Henrik", "Maria", "Josef", "Ruth", "Tomas"])} ${chance.pick([
    "Lindqvist",
    "Okafor",
    "Brandt",
    "Moreau",
    "Castell",
    "Haddad",
  ])}`;
  return `${author}, *${heading(chance)}* (${chance.between(1890, 2015)}), ${chance.between(3, 480)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
