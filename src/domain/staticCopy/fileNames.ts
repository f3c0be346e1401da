/** The name of a file for a fingerprint: not every file system takes a colon. */
export const fileOfFingerprint = (fingerprint: string): string =>
  `${fingerprint.replace(':', '-')}.json`

/** Where what holds from an instant (ISO 8601) on lies, below the folder of its policy. */
export const folderOfInstant = (instant: string): string =>
  `at/${instant.replaceAll(/[:.]/g, '-')}/`

/** The name of a file for a channel, which may be called anything: other characters as `~` and their bytes. */
export const fileOfChannel = (channel: string): string =>
  `${Array.from(new TextEncoder().encode(channel), safely).join('')}.json`

const safely = (byte: number): string => {
  const character = String.fromCharCode(byte)

  return /[a-z0-9_-]/.test(character) ? character : `~${byte.toString(16).padStart(2, '0')}`
}
