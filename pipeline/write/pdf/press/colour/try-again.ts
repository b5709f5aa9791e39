/**
 * Do work, and once more where it fails. In a build of 50 photographs the library was once seen to fail at opening the profile that it
 * had opened for the others; what is damaged fails again.
 */
export function tryAgain<T>(work: () => T): T {
  try {
    return work();
  } catch {
    return work();
  }
}
