import type { TextSource } from './textSource.js'

import { canonicalJson } from '../fingerprint.js'
import { isSamePerson, type Person } from '../lifecycle.js'

/**
 * Where a text came from, by whom and when as the plugin itself knows it: a client says what the bytes
 * were, and nobody's word but the clock's tells who saved them when. What the policy has already stays
 * as it is, also in a copy for another version or language.
 */
export const attributedSource = ({
  actor,
  at,
  known,
  source,
}: {
  /** Null for a program of the host, which names the person. */
  actor: null | Person
  at: Date
  /** Every source that is stored with a version of the policy, in any language. */
  known: readonly TextSource[]
  source: TextSource
}): TextSource => {
  const said = canonicalJson(source)
  const attributed = { ...source, ...(actor && { importedBy: actor }) }

  return (
    known.find((other) => canonicalJson(other) === said) ??
    known.find((other) => isSameImport(other, attributed)) ?? {
      ...attributed,
      importedAt: at.toISOString(),
    }
  )
}

/** The same bytes by the same person: a client that sends its answer again imports nothing anew. */
const isSameImport = (one: TextSource, other: TextSource): boolean =>
  isSamePerson(one.importedBy, other.importedBy) && bytesOf(one) === bytesOf(other)

const bytesOf = ({ bytes, fileName, format, sha256, tool }: TextSource): string =>
  canonicalJson({ bytes, fileName, format, sha256, tool })
