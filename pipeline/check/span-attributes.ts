/** What may stand behind `[words]`: the pattern of one, to be repeated between braces. */
export const spanAttribute = /\s*(?:(?:lang|dir)=(?:"[\w-]+"|[\w-]+)|\.small-?caps(?![\w-]))/.source;
