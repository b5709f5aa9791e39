/** Resolve a reference from a file of an archive: `../images/a.png` from `OEBPS/text/one.xhtml`. Its fragment is left out. */
export function resolveIn(from: string, reference: string): string {
  const [path = ""] = reference.split("#");
  const base = `epub://book/${from}`;
  if (path === "" || !URL.canParse(path, base)) return from;
  const resolved = new URL(path, base).pathname.slice(1);
  try {
    return decodeURIComponent(resolved);
  } catch {
    return resolved;
  }
}
