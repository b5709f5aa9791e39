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

/** Find the tag that was meant by a country, a name or an underscore: `jp`, `German`, `en_GB`; undefined where none is near. */
export function nearestLanguage(written: string): string | undefined {
  const dashed = canonicalLanguage(written.trim().replaceAll("_", "-"));
  if (dashed !== undefined) return dashed;
  if (/^[a-z]{2}$/i.test(written)) {
    const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
    if (regions.of(written.toUpperCase()) === undefined) return undefined;
    const { language, region } = new Intl.Locale(`und-${written}`).maximize();
    return language === "und" ? undefined : `${language}-${region}`;
  }
  return tagNamed(written.trim().toLowerCase());
}

/** Look through the names of the languages with two letters, in English and in themselves. */
function tagNamed(name: string): string | undefined {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .find((tag) => {
      const english = names.of(tag);
      if (english === undefined) return false;
      const own = new Intl.DisplayNames([tag], { type: "language", fallback: "none" }).of(tag);
      return english.toLowerCase() === name || own?.toLowerCase() === name;
    });
}
