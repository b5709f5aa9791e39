/** The part of zlib that is used here, as npm `@zip.js/zip.js` compiles it to WebAssembly; an import of it gives its bytes. */
declare module "@zip.js/zip.js/dist/zip-module.wasm" {
  const program: Buffer<ArrayBuffer>;
  export default program;
}
