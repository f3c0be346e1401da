import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type {
  AnnouncedRecord,
  NoticeRecord,
  PolicyRecord,
  PublicSource,
} from '../domain/delivery/source.js'
import type { PublishedRow } from '../domain/sealedVersion.js'
import type { TextForm, VersionText } from '../domain/versionText.js'

import { fileOfFingerprint } from '../domain/staticCopy/fileNames.js'

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
    policy: async ({ slug }) => {
      const record = await recordIn<PolicyRecord>({ directory, name: slug, of: 'policies' })

      return known({
        at: now(),
        record: record ? { ...record, first: firstOf(record.versions) } : noPolicy,
      })
    },
    text: async ({ forms, language, version: { fingerprint } }) => {
      const file = join(directory, 'records/texts', fileOfFingerprint(fingerprint))
      const text = (await readJson<Record<string, VersionText>>(file))?.[language]
      const inForm = (form: TextForm) =>
        form === 'markdown' ? (text?.markdown ?? text?.text) : text?.[form]

      return Object.fromEntries(forms.map((form) => [form, inForm(form)]))
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
