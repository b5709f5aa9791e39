import { Parser } from "htmlparser2";
import { Unreadable } from "../unreadable.js";
import { elementGuard } from "../xml.js";

/** Look at a page before a tree is made of it: throws Unreadable where its elements are too many or too deep. */
export function guardDepth(text: string): void {
  const guard = elementGuard();
  const parser = new Parser({ onopentag: () => guard.open(), onclosetag: () => guard.close() });
  parser.end(text);
  if (text.trim() === "") throw new Unreadable("Unexpected empty page");
}
