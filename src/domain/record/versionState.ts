import type { RecordedEvent } from './chain.js'
import type { Finding } from './finding.js'

import { fingerprint } from '../fingerprint.js'
import { contentOf } from '../versionContent.js'

/** Where the last event about a version left it. */
export type VersionState = { event: number; fingerprint: unknown; status: unknown }

/** Where an event leaves its version. */
export const stateAfter = ({
  data,
  sequence,
  type,
}: Pick<RecordedEvent, 'data' | 'sequence' | 'type'>): VersionState => {
  const said = (data ?? {}) as Record<string, unknown>

  return {
    event: sequence,
    fingerprint: said.fingerprint,
    status: type === 'returned_to_draft' ? 'draft' : said.status,
  }
}

type Unpublished = { id: number | string; label: string; status: string }

/** True for a version that people are deciding about: its text must be the one that the record names. */
export const isUnderReview = ({ status }: Pick<Unpublished, 'status'>): boolean =>
  ['approved', 'changes_requested', 'in_review'].includes(status)

/** What tells that an unpublished version came to its status past the plugin. */
export const statusFinding = ({
  policy,
  state,
  version: { id, label, status },
}: {
  policy: null | string
  /** Undefined for a version that no event is about. */
  state: undefined | VersionState
  version: Unpublished
}): Finding | undefined =>
  status === (state?.status ?? 'draft')
    ? undefined
    : {
        code: 'STATUS_WRONG',
        field: 'status',
        message: `Version ${label} is "${status}", and ${
          state
            ? `event ${state.event}, the last about it, left it ${JSON.stringify(state.status)}`
            : 'no event says how it left "draft"'
        }: it was moved past the plugin.`,
        policy,
        row: { id, kind: 'version' },
        version: id,
        ...(state && { event: state.event }),
      }

/** What tells that the text of a version under review is not the one that the record names. */
export const reviewedTextFinding = ({
  policy,
  state,
  version,
}: {
  policy: null | string
  state: VersionState
  version: Unpublished & { [field: string]: unknown; fingerprint: unknown }
}): Finding | undefined =>
  fingerprint(contentOf(version)) === state.fingerprint && version.fingerprint === state.fingerprint
    ? undefined
    : {
        code: 'FINGERPRINT_WRONG',
        event: state.event,
        field: 'fingerprint',
        message: `The text of version ${version.label}, which is "${version.status}", is not the one that event ${state.event} was about: people would decide about a text that they were not shown.`,
        policy,
        row: { id: version.id, kind: 'version' },
        version: version.id,
      }
