import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { ThemeFile } from "../theme.js";

/** A mistake at so many characters from the beginning of a style sheet. */
interface Mistake {
  readonly offset: number;
  readonly reason: string;
}

/** Report what of a style sheet a browser passes over without a word (CSS Syntax 3, 2.2); whether values fit is not looked at. */
export function styleMistakes({ file, text }: ThemeFile): VFileMessage[] {
  const { plain, open } = withoutWords(text);
  // What follows something that is still open is read as belonging to it: one message says all.
  const unclosed = open ?? openBracket(plain);
  const mistakes = unclosed ? [unclosed] : mistakesOfRules(plain, text);
  return mistakes.map(({ offset, reason }) =>
    problem("style-invalid", reason, { file, ...pointAt(text, offset) }),
  );
}

const unclosed = (offset: number, what: string): Mistake => ({
  offset,
  reason: `Unclosed ${what} in a style sheet; a browser reads what follows as a part of it`,
});

/** Put spaces in the place of comments, and letters in that of words in quotation marks and of addresses, so that every sign left is one of CSS. */
function withoutWords(text: string): { readonly plain: string; readonly open?: Mistake } {
  let open: Mistake | undefined;
  const blank = (all: string, sign: string) => all.replace(/[^\n]/g, sign);
  const pieces =
    /\/\*.*?(\*\/|$(?!\n))|url\(\s*(?!["'\s])[^)\n]*(\)?)|"(?:\\.|[^"\\\n])*("?)|'(?:\\.|[^'\\\n])*('?)|<!--|-->|\\./gs;
  const plain = text.replace(pieces, (all, comment, address, one, other, offset: number) => {
    if (all.startsWith("/*")) {
      if (comment === "") open ??= unclosed(offset, "comment");
      return blank(all, " ");
    }
    if (address === "") open ??= unclosed(offset, "`url(`");
    if (one === "" || other === "") open ??= unclosed(offset, "quotation mark");
    return blank(all, /^(?:<!--|-->)$/.test(all) ? " " : "x");
  });
  return { plain, ...(open && { open }) };
}

const closers: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

function openBracket(plain: string): Mistake | undefined {
  const open: { readonly sign: string; readonly offset: number }[] = [];
  for (const { 0: sign, index: offset } of plain.matchAll(/[{}()[\]]/g)) {
    const last = open.at(-1);
    if (closers[sign]) open.push({ sign, offset });
    else if (last && closers[last.sign] === sign) open.pop();
    // A browser ends what stands in round brackets at their own end alone, and so takes in the rules that follow.
    else if (last && sign === "}") return unclosed(last.offset, `\`${last.sign}\``);
  }
  const [first] = open;
  return first && unclosed(first.offset, `\`${first.sign}\``);
}

/** Look at each selector, and at each declaration, by the signs that end it. */
function mistakesOfRules(plain: string, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  const kinds: ("rule" | "at-rule" | "value")[] = [];
  for (const { 0: all, 1: written = "", 2: end = "", index } of plain.matchAll(
    /((?:\([^{}]*?\)|[^;{}])*)([;{}]|$)/g,
  )) {
    const words = written.trim();
    const offset = index + written.search(/\S|$/);
    const shown = excerpt(text.slice(offset, offset + words.length));
    const inside = kinds.at(-1);
    const tell = (reason: string, at = offset) => mistakes.push({ offset: at, reason });
    const isValue = inside === "value" || words.startsWith("--");
    if (end === "{") {
      const fault = words.startsWith("@") || isValue ? undefined : faultOfSelector(words);
      if (fault) tell(`Unexpected selector \`${shown}\`: ${fault}; a browser passes over its rule`);
      kinds.push(isValue ? "value" : words.startsWith("@") ? "at-rule" : "rule");
      continue;
    }
    if (words && !words.startsWith("@") && !isValue) {
      const fault = inside ? faultOfDeclaration(words) : "it stands in no rule";
      if (fault) tell(`Unexpected \`${shown}\` in a style sheet: ${fault}; a browser passes over it`);
    }
    if (end === "}" && kinds.pop() === undefined)
      tell(
        "Unexpected `}` in a style sheet: nothing is open; a browser passes over the rule that follows",
        index + all.length - 1,
      );
  }
  return mistakes;
}

function faultOfSelector(selector: string): string | undefined {
  if (selector === "") return "there is none";
  if (selector.startsWith("//")) return "a comment stands between `/*` and `*/`";
  if (/,\s*(?:,|$)|^,/.test(selector)) return "something is missing at a comma";
  if (/[>+~]$/.test(selector)) return "something is missing at its end";
  if (/(?<!:)::?(?![:\w\\-])|[.#](?![\w\\.-]|[^\0-\x7f])/.test(selector)) return "a name is missing in it";
  return undefined;
}

function faultOfDeclaration(words: string): string | undefined {
  if (words.startsWith("//")) return "a comment stands between `/*` and `*/`";
  if (!/^[*_]?-{0,2}[a-z][\w-]*\s*:/i.test(words)) return "expected a property, a colon and a value";
  if (/:\s*$/.test(words)) return "it has no value";
  // A progid filter is the one old value with a colon in it, and stands on one line.
  if (/\n\s*[a-z-]+\s*:\s/i.test(words.replace(/^[^:]*:/, ""))) return "a semicolon is missing in it";
  return undefined;
}

function excerpt(words: string): string {
  const [line = ""] = words.split("\n");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function pointAt(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
