/**
 * Wait for all that the document can ask for: images, style sheets, and every face that it declares, since Paged.js loads them all.
 * Runs in the page.
 */
export async function awaitResources(): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((resolve) => window.addEventListener("load", resolve));
  // One that cannot be had is refused, and named, where it is asked for.
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}
