/** The name of a file for a fingerprint: not every file system takes a colon. */
export const fileOfFingerprint = (fingerprint: string): string =>
  `${fingerprint.replace(':', '-')}.json`

/** Where what holds from an instant (ISO 8601) on lies, below the folder of its policy. */
export const folderOfInstant = (instant: string): string =>
  `at/${instant.replaceAll(/[:.]/g, '-')}/`
