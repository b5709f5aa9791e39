/** Say whether a file holds so many photographs that they take the memory in which a second thread would work. */
export function isHeavy(pdf: Uint8Array): boolean {
  return pdf.length >= 32_000_000;
}
