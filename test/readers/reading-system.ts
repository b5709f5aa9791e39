import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import type { Session } from "../../pipeline/edges/browser/session.js";
import { openTab } from "../../pipeline/edges/browser/tab.js";
import type { Resource } from "../../pipeline/publication.js";

/** The reading systems that books are opened in, each by a host page of its name in this folder. */
export type ReadingSystem = "foliate" | "epubjs";

/** An entry of the contents or of the page list, as a reading system understood it. */
export interface Entry {
  readonly label: string;
  /** Path inside the book, with a fragment where there is one. */
  readonly href: string;
  readonly children: readonly Entry[];
}

/** A note that was popped up. */
export interface PopUp {
  readonly href: string;
  readonly type: string | null;
  readonly text: string;
}

interface Reader {
  contents(): Entry[];
  pages(): Entry[];
  direction(): string;
  goTo(address: string): Promise<unknown>;
  shown(): { doc: Document; path: string }[];
  page(): string | undefined;
  popUp(): PopUp | undefined;
  turnPopUps(state: "on" | "off"): void;
}

declare global {
  interface Window {
    /** What the host pages let tests ask. */
    reader: Reader;
  }
}

/** A page that both readers turn into the size of a small tablet's. */
const screen = { width: 600, height: 800 };

/** Open a book in a reading system, in the embedded browser and without any network, and do something with it. */
export function openBook<T>(
  session: Session,
  system: ReadingSystem,
  book: Uint8Array,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  return session.use(120_000, openTab, async (tab) => {
    const { page } = tab;
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.setViewport(screen);
    const resources = new Map([
      ...filesOf(system),
      ["/book.epub", { mediaType: "application/epub+zip", bytes: book }] as const,
    ]);
    await tab.show({ html: hostPage(system), resources });
    await page.waitForFunction(() => window.reader !== undefined);
    const result = await work(new Reading(page));
    const problems = [...errors, ...tab.refused.map(String)];
    if (problems.length > 0) throw new Error(`${system}: ${problems.join("\n")}`);
    return result;
  });
}

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

function hostPage(system: ReadingSystem): string {
  return readFileSync(path(`test/readers/${system}.html`), "utf8");
}

/** The scripts of a reading system, from its package. */
function filesOf(system: ReadingSystem): Map<string, Resource> {
  const folders =
    system === "foliate"
      ? { "foliate-js": "foliate-js", "foliate-js/vendor": "foliate-js/vendor" }
      : { epubjs: "epubjs/dist", jszip: "jszip/dist" };
  const files = Object.entries(folders).flatMap(([at, folder]) =>
    readdirSync(path(`node_modules/${folder}`))
      .filter((name) => name.endsWith(".js"))
      .map((name): [string, Resource] => [
        `/${at}/${name}`,
        { mediaType: "text/javascript", bytes: readFileSync(path(`node_modules/${folder}/${name}`)) },
      ]),
  );
  return new Map(files);
}

/** A book that lies open. Places are `OEBPS/notes.xhtml#fn-3`. */
export class Reading {
  constructor(
    readonly page: Page,
    /** Milliseconds to wait for a place. */
    readonly patience = 30_000,
  ) {}

  contents(): Promise<Entry[]> {
    return this.page.evaluate(() => window.reader.contents());
  }

  pages(): Promise<Entry[]> {
    return this.page.evaluate(() => window.reader.pages());
  }

  direction(): Promise<string> {
    return this.page.evaluate(() => window.reader.direction());
  }

  /** The page of the print edition that the reading system believes to show. */
  printPage(): Promise<string | undefined> {
    return this.page.evaluate(() => window.reader.page());
  }

  /** Go there as from a menu, and wait until the place is on the screen. */
  async goTo(place: string): Promise<void> {
    await this.page.evaluate(async (address) => void (await window.reader.goTo(address)), place);
    await this.waitFor(place);
  }

  /** Touch the link at a place, `notes.xhtml#fn-1` or `notes.xhtml#[role=…]`, and wait until the place where it should lead is on the screen. */
  async follow(link: string, to: string): Promise<void> {
    await this.touch(link);
    await this.waitFor(to);
  }

  /** Touch the link at a place with pop-ups on, and wait for the note. */
  async popUp(link: string): Promise<PopUp> {
    await this.page.evaluate(() => window.reader.turnPopUps("on"));
    await this.touch(link);
    const found = await this.page.waitForFunction(() => window.reader.popUp());
    return (await found.jsonValue()) as PopUp;
  }

  /** Close the pop-up; links lead again where they say. */
  dismiss(): Promise<void> {
    return this.page.evaluate(() => window.reader.turnPopUps("off"));
  }

  /** Say whether the beginning of what stands at a place is on the screen. */
  sees(place: string): Promise<boolean> {
    return this.page.evaluate(isOnScreen, place);
  }

  /** The words of the element at a place, which must be in a document that is open. */
  words(place: string): Promise<string> {
    return this.page.evaluate((address) => {
      const [file, id = ""] = address.split("#");
      const shown = window.reader.shown().find(({ path }) => path === file);
      const element = id === "" ? shown?.doc.body : shown?.doc.getElementById(id);
      return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
    }, place);
  }

  private async touch(link: string): Promise<void> {
    await this.page.evaluate((address) => {
      const hash = address.indexOf("#");
      const shown = window.reader.shown().find(({ path }) => path === address.slice(0, hash));
      const fragment = address.slice(hash);
      const element = shown?.doc.querySelector<HTMLElement>(fragment.replace(/^#\[/, "["));
      if (!element) throw new Error(`Nothing to touch at ${address}`);
      // Coordinates of a mouse miss inside a nested frame.
      element.click();
    }, link);
  }

  private async waitFor(place: string): Promise<void> {
    await this.page.waitForFunction(isOnScreen, { timeout: this.patience }, place).catch(() => {
      throw new Error(`Expected to come to ${place}`);
    });
  }
}

/** Say whether the beginning of what stands at a place is on the screen. Runs in the page. */
function isOnScreen(place: string): boolean {
  const [file, id = ""] = place.split("#");
  return window.reader.shown().some(({ doc, path }) => {
    const element = id === "" ? doc.body.firstElementChild : doc.getElementById(id);
    const frame = doc.defaultView?.frameElement?.getBoundingClientRect();
    if (path !== file || !element || !frame) return false;
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const [left, top] = [frame.left + box.left, frame.top + box.top];
    return left >= -1 && left < window.innerWidth && top >= -1 && top < window.innerHeight;
  });
}
