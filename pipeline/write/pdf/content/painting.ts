/** The operators that paint (ISO 32000-1, 8.5.3 and 9.4.3) and those that build what is painted (8.5.2). */
export const fills = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
export const strokes = new Set(["S", "s", "B", "B*", "b", "b*"]);
export const building = new Set(["re", "m", "l", "c", "v", "y"]);
export const showing = new Set(["Tj", "TJ", "'", '"']);
