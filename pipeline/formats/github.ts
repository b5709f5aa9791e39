import type { Format } from "./format.js";
import { locate } from "./located.js";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands of GitHub Actions: a message becomes an annotation at its line. */
export const github: Format = {
  write: (told) =>
    locate(told)
      .map(({ message: { line, column, reason }, severity, rule, path }) => {
        const properties = { file: path, line, col: column, title: rule };
        const written = Object.entries(properties)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `${name}=${property(String(value))}`);
        return `::${commands[severity]} ${written.join(",")}::${data(reason)}\n`;
      })
      .join(""),
};

/** The runner reads a command to the end of its line. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
