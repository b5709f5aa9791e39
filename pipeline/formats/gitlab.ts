import { pathFrom } from "../report.js";
import type { Format } from "./format.js";
import { locate } from "./located.js";

const severities = { error: "major", warning: "minor", info: "info" } as const;

/** GitLab's code quality report: a part of Code Climate's specification. Every entry has a file and a line there. */
export const gitlab: Format = {
  write(told) {
    const nowhere = pathFrom(told.from, told.result.folder, "publication.yaml");
    const issues = locate(told).map(({ message, severity, rule, path, fingerprint }) => ({
      description: message.reason,
      check_name: rule,
      fingerprint,
      severity: severities[severity],
      location: { path: path ?? nowhere, lines: { begin: message.line ?? 1 } },
    }));
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};
