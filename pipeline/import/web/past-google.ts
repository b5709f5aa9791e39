import type { Root } from "hast";
import { all } from "./tree.js";

/** Lead links past Google's counter, `https://www.google.com/url?q=…`, which Google Docs puts before every address. In place. */
export function leadPastGoogle(tree: Root): void {
  for (const { tagName, properties } of all(tree)) {
    if (tagName !== "a" || !/^https:\/\/www\.google\.com\/url\?/.test(String(properties.href))) continue;
    const target = new URL(String(properties.href)).searchParams.get("q");
    if (target && /^(?:https?:\/\/|mailto:)/.test(target)) properties.href = target;
  }
}
