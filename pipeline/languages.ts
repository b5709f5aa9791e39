/** Say whether a language tag (BCP 47) names a language or a variety of it: `zh-Hant-TW` is within `zh-Hant` and `zh`. */
export function isWithin(tag: string, language: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${language}-`.toLowerCase());
}
