import type { RecordedEvent } from '../record/chain.js'
import type { StoredRow } from '../record/seal.js'
import type { Redline } from '../redline/redline.js'
import type { Snapshot } from '../snapshot.js'

/**
 * Everything that shows how a version came to be published, in one value that needs nothing else: what
 * was sealed, who approved it, when it was announced and how its days were counted, with the rows and
 * the chain of events by which anybody can check it without the database. Instants are ISO 8601 UTC.
 */
export type Evidence = {
  /** The whole chain of the policy, as it stood. */
  events: RecordedEvent[]
  exportedAt: string
  format: 1
  notices: StoredRow[]
  policy: { id: number | string; slug: string }
  /** The version in whose place it came; null for a first one. */
  predecessor: { fingerprint: string; label: string } | null
  /** By language, against the predecessor. */
  redlines: Record<string, Redline>
  reviews: StoredRow[]
  snapshot: Snapshot
  version: { fingerprint: string; id: number | string; label: string; withdrawnAt: null | string }
  /** The version's own row, without the snapshot that stands beside it. */
  versionRow: StoredRow
}
