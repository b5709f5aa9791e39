const rightToLeft = new Set(["ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Say that a language (BCP 47) runs from right to left, by its script where it names one; undefined where it does not. */
export function direction(language: string): "rtl" | undefined {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script) return ["arab", "hebr", "syrc", "thaa"].includes(script) ? "rtl" : undefined;
  return rightToLeft.has(primary) ? "rtl" : undefined;
}
