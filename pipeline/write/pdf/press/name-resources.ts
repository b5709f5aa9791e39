import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Rewritten } from "./rewrite-content.js";
import { knockoutState, overprintState } from "./rewrite-content.js";

/** Name in resources what rewritten content refers to: inks of their own (ISO 32000-1, 8.6.6.4) and states of overprinting. */
export function nameResources(resources: PDFDict, { spots, overprints }: Rewritten): void {
  const { context } = resources;
  for (const [name, ink] of spots) {
    const tint = context.obj({
      FunctionType: 2,
      Domain: [0, 1],
      N: 1,
      C0: [0, 0, 0, 0],
      C1: [...ink.values],
    });
    const space = context.obj(["Separation", ink.name, "DeviceCMYK", tint]);
    dictionaryIn(resources, "ColorSpace").set(PDFName.of(name), space);
  }
  if (!overprints) return;
  const states = dictionaryIn(resources, "ExtGState");
  // In overprint mode 1 inks of which there is none leave what is below (8.6.7).
  states.set(PDFName.of(overprintState), context.obj({ Type: "ExtGState", OP: true, op: true, OPM: 1 }));
  states.set(PDFName.of(knockoutState), context.obj({ Type: "ExtGState", OP: false, op: false, OPM: 0 }));
}

function dictionaryIn(resources: PDFDict, key: string): PDFDict {
  const found = resources.lookup(PDFName.of(key));
  if (found instanceof PDFDict) return found;
  const made = resources.context.obj({});
  resources.set(PDFName.of(key), made);
  return made;
}
