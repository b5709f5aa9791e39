/** The part of npm `subset-font` that is used here; the package has no types of its own. */
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: "sfnt"; readonly keepFeatures: readonly string[] },
  ): Promise<Buffer>;
}
