import { expect, test } from "vitest";
import { askLinks } from "../../pipeline/edges/ask-links.js";
import { web } from "../support/web.js";

const asking = { patience: 20_000, hosts: 4, signal: new AbortController().signal };

test("tells pages that are there, gone, moved, and servers that hang or lead astray", async () => {
  const asked: string[] = [];
  const { url } = await web((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = request.url ?? "";
    const to = (status: number, location: string) => response.writeHead(status, { location }).end();
    if (path === "/here") response.end("page");
    else if (path === "/no-head") response.writeHead(request.method === "GET" ? 200 : 405).end();
    else if (path === "/moved") to(301, "/moved-on");
    else if (path === "/moved-on") to(308, "/here");
    else if (path === "/elsewhere") to(302, "/here");
    else if (path === "/circle") to(301, "/circle");
    else if (path === "/file") to(302, "file:///etc/passwd");
    else if (path === "/broken") response.destroy();
    else response.writeHead(404).end();
  });
  const paths = ["here", "no-head", "moved", "elsewhere", "circle", "file", "broken", "gone"];
  const answers = await askLinks(
    paths.map((path) => `${url}/${path}`),
    asking,
  );
  expect([...answers].map(([address, answer]) => [address.slice(url.length + 1), answer])).toEqual([
    ["here", { status: 200 }],
    ["no-head", { status: 200 }],
    ["moved", { status: 200, moved: `${url}/here` }],
    ["elsewhere", { status: 200 }],
    ["circle", { failed: "it leads on more than 10 times" }],
    ["file", { failed: "it leads on to file:" }],
    ["broken", { failed: "UND_ERR_SOCKET" }],
    ["gone", { status: 404 }],
  ]);
  expect(asked.filter((line) => line.endsWith("/here"))).not.toContain("GET /here");
});

test("waits no longer than its patience, and not for a server that is not there", async () => {
  const silent = await web(() => undefined);
  const gone = await web(() => undefined);
  await gone.close();
  const answers = await askLinks([silent.url, gone.url], { ...asking, patience: 100 });
  expect([...answers.values()]).toEqual([
    { failed: "none came within 0.1 s" },
    { failed: "nothing listens there" },
  ]);
});

test("asks so many hosts at once and no more, and each one question at a time", async () => {
  let open = 0;
  const seen = { all: 0, one: 0 };
  const servers = await Promise.all(
    [1, 2, 3, 4].map(() => {
      let here = 0;
      return web((_, response) => {
        seen.all = Math.max(seen.all, ++open);
        seen.one = Math.max(seen.one, ++here);
        setImmediate(() => {
          open--;
          here--;
          response.end();
        });
      });
    }),
  );
  const urls = servers.flatMap(({ url }) => [1, 2, 3, 4, 5].map((n) => `${url}/${n}`));
  const answers = await askLinks(urls, { ...asking, hosts: 2 });
  expect([...answers.keys()]).toEqual(urls);
  expect(seen.all).toBeLessThanOrEqual(2);
  expect(seen.one).toBe(1);
});

test("stops when it is told to", async () => {
  const stop = new AbortController();
  const { url } = await web(() => stop.abort(new Error("stopped")));
  await expect(askLinks([url], { ...asking, signal: stop.signal })).rejects.toThrow("stopped");
});
