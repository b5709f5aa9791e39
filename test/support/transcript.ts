import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

/**
 * Run the commands of a transcript, one after the other in one empty folder, and write down what happened.
 *
 * `$ command` in a shell that knows `quoin`; then standard output as it is, standard error with `! ` before each line, and
 * `= code` where the exit code is not 0. Lines with `#` are remarks.
 */
export function replay(transcript: string): string {
  const bin = temporaryFolder({ quoin: `#!/bin/sh\nexec "${process.execPath}" "${root}lib/cli.js" "$@"\n` });
  chmodSync(join(bin, "quoin"), 0o755);
  const folder = temporaryFolder();
  const { CI: _ci, FORCE_COLOR: _color, SOURCE_DATE_EPOCH: _epoch, ...env } = process.env;
  const lines = transcript.split("\n").filter((line) => /^[$#]/.test(line));
  return lines
    .map((line) => {
      if (!line.startsWith("$ ")) return `\n${line}\n`;
      const { stdout, stderr, status } = spawnSync("sh", ["-c", line.slice(2)], {
        cwd: folder,
        env: { ...env, PATH: `${bin}:${env.PATH}` },
        encoding: "utf8",
      });
      const errors = stderr.replace(/^(?=.)/gm, "! ");
      return [`\n${line}\n`, stdout, errors, status === 0 ? "" : `= ${status}\n`]
        .join("")
        .replaceAll(folder, "FOLDER");
    })
    .join("")
    .trimStart();
}
