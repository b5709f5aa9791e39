import type { Format } from "./format.js";
import { type Located, locate } from "./located.js";

/** JUnit's XML, as CI systems read it: a test case for each message, failed where the command fails for it. */
export const junit: Format = {
  write(told) {
    const located = locate(told);
    const fails = ({ severity }: Located) =>
      severity === "error" || (severity === "warning" && told.strictness === "strict");
    const cases = located.map((one) => testCase(one, fails(one)));
    if (cases.length === 0) cases.push('    <testcase classname="quoin" name="no problems"/>');
    const counts = `tests="${cases.length}" failures="${located.filter(fails).length}" errors="0" skipped="0"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="quoin" ${counts}>`,
      `  <testsuite name="quoin" ${counts}>`,
      ...cases,
      "  </testsuite>",
      "</testsuites>",
      "",
    ].join("\n");
  },
};

function testCase(
  { message: { line, column, reason }, severity, rule, path = "quoin" }: Located,
  failed: boolean,
) {
  const place = [path, line, column].filter((part) => part !== undefined).join(":");
  const at = line === undefined ? "" : ` file="${xml(path)}" line="${line}"`;
  const said = xml(`${place} ${severity} ${reason} ${rule}`);
  const outcome = failed
    ? `<failure type="${severity}" message="${xml(reason)}">${said}</failure>`
    : `<system-out>${said}</system-out>`;
  return `    <testcase classname="${xml(path)}" name="${xml(`${rule} ${place}`)}"${at}>${outcome}</testcase>`;
}

/** What XML 1.0 cannot hold at all is left out (2.2 Char). */
function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
