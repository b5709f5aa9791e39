/** In the place of wawoff2, which loads both of its halves at once, for fontverter: the one that unpacks, when it is first needed. */
exports.decompress = async (font) => (await import("wawoff2/decompress.js")).default(font);
