/** A tab that can show documents, from memory, and nothing else in the world. */
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import type { PrintDocument, Resource } from "../../publication.js";

/** What a tab shows. */
export type Shown = Pick<PrintDocument, "html" | "resources">;

/** A tab of its own for one document. */
export interface Tab {
  readonly page: Page;
  /** Show the document, parsed but perhaps still loading; answer its requests from its resources alone. */
  show(document: Shown): Promise<void>;
  /** Answer requests from these resources alone, for a document that is written into the tab otherwise. */
  serve(resources: Shown["resources"]): void;
  /** A message `request-refused` for each address that was asked for in vain, `image-invalid` for an image that is no longer what was measured. */
  readonly refused: readonly VFileMessage[];
}

/** The address that documents believe to have; `.invalid` is never a real host (RFC 2606). */
const origin = "http://quoin.invalid";

const shell: Resource = {
  mediaType: "text/html; charset=utf-8",
  bytes: new TextEncoder().encode("<!doctype html><title>quoin</title>"),
};

const noIcon: Resource = { mediaType: "image/x-icon", bytes: new Uint8Array() };

const taken = new WeakSet<Browser>();

/** Take the empty page that a browser starts with, which has its process already, or a new one where it is taken. */
async function emptyPage(browser: Browser): Promise<Page> {
  if (taken.has(browser)) return browser.newPage();
  taken.add(browser);
  const [first] = await browser.pages();
  return first ?? browser.newPage();
}

/** Open a tab, empty but at its address: a document that is written into it later need not wait for one. */
export async function openTab(browser: Browser): Promise<Tab> {
  const page = await emptyPage(browser);
  const refused = new Map<string, VFileMessage>();
  let resources: ReadonlyMap<string, Resource> = new Map([["/", shell]]);
  const devtools = await page.createCDPSession();
  devtools.on("Fetch.requestPaused", ({ requestId, request: { url } }) => {
    const path = pathsOf(url).find((each) => resources.has(each));
    const resource = path === undefined ? undefined : resources.get(path);
    try {
      if (resource) return void answer(devtools, requestId, resource);
      // A browser with windows asks for it by itself, for any page.
      if (url === `${origin}/favicon.ico`) return void answer(devtools, requestId, noIcon);
      const reason = `Refused to load \`${url}\`: a document loads only what comes with it`;
      refused.set(url, problem("request-refused", reason, {}));
    } catch (error) {
      // Its file has changed since it was measured.
      if (!(error instanceof VFileMessage)) throw error;
      refused.set(url, error);
    }
    const refusal = { requestId, errorReason: "BlockedByClient" } as const;
    return void devtools.send("Fetch.failRequest", refusal).catch(ignoreGone);
  });
  await devtools.send("Fetch.enable", {});
  await page.goto(`${origin}/`, { timeout: 0 });
  return {
    page,
    get refused() {
      return [...refused.values()];
    },
    serve(served) {
      resources = served;
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

/** Puppeteer's own way of answering makes base64 letter by letter, which for fonts takes longer than their use. */
function answer(devtools: CDPSession, requestId: string, { mediaType, bytes }: Resource): Promise<void> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const responseHeaders = [{ name: "content-type", value: mediaType }];
  return devtools
    .send("Fetch.fulfillRequest", { requestId, responseCode: 200, responseHeaders, body })
    .catch(ignoreGone);
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
