import type { PublicSource } from '../../src/domain/delivery/source.js'
import type { PublishedRow } from '../../src/domain/sealedVersion.js'

import { publicVersionOf } from './publicVersions.js'

/** Sealed versions of one policy in memory, by a clock of the caller's. */
export const memorySource = ({
  notices = [],
  now,
  rows,
  slug = 'privacy',
}: {
  notices?: Awaited<ReturnType<PublicSource['notices']>>['record']['notices']
  now: () => Date
  rows: readonly RowWithTexts[]
  slug?: string
}): PublicSource => ({
  announced: ({ slug: asked }) => {
    const at = now()
    const versions = asked === null || asked === slug ? publishedBy({ at, rows }) : []
    const taken = versions.flatMap((row) => (row.withdrawnAt ? [] : [row.effectiveAt])).sort()

    return Promise.resolve({
      at,
      latest: at,
      record: {
        changedAt: changesOf(versions).at(-1) ?? null,
        first:
          versions.toSorted((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1))[0] ??
          null,
        isKnown: versions.length > 0,
        takesEffectAt: taken.find((effectiveAt) => +new Date(effectiveAt) > +at) ?? null,
        tookEffectAt: taken.findLast((effectiveAt) => +new Date(effectiveAt) <= +at) ?? null,
        versions,
      },
    })
  },
  notices: () => Promise.resolve({ at: now(), latest: now(), record: { endedAt: null, notices } }),
  policy: ({ slug: asked }) => {
    const at = now()
    const versions = publishedBy({ at, rows })

    return Promise.resolve({
      at,
      latest: at,
      record: {
        changedAt: changesOf(versions).at(-1) ?? null,
        head: null,
        policy: asked === slug && versions.length > 0 ? { slug, timeZone: 'Etc/UTC' } : null,
        versions,
      },
    })
  },
  text: ({ forms, language, version }) => {
    const text = rows.find(({ id }) => id === version.id)?.texts?.[language]
    const every = { body: '{}', html: `<p>${text}</p>`, markdown: `**${text}**`, text }

    return Promise.resolve(Object.fromEntries(forms.map((form) => [form, every[form]])))
  },
})

/** A version as a source finds it, with its texts by language. */
type RowWithTexts = PublishedRow & { texts?: Record<string, string> }

const publishedBy = ({ at, rows }: { at: Date; rows: readonly PublishedRow[] }): PublishedRow[] =>
  rows
    .filter(({ publishedAt }) => +new Date(publishedAt) <= +at)
    .toSorted((one, other) => +new Date(one.effectiveAt) - +new Date(other.effectiveAt))
    .map((row) => ({
      ...row,
      withdrawnAt: row.withdrawnAt && +new Date(row.withdrawnAt) <= +at ? row.withdrawnAt : null,
    }))

/** When versions were published and withdrawn, in the order of time. */
const changesOf = (versions: readonly PublishedRow[]): string[] =>
  versions
    .flatMap(({ publishedAt, withdrawnAt }) => [publishedAt, ...(withdrawnAt ? [withdrawnAt] : [])])
    .sort()

/** A published version in English as a source finds it. */
export const publishedRowOf = ({
  texts = { en: 'We keep your data safe.' },
  ...fields
}: Partial<RowWithTexts> = {}): RowWithTexts => {
  const { kind, slug, timeZone, title } = publicVersionOf().policy
  const label = fields.label ?? '1'
  const effectiveAt = fields.effectiveAt ?? '2026-06-01T00:00:00.000Z'
  const publishedAt = fields.publishedAt ?? effectiveAt

  return {
    id: label,
    effectiveAt,
    fingerprint: `sha256:${label}`,
    label,
    publishedAt,
    sealed: {
      languages: { all: ['en', 'de', 'fr'], default: 'en', fallback: { fr: ['de'] } },
      policy: { slug, kind, timeZone, title: { en: title } },
      publication: {
        effectiveAt,
        effectiveOn: effectiveAt.slice(0, 10),
        exception: null,
        imported: null,
        label,
        materialChange: false,
        noticeFrom: publishedAt,
        noticeTerms: publicVersionOf().noticeTerms,
        publishedAt,
        replaces: null,
      },
      summaries: { en: { changeSummary: null, dateLabel: null, title } },
    },
    textLanguages: Object.keys(texts),
    texts,
    withdrawnAt: null,
    ...fields,
  }
}
