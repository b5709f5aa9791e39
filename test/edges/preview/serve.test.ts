import { get, type IncomingHttpHeaders, type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSourceText } from "../../../pipeline/edges/preview/read-source.js";
import { type Serving, serve } from "../../../pipeline/edges/preview/serve.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

let server: Serving;
beforeAll(async () => {
  const serving = await serve([0], async (path) =>
    path === "/" ? { mediaType: "text/html", bytes: new TextEncoder().encode("page") } : undefined,
  );
  if (!serving) throw new Error("no port");
  server = serving;
});
afterAll(() => server.close());

/** Ask the server; `fetch` sets neither Host nor what a browser says of itself. */
function ask(options: RequestOptions): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path: "/", ...options }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    sent.once("error", reject).end();
  });
}

describe("the preview's server", () => {
  const host = () => `127.0.0.1:${server.port}`;

  test.each([
    ["its own page", {}, 200],
    ["localhost", { host: "localhost:PORT" }, 200],
    ["a link from elsewhere", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, 200],
    ["a name that was bound to this machine", { host: "evil.example:PORT" }, 421],
    ["a name without the port", { host: "127.0.0.1" }, 421],
    ["a page of another site", { origin: "http://evil.example" }, 403],
    ["a page of another server here", { origin: "http://127.0.0.1:1" }, 403],
    ["a file's page", { origin: "null" }, 403],
    ["an image in another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, 403],
    ["a script of another port", { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" }, 403],
  ])("answers or refuses %s", async (_, headers: Record<string, string>, status) => {
    const filled = { host: host(), ...headers };
    const asked = await ask({
      headers: { ...filled, host: filled.host.replace("PORT", String(server.port)) },
    });
    expect(asked.status).toBe(status);
  });

  test("is only read", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect((await ask({ method, headers: { host: host() } })).status).toBe(405);
    expect((await ask({ method: "HEAD", headers: { host: host() } })).status).toBe(200);
  });

  test("lets a page load nothing that it does not name, and no other site frame it", async () => {
    const { headers } = await ask({ headers: { host: host() } });
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("answers a path that cannot be decoded, and one that is not there, with 404", async () => {
    for (const path of ["/%zz", "/other", "/../../etc/passwd"])
      expect((await ask({ path, headers: { host: host() } })).status).toBe(404);
  });

  test("listens to this machine alone", async () => {
    const { address } = await new Promise<{ address: string }>((resolve) => {
      const socket = connect(server.port, "127.0.0.1", () => {
        resolve({ address: socket.remoteAddress ?? "" });
        socket.destroy();
      });
    });
    expect(address).toBe("127.0.0.1");
    await expect(
      new Promise((resolve, reject) =>
        connect(server.port, "127.0.0.2", () => resolve("open")).on("error", reject),
      ),
    ).rejects.toThrow("ECONNREFUSED");
  });

  test("tells the last state to who comes late, and each new one to all", async () => {
    server.tell("1");
    const heard = await new Promise<string>((resolve) => {
      get({ host: "127.0.0.1", port: server.port, path: "/events" }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
          if (text === "data: 1\n\n") server.tell("2");
          else {
            resolve(text);
            response.destroy();
          }
        });
      });
    });
    expect(heard).toBe("data: 1\n\ndata: 2\n\n");
  });

  test("takes the next port where one is taken, and none where there is no other", async () => {
    expect(await serve([server.port], async () => undefined)).toBeUndefined();
    const other = await serve([server.port, 0], async () => undefined);
    expect(other?.port).not.toBe(server.port);
    await other?.close();
  });
});

test("a source is read inside the publication alone, and only where it is a text", async () => {
  const outer = temporaryFolder({ "secret.md": "secret", "book/one.md": "one", "book/a.png": "x" });
  const { symlinkSync } = await import("node:fs");
  symlinkSync(`${outer}/secret.md`, `${outer}/book/link.md`);
  symlinkSync(`${outer}/book/one.md`, `${outer}/book/inner.md`);
  const read = (path: string) => readSourceText(`${outer}/book`, path);
  expect(await read("one.md")).toBe("one");
  expect(await read("inner.md")).toBe("one");
  for (const path of ["link.md", "../secret.md", "a.png", "none.md", "/etc/hosts.txt"])
    expect(await read(path)).toBeUndefined();
});
