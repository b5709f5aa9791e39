import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Terminal } from "../../pipeline/commands/command.js";
import { newPublication } from "../../pipeline/commands/new.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function run(cwd: string, values: Record<string, string>, ...positionals: string[]) {
  let stdout = "";
  const terminal: Terminal = {
    cwd,
    env: {},
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => undefined,
    live: false,
    color: false,
    signal: new AbortController().signal,
    clock: () => 0,
  };
  const code = await newPublication.run({ positionals, values }, terminal);
  return { code, stdout };
}

/** A workflow of GitHub or Forgejo, as far as it is looked at. */
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string; readonly "runs-on": string; readonly steps: readonly Step[] }>
  >;
}
type Step = Readonly<Record<string, unknown>>;

const files = {
  github: ".github/workflows/publication.yml",
  forgejo: ".forgejo/workflows/publication.yml",
  gitlab: ".gitlab-ci.yml",
} as const;

test.each(["github", "forgejo"] as const)(
  "%s: the workflow has the form that the system asks for",
  async (ci) => {
    const folder = temporaryFolder({ ".git/HEAD": "" });
    expect((await run(folder, { ci }, 'my "books"/atlas')).stdout).toContain(`${files[ci]} is written`);
    const workflow = parse(readFileSync(join(folder, files[ci]), "utf8")) as Workflow;
    expect(Object.keys(workflow.on)).toEqual(["push", "pull_request"]);
    expect(workflow.env).toMatchObject({
      PUBLICATION: 'my "books"/atlas',
      QUOIN: expect.stringMatching(/^quoin@\d/),
    });
    expect(Object.keys(workflow.jobs)).toEqual(["build", "release"]);
    const known = ["name", "uses", "with", "run", "env", "if", "working-directory"];
    for (const { steps, needs = "build" } of Object.values(workflow.jobs)) {
      expect(workflow.jobs).toHaveProperty(needs);
      for (const step of steps) {
        expect(Object.keys(step).filter((key) => !known.includes(key))).toEqual([]);
        expect("uses" in step).not.toBe("run" in step);
        if ("uses" in step)
          expect(step.uses).toMatch(/^(?:https:\/\/code\.forgejo\.org\/)?[a-z]+(?:\/[a-z-]+)+@v\d+$/);
        // What a stranger names, a branch or a title, never becomes a part of a script.
        else expect(step.run).not.toContain("${{");
      }
    }
    const contexts = [...readFileSync(join(folder, files[ci]), "utf8").matchAll(/\$\{\{ (\w+)\./g)].map(
      ([, name]) => name,
    );
    expect(contexts.filter((name) => name !== "github" && name !== "env")).toEqual([]);
    // Each report that is made is kept, whatever failed before.
    const { steps } = workflow.jobs.build ?? { steps: [] };
    const always = steps.filter((step) => String(step.if).endsWith("!cancelled() }}"));
    expect(always.map(({ run, with: inputs }) => run ?? inputs)).toEqual([
      expect.stringContaining("--format sarif > quoin.sarif"),
      expect.objectContaining({ path: "quoin.sarif" }),
    ]);
  },
);

test("gitlab: jobs of known keys in known stages, with the reports that it shows", async () => {
  const folder = temporaryFolder({ ".git/HEAD": "" });
  await run(folder, { ci: "gitlab" }, "book");
  const {
    stages,
    default: common,
    variables,
    ...jobs
  } = parse(readFileSync(join(folder, files.gitlab), "utf8"));
  expect([stages, common]).toEqual([["build", "release"], { image: "node:22-bookworm" }]);
  expect(variables).toMatchObject({ PUBLICATION: "book", GIT_DEPTH: "0" });
  const known = ["stage", "rules", "cache", "before_script", "script", "after_script", "artifacts"];
  for (const job of Object.values(jobs) as Record<string, unknown>[]) {
    expect(Object.keys(job).filter((key) => !known.includes(key))).toEqual([]);
    expect(stages).toContain(job.stage);
    expect((job.script as unknown[]).every((line) => typeof line === "string")).toBe(true);
  }
  expect(jobs.publication.artifacts.reports).toEqual({
    codequality: "gl-code-quality-report.json",
    junit: "quoin-junit.xml",
  });
  for (const report of Object.values(jobs.publication.artifacts.reports))
    expect([...jobs.publication.script, ...jobs.publication.after_script].join("\n")).toContain(
      `> ${report}`,
    );
});

test("a folder that holds a publication gets the one file, and nothing is overwritten", async () => {
  const folder = temporaryFolder({ "manuscript/publication.yaml": "mine", ".git/HEAD": "" });
  await run(folder, { ci: "docker" });
  expect(readFileSync(join(folder, "Dockerfile"), "utf8")).toContain('CMD ["build", "manuscript"]');
  writeFileSync(join(folder, "Dockerfile"), "mine");
  await expect(run(folder, { ci: "docker" })).rejects.toThrow(
    "Dockerfile cannot be written: it is there already",
  );
  expect(readFileSync(join(folder, "Dockerfile"), "utf8")).toBe("mine");
  expect(readFileSync(join(folder, "manuscript/publication.yaml"), "utf8")).toBe("mine");
  // The check comes before the publication is written.
  await expect(run(folder, { ci: "docker" }, "other")).rejects.toThrow("it is there already");
  await run(join(folder, "manuscript"), { ci: "gitlab" });
  expect(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8")).toContain('PUBLICATION: "manuscript"');
});

test("where there is no repository, the publication's folder becomes one", async () => {
  const folder = temporaryFolder();
  await run(folder, { ci: "github" }, "book");
  expect(readFileSync(join(folder, "book", files.github), "utf8")).toContain('PUBLICATION: "."');
});

test("what cannot be is one message", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "other/file"), "");
  await expect(run(folder, {})).rejects.toThrow("new needs the name of a folder");
  await expect(run(folder, { ci: "github" })).rejects.toThrow("new needs the name of a folder");
  await expect(run(folder, { ci: "gitub" }, "book")).rejects.toThrow(
    "--ci knows no `gitub`. Did you mean `github`?",
  );
  await expect(run(folder, { ci: "github" }, "other")).rejects.toThrow("other: it is not empty");
});
