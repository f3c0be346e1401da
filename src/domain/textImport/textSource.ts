import type { Person } from '../lifecycle.js'

import { PolicyError } from '../policyError.js'
import { isTextFormat, type TextFormat } from './textFormat.js'

/** Where the text of a version came from, when it was imported and not written. Part of its content. */
export type TextSource = {
  /** How many bytes were imported. */
  bytes: number
  /** Null for a text that was pasted. */
  fileName: null | string
  format: TextFormat
  /** ISO 8601, UTC. */
  importedAt: string
  importedBy: Person
  /** Of the imported bytes, in hexadecimal digits; of a pasted text, those of its UTF-8. */
  sha256: string
  tool: { name: string; version: string }
}

/** What reads a text: another version of it may read the same bytes otherwise. */
export const importTool: TextSource['tool'] = {
  name: 'payload-plugin-policy-versioning',
  version: '0.1.0',
}

/**
 * Where a text came from, as it is stored: these fields and no others.
 * @throws PolicyError `INVALID_PARAMETER` for anything but an answer of the import, or nothing.
 */
export const readTextSource = (value: unknown): null | TextSource => {
  if (value === undefined || value === null || value === '') {
    return null
  }

  const { bytes, fileName, format, importedAt, importedBy, sha256, tool } = objectIn(value)
  const by = objectIn(importedBy)
  const person = { id: by.id, name: by.name, collection: by.collection }
  const { name, version } = objectIn(tool)

  if (
    !Number.isInteger(bytes) ||
    !(fileName === null || isWord(fileName)) ||
    !isTextFormat(format) ||
    !(isWord(importedAt) && !Number.isNaN(Date.parse(importedAt))) ||
    !(isWord(person.id) || Number.isInteger(person.id)) ||
    !isWord(person.name) ||
    !isWord(person.collection) ||
    !(isWord(sha256) && /^[\da-f]{64}$/u.test(sha256)) ||
    !isWord(name) ||
    !isWord(version)
  ) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      field: 'textSource',
      message:
        'The field textSource says where an imported text came from; allowed is the provenance that POST /import-text answers, as it is, or nothing.',
    })
  }
  return {
    bytes: bytes as number,
    fileName,
    format,
    importedAt,
    importedBy: person as Person,
    sha256,
    tool: { name, version },
  }
}

const objectIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 1_000
