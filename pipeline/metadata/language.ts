/** Write a language tag in its canonical form, `en-GB`; undefined where no such language is known (BCP 47). */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag);
    const language = new Intl.Locale(canonical).language;
    // Loading the names of all languages takes longer than all else that is asked of publication.yaml: most need none.
    if (Intl.PluralRules.supportedLocalesOf(language).length > 0) return canonical;
    const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(language);
    return name === undefined ? undefined : canonical;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
