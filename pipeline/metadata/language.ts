/** Write a language tag in its canonical form, `en-GB`; undefined where no such language is known (BCP 47). */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag);
    const language = new Intl.Locale(canonical).language;
    const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(language);
    return name === undefined ? undefined : canonical;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
