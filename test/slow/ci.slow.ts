import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { pack } from "../support/pack.js";
import { root } from "../support/run-cli.js";

/** Stands for what only the CI systems have: writes down how it was called, with the files that it was handed. */
const stub = `#!/usr/bin/env bash
printf '%s ' "$(basename "$0")" "$@" >> "$CALLS"
for word in "$@"; do word="\${word#@}"; word="\${word#body@}"; test -f "$word" && [[ "$word" == *.md || "$word" == *.json ]] && cat "$word" >> "$CALLS"; done
printf '\\n' >> "$CALLS"
echo '{"id": 12}'
`;

let folder: string;
let packed: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quoin-ci-"));
  packed = (await pack(folder)).path;
  mkdirSync(join(folder, "bin"));
  for (const name of ["gh", "sudo", "curl"]) writeFileSync(join(folder, "bin", name), stub, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const metadata = "title: Small\nlanguage: en\ndate: 2018\nidentifier: doi:10.1000/182\nbody: [one.md]\n";

/** A clone of a small publication with a CI file, on a branch that changed a word; the base branch is `origin/main`. */
function clone(name: string, file: string, changed: string): string {
  const [origin, place] = [join(folder, `${name}-origin`), join(folder, name)];
  mkdirSync(join(origin, "book"), { recursive: true });
  const git = (cwd: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(
      "git",
      ["-c", "user.name=T", "-c", "user.email=t@t.invalid", ...args],
      { cwd, encoding: "utf8" },
    );
    expect([args, status, stderr]).toEqual([args, 0, expect.any(String)]);
  };
  writeFileSync(join(origin, "book/publication.yaml"), metadata);
  writeFileSync(join(origin, "book/one.md"), "# One\n\nA yellow word.\n");
  git(origin, "init", "--quiet", "-b", "main");
  const made = spawnSync(
    process.execPath,
    [join(root, "lib/cli.js"), "new", "book", "--ci", name.split("-")[0] ?? ""],
    { cwd: origin, encoding: "utf8" },
  );
  if (file) expect([made.status, made.stderr]).toEqual([0, ""]);
  git(origin, "add", ".");
  git(origin, "commit", "--quiet", "-m", "begin");
  git(origin, "switch", "--quiet", "-c", "change");
  writeFileSync(join(origin, "book/one.md"), changed);
  git(origin, "commit", "--quiet", "-a", "-m", "change");
  git(folder, "clone", "--quiet", "--branch", "change", origin, place);
  return place;
}

/** Run a script as CI does; resolves to its code and what it said. */
function shell(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const path = [join(folder, "bin"), join(folder, "global/bin"), process.env.PATH].join(":");
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
    env: {
      ...process.env,
      npm_config_prefix: join(folder, "global"),
      npm_config_prefer_offline: "true",
      CALLS: join(folder, "calls.txt"),
      PATH: path,
      ...env,
      QUOIN: packed,
    },
  });
  return { code: status, stdout, stderr };
}

const calls = () => {
  const text = readFileSync(join(folder, "calls.txt"), "utf8");
  rmSync(join(folder, "calls.txt"));
  return text;
};

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
}

/** What a pull request number 7 against main makes of the expressions of a workflow. */
const values: Readonly<Record<string, string>> = {
  "github.base_ref": "main",
  "github.token": "token",
  "github.repository": "owner/book",
  "github.event.pull_request.number": "7",
};

/** Run the steps of a job up to the first that fails, and those that run in any case; resolves to what each said. */
function runSteps(steps: readonly Step[], cwd: string, env: Readonly<Record<string, string>>) {
  const said = new Map<string, ReturnType<typeof shell>>();
  let hasFailed = false;
  for (const step of steps) {
    if (step.run === undefined || (hasFailed && !step.if?.includes("!cancelled()"))) continue;
    const own = Object.entries(step.env ?? {}).map(([key, value]) => {
      const filled = value.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => {
        expect(values).toHaveProperty([name]);
        return values[name] ?? "";
      });
      return [key, filled] as const;
    });
    const result = shell(step.run, join(cwd, step["working-directory"] ?? "."), {
      ...env,
      ...Object.fromEntries(own),
    });
    said.set(step.name ?? "", result);
    hasFailed ||= result.code !== 0;
  }
  return said;
}

function expectArtifacts(out: string): void {
  expect(readdirSync(out).sort()).toEqual(
    expect.arrayContaining(["build.json", "small-press.pdf", "small.epub", "small.pdf"]),
  );
}

function expectChecksums(out: string): void {
  const { status, stdout } = spawnSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: out, encoding: "utf8" });
  const artifacts = readdirSync(out).filter((name) => /\.(?:pdf|epub)$/.test(name));
  expect([status, stdout.trim().split("\n").sort()]).toEqual([
    0,
    artifacts.map((name) => `${name}: OK`).sort(),
  ]);
}

/** What a SARIF report says: the rule, the level, and where. */
function sarifIn(place: string) {
  const { runs } = JSON.parse(readFileSync(join(place, "quoin.sarif"), "utf8"));
  return runs[0].results.map(
    ({ ruleId, level, locations: [{ physicalLocation }] }: SarifResult): readonly unknown[] => [
      ruleId,
      level,
      physicalLocation.artifactLocation.uri,
      physicalLocation.region.startLine,
    ],
  );
}
interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number };
      };
    },
  ];
}

const changed = "# One\n\nA green word  here.\n";
const limit = { timeout: 900_000 };

describe.each([
  ["github", ".github/workflows/publication.yml"],
  ["forgejo", ".forgejo/workflows/publication.yml"],
])("%s", (name, file) => {
  const environment = (place: string, own: Readonly<Record<string, string>>) => ({
    ...own,
    GITHUB_STEP_SUMMARY: join(place, "../summary.md"),
    GITHUB_REF_NAME: "v1.0",
    GITHUB_API_URL: "https://forge.invalid/api/v1",
    GITHUB_REPOSITORY: "owner/book",
  });

  test("its steps, in a clean clone: a pull request, then a release", limit, () => {
    const place = clone(name, file, changed);
    const workflow = parse(readFileSync(join(place, file), "utf8"));
    const env = environment(place, workflow.env);
    const said = runSteps(workflow.jobs.build.steps, place, env);
    expect([...said].filter(([, { code }]) => code !== 0)).toEqual([]);
    expect([...said.keys()]).toEqual(
      expect.arrayContaining(["Install", "Check", "Build", "Verify", "Comment"]),
    );
    if (name === "github") expect(said.get("Build")?.stdout).toContain("::notice file=book/one.md,line=3");
    expect(sarifIn(place)).toEqual([["space-doubled", "note", "book/one.md", 3]]);
    expect(said.get("Verify")?.stderr).toContain("The same bytes");
    expectArtifacts(join(place, "dist"));
    expect(readFileSync(join(place, "diff.html"), "utf8")).toContain("What changed");
    const comment = calls();
    expect(comment).toContain(name === "github" ? "gh pr comment 7" : "/repos/owner/book/issues/7/comments");
    expect(comment).toContain("<ins>**green word here.**</ins>");

    mkdirSync(join(place, "release"));
    for (const each of readdirSync(join(place, "dist")))
      copyFileSync(join(place, "dist", each), join(place, "release", each));
    const released = runSteps(workflow.jobs.release.steps, place, env);
    expect([...released].filter(([, { code }]) => code !== 0)).toEqual([]);
    expectChecksums(join(place, "release"));
    const published = calls();
    if (name === "github")
      expect(published).toMatch(/^gh release create v1\.0 .* small\.pdf .*small\.epub SHA256SUMS $/m);
    else expect(published).toContain("/repos/owner/book/releases/12/assets?name=small.epub");
  });

  test("an error stops it at the check, and is told at its line", limit, () => {
    const place = clone(`${name}-broken`, file, "# One\n\nA word.[^missing]\n");
    const workflow = parse(readFileSync(join(place, file), "utf8"));
    const said = runSteps(workflow.jobs.build.steps, place, environment(place, workflow.env));
    expect([...said.keys()].slice(-2)).toEqual(["Check", "Report"]);
    expect([said.get("Report")?.code, sarifIn(place)]).toEqual([
      0,
      [["note-undefined", "error", "book/one.md", 3]],
    ]);
    const { code, stdout, stderr } = said.get("Check") ?? { code: 0, stdout: "", stderr: "" };
    expect(code).toBe(1);
    if (name === "github") expect(stdout).toContain("::error file=book/one.md,line=3");
    else expect(stderr).toContain("book/one.md:3:8 error");
    if (name === "github") calls();
  });
});

test("gitlab: an error stops its script, and is in both reports", limit, () => {
  const place = clone("gitlab-broken", ".gitlab-ci.yml", "# One\n\nA word.[^missing]\n");
  const pipeline = parse(readFileSync(join(place, ".gitlab-ci.yml"), "utf8"));
  const { before_script, script, after_script } = pipeline.publication;
  expect(shell([...before_script, ...script].join("\n"), place, pipeline.variables).code).toBe(1);
  shell(after_script.join("\n"), place, pipeline.variables);
  expect(JSON.parse(readFileSync(join(place, "gl-code-quality-report.json"), "utf8"))).toMatchObject([
    {
      check_name: "note-undefined",
      severity: "major",
      location: { path: "book/one.md", lines: { begin: 3 } },
    },
  ]);
  expect(readFileSync(join(place, "quoin-junit.xml"), "utf8")).toContain(
    'name="note-undefined book/one.md:3:8" file="book/one.md" line="3"><failure type="error"',
  );
});

test("gitlab: its scripts, in a clean clone: a merge request, then a release", limit, () => {
  const place = clone("gitlab", ".gitlab-ci.yml", changed);
  const pipeline = parse(readFileSync(join(place, ".gitlab-ci.yml"), "utf8"));
  const env = {
    ...pipeline.variables,
    CI_API_V4_URL: "https://gitlab.invalid/api/v4",
    CI_PROJECT_ID: "3",
    CI_COMMIT_TAG: "v1.0",
    CI_JOB_TOKEN: "job",
    QUOIN_TOKEN: "token",
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
    CI_MERGE_REQUEST_IID: "7",
  };
  const { before_script, script, after_script } = pipeline.publication;
  const said = shell([...before_script, ...script].join("\n"), place, env);
  expect([said.code, said.code === 0 ? "" : said.stderr]).toEqual([0, ""]);
  expectArtifacts(join(place, "dist"));
  const report = JSON.parse(readFileSync(join(place, "gl-code-quality-report.json"), "utf8"));
  expect(report).toMatchObject([
    { check_name: "space-doubled", location: { path: "book/one.md", lines: { begin: 3 } } },
  ]);
  expect(shell(after_script.join("\n"), place, env).code).toBe(0);
  expect(readFileSync(join(place, "quoin-junit.xml"), "utf8")).toContain(
    'failures="0" errors="0" skipped="0">\n    <testcase classname="book/one.md" name="space-doubled book/one.md:3:13"',
  );
  const comment = calls();
  expect(comment).toContain("/projects/3/merge_requests/7/notes");
  expect(comment).toContain("<ins>**green word here.**</ins>");
  const released = shell(pipeline.release.script.join("\n"), place, env);
  expect([released.code, released.code === 0 ? "" : released.stderr]).toEqual([0, ""]);
  expectChecksums(join(place, "dist"));
  expect(calls()).toMatch(/--upload-file small\.epub .*\n(?:.*\n)*.*"tag_name":"v1\.0"/);
});

test("the plain shell of docs/ci.md, in a clean clone", limit, () => {
  const place = clone("docker", "Dockerfile", changed);
  const page = readFileSync(join(root, "docs/ci.md"), "utf8");
  const [, script = ""] = /## The same in plain shell\n\n```sh\n(.*?)```/s.exec(page) ?? [];
  const said = shell(script, place, {});
  expect([said.code, said.code === 0 ? "" : said.stderr]).toEqual([0, ""]);
  expectChecksums(join(place, "dist"));
  expect(readFileSync(join(place, "diff.md"), "utf8")).toContain("<ins>**green word here.**</ins>");
});
