/** The part of foliate-js that is used here; it brings no types. */
declare module "foliate-js/view.js" {
  export interface Entry {
    readonly label: string;
    readonly href: string;
    readonly subitems?: readonly Entry[];
  }
  export interface Book {
    readonly toc?: readonly Entry[];
    readonly dir?: string;
  }
  export interface Location {
    readonly cfi: string;
    readonly fraction: number;
    readonly tocItem?: { readonly href: string };
    readonly pageItem?: { readonly label: string };
  }
  export class View extends HTMLElement {
    readonly book: Book;
    readonly renderer: HTMLElement & {
      setStyles(css: string): void;
      getContents(): readonly { readonly doc: Document }[];
    };
    readonly lastLocation?: Location;
    open(book: Blob | Book): Promise<void>;
    init(where: { readonly lastLocation?: string; readonly showTextStart?: boolean }): Promise<void>;
    goTo(address: string): Promise<unknown>;
    goLeft(): Promise<void>;
    goRight(): Promise<void>;
    close(): void;
  }
}

declare module "foliate-js/footnotes.js" {
  import type { Book, View } from "foliate-js/view.js";
  export class FootnoteHandler extends EventTarget {
    handle(book: Book, event: Event): Promise<unknown> | undefined;
    addEventListener(
      type: "before-render" | "render",
      listener: (event: CustomEvent<{ readonly view: View }>) => void,
    ): void;
  }
}
