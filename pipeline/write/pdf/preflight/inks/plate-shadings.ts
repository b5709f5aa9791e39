import { type PDFDict, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Survey } from "../../press/survey.js";
import { get, numberOf } from "../../values.js";
import { type Inks, inksOf, levelOf, type Mix } from "./inks.js";
import { type Samples, sample } from "./samples.js";
import { readSpace } from "./space.js";

/** A shading whose inks are known at every point of its function. */
export interface InkedShading {
  readonly dictionary: PDFDict;
  readonly samples: Samples;
  readonly inks: readonly Inks[];
}

/** Read the shadings of a document, those of masks left out; one whose inks nobody can say is not among them. */
export function readShadings({ shadings }: Pick<Survey, "shadings">, mix: Mix): readonly InkedShading[] {
  return [...shadings].flatMap(([shading, use]) => {
    if (use === "mask") return [];
    const dictionary = shading instanceof PDFStream ? shading.dict : shading;
    const space = readSpace(get(dictionary, "ColorSpace"), undefined);
    const inputs = numberOf(get(dictionary, "ShadingType")) === 1 ? 2 : 1;
    const samples = sample(get(dictionary, "Function"), inputs);
    const inks = samples?.values
      .map((value) => inksOf(space, value, mix))
      .filter((each) => each !== undefined);
    return samples && inks?.length === samples.values.length ? [{ dictionary, samples, inks }] : [];
  });
}

/** Write a shading as one ink sees it, in place. */
export function toPlate({ dictionary, samples, inks }: InkedShading, plate: string): void {
  const { context } = dictionary;
  const bytes = Uint8Array.from(inks, (each) => Math.round((1 - levelOf(each, plate)) * 255));
  const sampled = context.stream(bytes, {
    FunctionType: 0,
    Domain: [...samples.domain],
    Range: [0, 1],
    Size: [...samples.size],
    BitsPerSample: 8,
  });
  const set = (key: string, value: PDFObject) => dictionary.set(PDFName.of(key), value);
  set("Function", context.register(sampled));
  set("ColorSpace", PDFName.of("DeviceGray"));
  dictionary.delete(PDFName.of("Background"));
}
