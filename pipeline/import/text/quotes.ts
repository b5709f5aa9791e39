import { type Draft, finding, quoted } from "./draft.js";

/** Say where straight and curly quotation marks are mixed, and where one of a pair is missing; both stay as they are. */
export function lookAtQuotes(draft: Draft): Draft {
  const texts = [...draft.items, ...draft.notes];
  const [straight, curly] = [count(texts, /"/g), count(texts, /[“”„]/g)];
  const findings = texts
    .filter(({ text }) => isUneven(text))
    .map(({ text, lines }) =>
      finding(draft, "import-quotes-uneven", lines[0], `A quotation mark has no other: ${quoted(text)}`),
    );
  if (straight > 0 && curly > 0) {
    const reason = `Straight (${straight}) and curly (${curly}) quotation marks are mixed; when it is built, all are curly`;
    findings.push(
      finding(draft, "import-quotes-mixed", texts.find(({ text }) => text.includes('"'))?.lines[0], reason),
    );
  }
  return { ...draft, findings: [...draft.findings, ...findings] };
}

function count(texts: readonly { readonly text: string }[], mark: RegExp): number {
  return texts.reduce((sum, { text }) => sum + (text.match(mark)?.length ?? 0), 0);
}

/** Whether double marks do not pair; inches, and a quotation that goes on in the next paragraph, are let pass. */
function isUneven(text: string): boolean {
  const plain = text.replace(/\d"/g, "");
  const [straight, open, close] = [/"/g, /“/g, /”/g].map((mark) => plain.match(mark)?.length ?? 0);
  if ((open ?? 0) === (close ?? 0) + 1 && (straight ?? 0) === 0 && plain.startsWith("“")) return false;
  return ((straight ?? 0) + (open ?? 0) + (close ?? 0)) % 2 === 1;
}
