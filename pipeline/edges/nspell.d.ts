/** The part of npm `nspell` that is used here; the package has no types of its own. */
declare module "nspell" {
  interface Checker {
    correct(word: string): boolean;
  }
  export default function nspell(dictionary: { readonly aff: Buffer; readonly dic: Buffer }): Checker;
}
