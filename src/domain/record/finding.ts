import type { RecordedKind } from './seal.js'

/** A broken link of the record, and nothing that a record which was left alone can have. */
export type Finding = {
  code: FindingCode
  /** Number of the event in the policy's record. */
  event?: number
  /**
   * What is at fault, as the database names it: a column, or one of a child table as in
   * `locales.title`; of a snapshot the path in it, as in `publication.label`.
   */
  field?: string
  /** What is broken, where, and what it means. */
  message: string
  /** Slug of the policy, or its id where its row is gone; null for rows that belong to none. */
  policy: null | string
  row?: { id: number | string; kind: 'event' | RecordedKind }
  /** Id of the version. */
  version?: number | string
}

export type FindingCode =
  /** An event that was anchored says something else now: the chain was written anew. */
  | 'ANCHOR_MISMATCH'
  /** The record ends before an event that was anchored: its end was cut off. */
  | 'ANCHOR_TRUNCATED'
  /** A policy whose record was anchored is gone. */
  | 'ANCHORED_POLICY_MISSING'
  /** The content of a version is not what its snapshot sealed. */
  | 'CONTENT_CHANGED'
  /** A column of an event that its hash does not cover is not what it must be. */
  | 'EVENT_ALTERED'
  /** A column that was sealed is no longer in the database. */
  | 'FIELD_MISSING'
  /** A fingerprint is not that of the content it stands for. */
  | 'FINGERPRINT_WRONG'
  /** What an event says is not what its hash was taken of. */
  | 'HASH_WRONG'
  /** An event does not continue the one before it. */
  | 'LINK_BROKEN'
  /** The policy of a record is gone, or is not the one that its versions were published under. */
  | 'POLICY_ALTERED'
  /** A row of the record is not as the event that seals it saw it. */
  | 'ROW_ALTERED'
  /** A row that no event names: it was not written by the plugin. */
  | 'ROW_FORGED'
  /** A row that an event names is gone. */
  | 'ROW_MISSING'
  /** A sealed row differs from how it was sealed before in more than the later step changes. */
  | 'SEAL_CONTRADICTED'
  /** The numbers of events leave a gap, or one occurs twice. */
  | 'SEQUENCE_BROKEN'
  /** A snapshot contradicts the row that it was taken of. */
  | 'SNAPSHOT_INCONSISTENT'
  /** A version stands elsewhere in the workflow than its last event says. */
  | 'STATUS_WRONG'
  /** An event is older than the one before it. */
  | 'TIME_REVERSED'
  /** A row cannot be read as a version any more. */
  | 'VERSION_UNREADABLE'
