import type { Addresses, PublicVersion } from '../publicVersion.js'
import type { Format } from './routes.js'

/** Writes a version in a format, from what was sealed with it. */
export const writeVersion = ({
  format,
  version,
}: {
  addresses: Addresses
  format: Format
  version: PublicVersion
}): string => {
  switch (format) {
    case 'html':
      return version.html ?? ''
    case 'json':
      return JSON.stringify(version)
    case 'md':
    case 'txt':
      return version.text ?? ''
  }
}
