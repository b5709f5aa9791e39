import type { Edit } from "../../content/edit.js";
import type { Operation } from "../../content/operations.js";

/** Operators that show text and change nothing else, and those that only move to where it stands: its object's end forgets both. */
const shown = new Set(["Tj", "TJ"]);
const moving = new Set(["Td", "Tm", "T*"]);

/**
 * The text that a plate does not see. Where it sees none of a text object, what shows it goes, and where it sees none of a
 * page, so do its fonts, which take longer to load than all else; elsewhere unseen text still moves what stands behind it.
 */
export class UnseenText {
  readonly #edits: Edit[] = [];
  readonly #fonts: Edit[] = [];
  #gone: Edit[] = [];
  #hidden: Edit[] = [];
  #seesObject = false;
  #seesAny = false;

  /** Follow an operator within or without a text object; `isSeen` is asked of those that show text. */
  follow({ name, from, to }: Operation, mode: number, isSeen: boolean): void {
    if (name === "BT" || name === "ET") this.#end();
    else if (name === "Tf") this.#fonts.push({ from, to, text: "" });
    else if (moving.has(name)) this.#gone.push({ from, to, text: "" });
    else if (isSeen) this.#seesObject = this.#seesAny = true;
    else {
      const isPlain = shown.has(name) && mode < 4;
      if (isPlain) this.#gone.push({ from, to, text: "" });
      else this.#seesObject = this.#seesAny = true;
      this.#hidden.push(
        { from, to: from, text: ` ${mode < 4 ? 3 : 7} Tr ` },
        { from: to, to, text: ` ${mode} Tr ` },
      );
    }
  }

  /** Hand out what is to be changed. */
  edits(): readonly Edit[] {
    this.#end();
    return this.#seesAny ? this.#edits : [...this.#edits, ...this.#fonts];
  }

  #end(): void {
    for (const edit of this.#seesObject ? this.#hidden : this.#gone) this.#edits.push(edit);
    this.#gone = [];
    this.#hidden = [];
    this.#seesObject = false;
  }
}
