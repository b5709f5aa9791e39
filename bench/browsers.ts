import { existsSync } from "node:fs";
import { findBrowser } from "../pipeline/edges/browser/find.js";
import { installedPlaces } from "../pipeline/edges/browser/installed.js";
import { thisMachine } from "../pipeline/edges/browser/surroundings.js";

/** Find the browser that quoin works with, and a whole Chrome or Chromium, which peers work with; `installed` is undefined where there is none. */
export async function browsers() {
  const { path: own } = await findBrowser();
  return { own, installed: installedPlaces(thisMachine()).find((path) => existsSync(path)) };
}
