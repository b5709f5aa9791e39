/** What is set upright inside a formula and may be words. */
const upright = /\\(?:text(?:rm|it|bf|sf|tt)?|math(?:rm|it|bf|sf|tt)|operatorname|mbox)\*?\s*\{[^{}]*\}/g;
/** No formula begins with these, and what follows a lone dollar sign in prose often does. */
const never = /^[)\],;:!?%/–—…”’"']/;

/**
 * Tell a formula from prose with sums of money in it, by what stands between two dollar signs and by the character behind the
 * second one.
 *
 * A formula has no space inside its signs, is not followed by a letter or a digit, closes no bracket that it did not open, and is
 * no prose: fewer than two words that no command stands for, none at all where it begins with a digit.
 */
export function readsAsFormula(content: string, next: string): boolean {
  if (content === "" || /^\s|\s$/.test(content) || /[\p{L}\p{N}]/u.test(next)) return false;
  if (never.test(content) || closesTooMuch(content)) return false;
  const bare = content.replace(upright, " ").replace(/\\[A-Za-z]+/g, " ");
  const words = bare.match(/(?<![\p{L}\p{N}\\])\p{L}{2,}(?=[\s,.;:)]|$)/gu)?.length ?? 0;
  return words < (/^\d/.test(content) ? 1 : 2);
}

function closesTooMuch(content: string): boolean {
  let open = 0;
  for (const character of content) {
    if ("([".includes(character)) open++;
    else if (")]".includes(character) && --open < 0) return true;
  }
  return false;
}
