import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { web } from "../support/web.js";

test("links are asked after on request, and what the web said is kept for those who have no network", async () => {
  const { url, close } = await web(({ url: path }, response) => {
    if (path === "/moved") response.writeHead(301, { location: "/here" });
    else if (path === "/gone") response.writeHead(404);
    else if (path === "/tired") response.writeHead(503);
    response.end();
  });
  const lines = ["here#part", "here", "moved", "gone", "tired"].map((path) => `A [link](${url}/${path}).\n`);
  const folder = temporaryFolder({
    "book/publication.yaml":
      "title: T\nlanguage: en\ndate: 2018\nidentifier: doi:10.1000/182\nbody: [one.md]\n",
    "book/one.md": `# One\n\n${lines.join("")}`,
  });
  const record = join(folder, "book/links.json");
  const check = async (...flags: string[]) => {
    const { code, stderr } = await runCli(["check", "book", ...flags], folder);
    return { code, lines: stderr.replaceAll(url, "WEB").trimEnd().split("\n") };
  };
  const nothing = { code: 0, lines: ["1 source, no problems"] };
  expect(await check()).toEqual(nothing);

  const said = [
    "book/one.md:5:3 info Unexpected link to WEB/moved, which has moved to WEB/here link-moved",
    "book/one.md:6:3 warning Unexpected link to WEB/gone, which is gone (status 404) link-dead",
    "book/one.md:7:3 info Unclear answer from WEB/tired: status 503; try it by hand link-unreachable",
    "1 warning, 2 remarks",
  ];
  expect(await check("--links")).toEqual({ code: 0, lines: ["asking after 4 of 4 links", ...said] });
  const rules = said.slice(0, -1).map((line) => line.split(" ").at(-1));
  expect(rules).toEqual(["link-moved", "link-dead", "link-unreachable"]);
  const kept = readFileSync(record, "utf8");
  expect(JSON.parse(kept)).toEqual({
    [`${url}/gone`]: { status: 404 },
    [`${url}/here`]: { status: 200 },
    [`${url}/moved`]: { status: 200, moved: `${url}/here` },
    [`${url}/tired`]: { status: 503 },
  });

  await close();
  expect(await check("--links", "--strict")).toEqual({
    code: 1,
    lines: ["asking after 2 of 4 links", ...said],
  });
  expect(readFileSync(record, "utf8")).toBe(kept);
  writeFileSync(join(folder, "book/one.md"), `# One\n\n${lines[0]}`);
  expect(await check("--links", "--strict")).toEqual(nothing);
  expect(Object.keys(JSON.parse(readFileSync(record, "utf8")))).toEqual([`${url}/here`]);

  writeFileSync(join(folder, "book/one.md"), `# One\n\n${lines.join("")}`);
  writeFileSync(record, "{}");
  expect((await check("--links")).lines).toContain(
    "book/one.md:3:3 info No answer from WEB/here: nothing listens there link-unreachable",
  );
  writeFileSync(record, "<");
  const { code, stdout } = await runCli(["check", "book", "--links", "--json"], folder);
  expect([code, JSON.parse(stdout).messages]).toMatchObject([
    1,
    [{ file: "book/links.json", severity: "error", ruleId: "link-record-invalid" }],
  ]);
  expect(readFileSync(record, "utf8")).toBe("<");
});
