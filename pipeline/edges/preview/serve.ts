/** The preview's server: this machine alone, read only, nothing but what it is handed. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { refusal } from "../../preview/refusal.js";
import type { Resource } from "../../publication.js";
import { errorCode } from "../read-file.js";

/** What is served: a resource, and what it may load where it is a page. */
export interface Answer extends Resource {
  /** Content-Security-Policy; a resource that names none may load nothing. */
  readonly policy?: string;
  /** Whether the address will always mean these bytes. */
  readonly kept?: "for ever";
}

/** A server that runs. */
export interface Serving {
  readonly port: number;
  /** Send a text to every page that listens at `/events`, now and when it begins to. */
  tell(text: string): void;
  /** End every connection. */
  close(): Promise<void>;
}

/** Finds what stands at a path, decoded and without its query; undefined where nothing does. */
export type Find = (path: string) => Promise<Answer | undefined>;

/** Serve on 127.0.0.1; `ports` are tried in their order. Resolves to undefined where all are taken. */
export async function serve(ports: readonly number[], find: Find): Promise<Serving | undefined> {
  const listeners = new Set<ServerResponse>();
  let last: string | undefined;
  let port = 0;
  const send = (response: ServerResponse, text: string) => response.write(`data: ${text}\n\n`);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers, method, url = "/" } = request;
    const refused = refusal(
      {
        method,
        host: headers.host,
        origin: headers.origin,
        site: one(headers["sec-fetch-site"]),
        mode: one(headers["sec-fetch-mode"]),
      },
      port,
    );
    if (refused) return say(response, refused.status, refused.reason);
    const path = pathOf(url);
    if (path === "/events") {
      response.writeHead(200, {
        ...common,
        "content-type": "text/event-stream",
        "cache-control": "no-store",
      });
      response.flushHeaders();
      listeners.add(response);
      response.once("close", () => listeners.delete(response));
      if (last !== undefined) send(response, last);
      return;
    }
    const found = path === undefined ? undefined : await find(path);
    if (!found) return say(response, 404, "There is nothing here");
    response.writeHead(200, {
      ...common,
      "content-type": found.mediaType,
      "content-length": found.bytes.length,
      "content-security-policy": found.policy ?? nothing,
      "cache-control": found.kept ? "private, max-age=31536000, immutable" : "no-store",
    });
    response.end(method === "HEAD" ? undefined : found.bytes);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      say(response, 500, error instanceof Error ? error.message : String(error));
    });
  });
  for (const candidate of ports) {
    port = await listen(server, candidate);
    if (port > 0) break;
  }
  if (port === 0) return undefined;
  return {
    port,
    tell(text) {
      last = text;
      for (const listener of listeners) send(listener, text);
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** Resolves to the port, or to 0 where it is taken. Rejects with any other failure. */
function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      server.off("listening", ready);
      const code = errorCode(error);
      if (code === "EADDRINUSE" || code === "EACCES") resolve(0);
      else reject(error);
    };
    const ready = () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    };
    server.once("error", failed);
    server.once("listening", ready);
    server.listen(port, "127.0.0.1");
  });
}

const nothing = "default-src 'none'; frame-ancestors 'none'";

const common = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
} as const;

function say(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    ...common,
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": nothing,
  });
  response.end(`${reason}\n`);
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.join(", ");
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*/, ""));
  } catch {
    return undefined;
  }
}
