import type { PublicVersion } from '../publicVersion.js'
import type { SealedVersion } from '../sealedVersion.js'

import { PolicyError } from '../policyError.js'
import { publicVersion, timelineAt } from '../publicVersion.js'
import { sealedVersion } from '../sealedVersion.js'
import {
  type Answer,
  dateOrNull,
  labelled,
  latestOf,
  policyChangedAt,
  readPolicy,
  type Reading,
  type Shown,
} from './answer.js'
import { assertText } from './givenText.js'

/** One published version by its label, without its text. @throws PolicyError `NOT_FOUND`. */
export const versionAnswer = async ({
  label,
  ...reading
}: Reading & { label: string }): Promise<
  Answer<PublicVersion & { nextChangeAt: null | string }> & Shown
> => {
  const {
    at: now,
    latest,
    record,
  } = await readPolicy({
    ...reading,
    wanted: { kind: 'labels', labels: [label] },
  })
  const row = labelled({ at: now, label, record, slug: reading.slug })
  assertText({ ...reading, row })
  const { nextChangeAt } = timelineAt({ at: now, rows: record.versions })

  return {
    body: {
      ...publicVersion({ ...reading, at: now, row, rows: record.versions }),
      nextChangeAt,
    },
    changedAt: policyChangedAt({ now, record }),
    latest,
    now,
    record,
    row,
    until: dateOrNull(nextChangeAt),
  }
}

/** The sealed part of a published version, which never changes, without its text. @throws PolicyError `NOT_FOUND`. */
export const textAnswer = async ({
  fingerprint,
  ...reading
}: Reading & { fingerprint: string }): Promise<Answer<SealedVersion> & Shown> => {
  const {
    at: now,
    latest,
    record,
  } = await readPolicy({
    ...reading,
    wanted: { fingerprint, kind: 'fingerprint' },
  })
  const row = record.versions.find((version) => version.fingerprint === fingerprint)

  if (!row) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `No published version of ${reading.slug} has the fingerprint ${JSON.stringify(fingerprint)}.`,
    })
  }
  assertText({ ...reading, row })

  return {
    body: sealedVersion({ locale: reading.locale, row }),
    changedAt: latestOf({ instants: [row.publishedAt], now }),
    latest,
    now,
    record,
    row,
    until: null,
  }
}
