/** A tab that can show documents, from memory, and nothing else in the world. */
import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import type { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import type { PrintDocument, Resource } from "../../publication.js";

/** What a tab shows. */
export type Shown = Pick<PrintDocument, "html" | "resources">;

/** A tab of its own for one document. */
export interface Tab {
  readonly page: Page;
  /** Show the document, parsed but perhaps still loading; answer its requests from its resources alone. */
  show(document: Shown): Promise<void>;
  /** A message `request-refused` for each address that was asked for in vain. */
  readonly refused: readonly VFileMessage[];
}

/** The address that documents believe to have; `.invalid` is never a real host (RFC 2606). */
const origin = "http://quoin.invalid";

const shell: Resource = {
  mediaType: "text/html; charset=utf-8",
  bytes: new TextEncoder().encode("<!doctype html><title>quoin</title>"),
};

/** Open a tab, empty but at its address: a document that is written into it later need not wait for one. */
export async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  const refused = new Map<string, VFileMessage>();
  let resources: ReadonlyMap<string, Resource> = new Map([["/", shell]]);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const resource = pathsOf(url)
      .map((path) => resources.get(path))
      .find(Boolean);
    if (resource) return answer(request, resource);
    const reason = `Refused to load \`${url}\`: a document loads only what comes with it`;
    refused.set(url, problem("request-refused", reason, {}));
    return request.abort("blockedbyclient").catch(ignoreGone);
  });
  await page.goto(`${origin}/`, { timeout: 0 });
  return {
    page,
    get refused() {
      return [...refused.values()];
    },
    async show(document) {
      resources = document.resources;
      await page.evaluate(write, document.html);
    },
  };
}

/** Replace the whole document. Runs in the page. */
function write(html: string): void {
  document.open();
  document.write(html);
  document.close();
}

function answer(request: HTTPRequest, { mediaType, bytes }: Resource): Promise<void> {
  return request.respond({ status: 200, contentType: mediaType, body: bytes }).catch(ignoreGone);
}

/** A request may be answered after its tab was closed: that is no one's loss. */
function ignoreGone(): void {}

function pathsOf(url: string): string[] {
  if (!url.startsWith(`${origin}/`)) return [];
  const path = url.slice(origin.length).replace(/[?#].*/, "");
  try {
    return [path, decodeURIComponent(path)];
  } catch {
    return [path];
  }
}
