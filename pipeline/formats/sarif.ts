import { rules } from "../rules.js";
import type { Format } from "./format.js";
import { type Located, locate } from "./located.js";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0 (OASIS): one run, the rules that were broken, a result for each message. */
export const sarif: Format = {
  write(told) {
    const located = locate(told);
    const ids = [...new Set(located.map(({ rule }) => rule))].sort();
    const log = {
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "quoin", rules: ids.map(descriptor) } },
          // Columns of messages count UTF-16 units, as JavaScript does; SARIF's own default is code points.
          columnKind: "utf16CodeUnits",
          results: located.map((one) => resultOf(one, ids)),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

/** A validator of e-books has rules of its own, of which no more than the id is known here. */
function descriptor(id: string) {
  if (!Object.hasOwn(rules, id)) return { id };
  const { asks, severity } = rules[id as keyof typeof rules];
  return { id, shortDescription: { text: asks }, defaultConfiguration: { level: levels[severity] } };
}

function resultOf({ message, severity, rule, path, fingerprint }: Located, ids: readonly string[]) {
  const artifactLocation =
    path === undefined ? undefined : { uri: encodeURI(path).replace(/[?#]/g, encodeURIComponent) };
  const region = regionOf(message);
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: message.reason },
    ...(artifactLocation && {
      locations: [{ physicalLocation: { artifactLocation, ...(region && { region }) } }],
    }),
    partialFingerprints: { "quoin/v1": fingerprint },
  };
}

function regionOf({ line, column, place }: Located["message"]) {
  if (line === undefined) return undefined;
  const end = place && "end" in place ? { endLine: place.end.line, endColumn: place.end.column } : {};
  return { startLine: line, ...(column !== undefined && { startColumn: column }), ...end };
}
