/** What JSZip makes of a file of an archive that it has loaded: compressed bytes, which it writes as they are. */
declare module "jszip/lib/compressedObject.js" {
  export default class CompressedObject {
    constructor(
      compressedSize: number,
      uncompressedSize: number,
      crc32: number,
      compression: { readonly magic: string },
      compressedContent: Uint8Array,
    );
  }
}
