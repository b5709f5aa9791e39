/** Say whether files hold so many photographs that they take the memory in which a second thread would work. */
export function isHeavy(...files: readonly Uint8Array[]): boolean {
  return files.reduce((sum, { length }) => sum + length, 0) >= 32_000_000;
}
