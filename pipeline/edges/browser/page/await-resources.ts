/** Which of the faces that a document declares are waited for: those that its text is set in, or every one. */
export type Faces = "used" | "all";

/**
 * Wait for all that the document asks for: images, style sheets, fonts, and the faces that `likely` names beside them
 * (`"Source Sans 3" normal 400`). Runs in the page.
 */
export async function awaitResources(faces: string, likely: readonly string[] = []): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((resolve) => window.addEventListener("load", resolve));
  let waited = -1;
  for (;;) {
    // A layout asks for the faces that it uses, and for one for other letters only when those before it are there, and lack them.
    void document.body.offsetHeight;
    const wanted = [...document.fonts].filter(
      ({ status, family, style, weight }) =>
        faces === "all" || status !== "unloaded" || likely.includes(`${family} ${style} ${weight}`),
    );
    if (wanted.length === waited) return;
    waited = wanted.length;
    // One that cannot be had is refused, and named, where it is asked for.
    await Promise.allSettled(wanted.map((face) => face.load()));
  }
}
