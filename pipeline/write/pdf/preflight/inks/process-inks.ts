/** The inks of four-colour printing. */
export const processInks: readonly string[] = ["Cyan", "Magenta", "Yellow", "Black"];
