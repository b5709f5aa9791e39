/** In the place of what unpacks WOFF for fontverter, which waits for none of its answers before it hands them on. */
exports.toSfnt = async (font) => (await import("woff2sfnt-sfnt2woff")).default.toSfnt(font);
