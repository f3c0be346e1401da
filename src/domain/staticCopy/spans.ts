import type { PublishedRow } from '../sealedVersion.js'

import { iso, timelineAt } from '../publicVersion.js'
import { folderOfInstant } from './fileNames.js'

/**
 * A stretch of time in which one thing holds. `from` is an ISO 8601 instant, or null where it held
 * before the export; `until` is null where nothing that was published by then ends it.
 */
export type Span<T> = T & { from: null | string; until: null | string }

/** Which version is in force, and in which folder below the policy's the answers are as they are then. */
export type PolicySpan = Span<{ folder: string; label: null | string }>

/** What is in force from an instant on, as far as it is published by then. */
export const policySpans = ({
  at,
  rows,
}: {
  at: Date
  rows: readonly PublishedRow[]
}): PolicySpan[] => {
  const { inForce, upcoming } = timelineAt({ at, rows })
  const changes = upcoming.map(({ effectiveAt, label }) => ({ from: iso(effectiveAt), label }))
  const first = { folder: '', from: null, label: inForce?.label ?? null }
  const later = changes.map((change) => ({ ...change, folder: folderOfInstant(change.from) }))

  return [first, ...later].map((span, index) => ({ ...span, until: changes[index]?.from ?? null }))
}
