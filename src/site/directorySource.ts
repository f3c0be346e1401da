import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type {
  AnnouncedRecord,
  NoticeRecord,
  PolicyRecord,
  PublicSource,
  Wanted,
} from '../domain/delivery/source.js'
import type { PublishedRow } from '../domain/sealedVersion.js'

import { fileOfFingerprint } from '../domain/staticCopy/staticFiles.js'

/**
 * Public answers from a directory that `policies:export` wrote, by the clock of this machine. It is read
 * at each question, so that a later export is seen at once.
 */
export const directorySource = ({
  directory,
  // eslint-disable-next-line no-restricted-syntax -- without a database there is no other clock
  now = () => new Date(),
}: {
  directory: string
  now?: () => Date
}): PublicSource => {
  const known = <T>({ at, record }: { at: Date; record: T }) => ({ at, latest: at, record })

  return {
    announced: async ({ slug }) => {
      const records = await recordsOf({ directory, slug })
      const at = now()
      return known({ at, record: announcedIn({ at, records }) })
    },
    notices: async ({ channel }) => {
      const record = await recordIn<NoticeRecord>({ directory, name: channel, of: 'notices' })
      return known({ at: now(), record: record ?? noNotices })
    },
    policy: async ({ hasText, slug, wanted }) => {
      const record = await recordIn<PolicyRecord>({ directory, name: slug, of: 'policies' })
      // One instant for which text is read and which version is answered, also at an effect.
      const at = now()

      if (!record) {
        return known({ at, record: noPolicy })
      }
      const versions = record.versions.map(async (row) => ({
        ...row,
        renditions:
          hasText && isWanted({ now: at, row, rows: record.versions, wanted })
            ? await readJson<PublishedRow['renditions']>(
                join(directory, 'records/texts', fileOfFingerprint(row.fingerprint)),
              )
            : null,
      }))
      return known({
        at,
        record: {
          ...record,
          first: firstOf(record.versions),
          versions: await Promise.all(versions),
        },
      })
    },
  }
}

const noNotices: NoticeRecord = { endedAt: null, notices: [] }
const noPolicy: PolicyRecord = {
  changedAt: null,
  first: null,
  head: null,
  policy: null,
  versions: [],
}

/** Of one policy, or of all that were exported. */
const recordsOf = async ({
  directory,
  slug,
}: {
  directory: string
  slug: null | string
}): Promise<PolicyRecord[]> => {
  const names =
    slug === null
      ? (await readdir(join(directory, 'records/policies'))).map((file) => basename(file, '.json'))
      : [slug]
  const records = names.map((name) => recordIn<PolicyRecord>({ directory, name, of: 'policies' }))

  return (await Promise.all(records)).filter((record) => record !== undefined)
}

/** All the versions of some policies, with when they last changed and do next. */
const announcedIn = ({
  at,
  records,
}: {
  at: Date
  records: readonly PolicyRecord[]
}): AnnouncedRecord => {
  const versions = records
    .flatMap((record) => record.versions)
    .sort((one, other) => +new Date(one.effectiveAt) - +new Date(other.effectiveAt))
  const standing = versions.filter(({ isUndated, withdrawnAt }) => !isUndated && !withdrawnAt)
  const hasComeAt = ({ effectiveAt }: PublishedRow) => +new Date(effectiveAt) <= +at

  return {
    changedAt:
      records
        .map(({ changedAt }) => changedAt)
        .sort()
        .at(-1) ?? null,
    isKnown: versions.length > 0,
    takesEffectAt: standing.find((version) => !hasComeAt(version))?.effectiveAt ?? null,
    tookEffectAt: standing.findLast(hasComeAt)?.effectiveAt ?? null,
    versions,
  }
}

/** The version that takes effect before all others; a timeline comes without it. */
const firstOf = (rows: readonly PublishedRow[]): PolicyRecord['first'] => {
  const first = rows.find(({ withdrawnAt }) => withdrawnAt === null)

  return first
    ? {
        effectiveAt: first.isUndated ? null : first.effectiveAt,
        knownFrom: first.knownFrom ?? first.publishedAt,
      }
    : null
}

/** True for a version whose text is asked for; of a span, each that can be in force in it. */
const isWanted = ({
  now,
  row: { effectiveAt, fingerprint, label },
  rows,
  wanted,
}: {
  now: Date
  row: PublishedRow
  rows: readonly PublishedRow[]
  wanted: Wanted
}): boolean => {
  switch (wanted.kind) {
    case 'fingerprint':
      return fingerprint === wanted.fingerprint
    case 'in_force': {
      const opens = wanted.opens ?? now
      const closes = wanted.closes ?? now
      // What was known then may be less than now, so that an earlier one was in force.
      const isPast = wanted.opens !== null
      const next = rows.find(
        (other) =>
          other.withdrawnAt === null && +new Date(other.effectiveAt) > +new Date(effectiveAt),
      )
      return (
        +new Date(effectiveAt) <= +closes &&
        (isPast || !next || +new Date(next.effectiveAt) > +opens)
      )
    }
    case 'labels':
      return wanted.labels.includes(label)
    case 'timeline':
      return false
  }
}

/** A record by its name, or undefined where there is none. */
const recordIn = async <T>({
  directory,
  name,
  of,
}: {
  directory: string
  name: string
  of: 'notices' | 'policies'
}): Promise<T | undefined> =>
  // What a reader asks for must not lead out of the directory.
  /^[\w.-]+$/.test(name) && !name.startsWith('.')
    ? readJson<T>(join(directory, 'records', of, `${name}.json`))
    : undefined

const readJson = async <T>(file: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') {
      return undefined
    }
    throw error
  }
}
