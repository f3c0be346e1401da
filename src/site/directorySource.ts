import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type {
  AnnouncedRecord,
  NoticeRecord,
  PolicyRecord,
  PublicSource,
} from '../domain/delivery/source.js'
import type { PublishedRow } from '../domain/sealedVersion.js'
import type { StoredText, TextForm } from '../domain/versionText.js'

import { fileOfChannel, fileOfFingerprint } from '../domain/staticCopy/fileNames.js'

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
    notices: async ({ at: asked, channel }) => {
      const file = join(directory, 'records/notices', fileOfChannel(channel))
      const record = await readJson<NoticeRecord>(file)
      const at = now()
      return known({ at, record: record ? noticesAt({ at: asked ?? at, record }) : noNotices })
    },
    policy: async ({ slug }) => {
      const record = await policyIn({ directory, slug })

      return known({ at: now(), record: record ?? noPolicy })
    },
    text: async ({ forms, language, version: { fingerprint } }) => {
      const file = join(directory, 'records/texts', fileOfFingerprint(fingerprint))
      const text = (await readJson<Record<string, StoredText>>(file))?.[language]
      const inForm = (form: TextForm) =>
        form === 'markdown' ? (text?.markdown ?? text?.text) : text?.[form]

      return Object.fromEntries(forms.map((form) => [form, inForm(form)]))
    },
  }
}

const noNotices: NoticeRecord = { endedAt: null, notices: [] }
const noPolicy: PolicyRecord = {
  changedAt: null,
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
  const slugs = slug === null ? await slugsIn(join(directory, 'records/policies')) : [slug]
  const records = await Promise.all(slugs.map((name) => policyIn({ directory, slug: name })))

  return records.filter((record) => record !== undefined)
}

/** Where nothing is published the export has no such folder. */
const slugsIn = async (folder: string): Promise<string[]> =>
  ((await orMissing(readdir(folder))) ?? [])
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))

/** Of all the notices of a channel those whose time is not over at an instant, as the database has them. */
const noticesAt = ({ at, record }: { at: Date; record: NoticeRecord }): NoticeRecord => {
  const isOver = ({ visibleUntil }: { visibleUntil: string }) => +new Date(visibleUntil) <= +at
  const ends = record.notices.filter(isOver).map(({ visibleUntil }) => visibleUntil)

  return {
    endedAt: ends.sort().at(-1) ?? null,
    notices: record.notices.filter((notice) => !isOver(notice)),
  }
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
  const [first = null] = versions.toSorted(
    (one, other) => +new Date(one.publishedAt) - +new Date(other.publishedAt),
  )
  const hasComeAt = ({ effectiveAt }: PublishedRow) => +new Date(effectiveAt) <= +at

  return {
    changedAt:
      records
        .map(({ changedAt }) => changedAt)
        .sort()
        .at(-1) ?? null,
    first,
    isKnown: versions.length > 0,
    takesEffectAt: standing.find((version) => !hasComeAt(version))?.effectiveAt ?? null,
    tookEffectAt: standing.findLast(hasComeAt)?.effectiveAt ?? null,
    versions,
  }
}

/** A policy by its slug, or undefined where there is none. */
const policyIn = async ({
  directory,
  slug,
}: {
  directory: string
  slug: string
}): Promise<PolicyRecord | undefined> =>
  // What a reader asks for must not lead out of the directory.
  /^[\w.-]+$/.test(slug) && !slug.startsWith('.')
    ? readJson<PolicyRecord>(join(directory, 'records/policies', `${slug}.json`))
    : undefined

const readJson = async <T>(file: string): Promise<T | undefined> => {
  const text = await orMissing(readFile(file, 'utf8'))

  return text === undefined ? undefined : (JSON.parse(text) as T)
}

/** What is read, or undefined where there is no such file, nor could be one of that name. */
const orMissing = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading
  } catch (error) {
    if (['ENAMETOOLONG', 'ENOENT'].includes((error as { code?: string }).code ?? '')) {
      return undefined
    }
    throw error
  }
}
