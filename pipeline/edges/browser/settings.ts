/** Documents that a browser sets, and editions that wait for their pages: these are printed from the same tabs. */
import type { DocumentEdition, PrintDocument, Typeset, TypesettingWatcher } from "../../publication.js";
import type { Session } from "./session.js";

/** An edition that waits. */
interface Waiting {
  readonly edition: DocumentEdition;
  readonly watcher: TypesettingWatcher;
  readonly tell: (typeset: Typeset | undefined) => void;
}

/** A document on its way. */
export interface Setting {
  /** Print the editions that wait, one after another, as long as any comes; what cannot be printed so is set anew. Rejects where printing does. */
  printOthers(
    print: (edition: DocumentEdition, watcher: TypesettingWatcher) => Promise<Typeset | undefined>,
  ): Promise<void>;
  /** Let nobody wait any more. */
  close(): void;
}

const settings = new WeakMap<
  Session,
  Map<Setting, { readonly document: PrintDocument; readonly others: Waiting[] }>
>();

/**
 * Set a document, or print the pages of another edition of it that is being set, where they are the same. `set` has the pages of this edition told, and then prints the
 * others that came. Throws what `set` throws.
 */
export async function setOrJoin(
  session: Session,
  document: PrintDocument,
  watcher: TypesettingWatcher,
  set: (setting: Setting, told: (typeset: Typeset) => void) => Promise<void>,
): Promise<Typeset> {
  // At once: of two that come together, the second finds the first.
  const joined = joinSetting(session, document, watcher);
  const printed = joined && (await joined);
  if (printed) return printed;
  const setting = openSetting(session, document);
  return new Promise((resolve, reject) => {
    void set(setting, resolve)
      .catch(reject)
      .finally(() => setting.close());
  });
}

/** Say that a document will be set, so that its other editions can wait for its pages. */
function openSetting(session: Session, document: PrintDocument): Setting {
  const all = settings.get(session) ?? new Map();
  settings.set(session, all);
  const others: Waiting[] = [];
  const setting: Setting = {
    async printOthers(print) {
      for (let next = others.shift(); next; next = others.shift()) {
        const { edition, watcher, tell } = next;
        try {
          tell(watcher.signal?.aborted ? undefined : await print(edition, watcher));
        } catch (error) {
          tell(undefined);
          throw error;
        }
      }
      setting.close();
    },
    close() {
      all.delete(setting);
      for (const { tell } of others.splice(0)) tell(undefined);
    },
  };
  all.set(setting, { document, others });
  return setting;
}

/** Wait for the pages of a document of which this is another edition; undefined where none is set, or its pages are others. */
function joinSetting(
  session: Session,
  { html, resources, tags, edition }: PrintDocument,
  watcher: TypesettingWatcher,
): Promise<Typeset | undefined> | undefined {
  if (!edition) return undefined;
  for (const { document, others } of settings.get(session)?.values() ?? []) {
    // What editions share is made once.
    const isShared = document.html === html && document.resources === resources && document.tags === tags;
    // Pages can be taken out of a document, and not put into it.
    const isWhole = document.edition?.leftOut.every((id) => edition.leftOut.includes(id));
    if (!isShared || !isWhole) continue;
    watcher.shared?.();
    return new Promise((tell) => void others.push({ edition, watcher, tell }));
  }
  return undefined;
}
