import type { RuleId } from "../problem.js";

/** What an address is, where it leads to no file of the folder, and the rule that it breaks; undefined where it may lead to one. */
export function flawOfAddress(src: string): { readonly rule: RuleId; readonly reason: string } | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(src)?.[0].toLowerCase() ?? "";
  const shown = src.length > 80 ? `${src.slice(0, 60)}…` : src;
  const expected = "expected a file of the publication's folder";
  if (scheme === "data") {
    const head = /^data:[^,]{0,40}/i.exec(src)?.[0] ?? "data:";
    return {
      rule: "image-outside",
      reason: `Unexpected image written into the text (${head},…); ${expected}`,
    };
  }
  if (scheme === "file" || scheme.length === 1 || src.startsWith("\\\\"))
    return {
      rule: "image-outside",
      reason: `Unexpected path of one computer: ${shown}; ${expected}, such as \`images/${src.split(/[\\/]/).at(-1)}\``,
    };
  if (scheme || src.startsWith("//"))
    return { rule: "image-remote", reason: `Unexpected image on another machine: ${shown}; ${expected}` };
  return undefined;
}
