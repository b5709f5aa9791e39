/** What is told of a source while its Markdown is gone through. */
export interface Ledger {
  /** Words that stand in the source, from an offset on, and are markup, or dropped on purpose: nobody is to read them. */
  markup(text: string, from: number): void;
  /** Words that somebody is to read, though the source has them in another form, or in another place. */
  besides(text: string, from: number): void;
  /** Where a link or an image at an offset leads. */
  address(url: string, from: number): void;
}

/** Tell that all of a text is markup but for some values in it, which are owed as they read, however they are written there. */
export function owedWithin(
  text: string,
  values: readonly (string | undefined)[],
  from: number,
  ledger: Ledger,
): void {
  let rest = text;
  for (const value of values) {
    if (!value) continue;
    const at = rest.search(before(value));
    if (at >= 0) rest = rest.slice(0, at + 1) + rest.slice(at + 1).replace(value, () => "");
    else ledger.besides(value, from);
  }
  ledger.markup(rest, from);
}

/** Where a value begins: behind a sign or a space, and not within a word. */
function before(value: string): RegExp {
  return new RegExp(`[\\s:="'\\[]${value.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}`);
}
