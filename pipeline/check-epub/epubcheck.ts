import { EpubCheck } from "@likecoin/epubcheck-ts";
import type { Checker } from "./finding.js";

/** Run EPUBCheck's TypeScript port; its usage notes are left out, as EPUBCheck leaves them out. */
export const epubcheck: Checker = async ({ bytes }) => {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity !== "usage")
    .map(({ id, severity, message, location }) => ({
      rule: `epubcheck/${id}`,
      gravity:
        severity === "fatal" || severity === "error" ? "error" : severity === "warning" ? "warning" : "info",
      reason: message,
      path: location?.path,
      line: location?.line,
      column: location?.column,
    }));
};
