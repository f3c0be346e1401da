import type { Finding } from './finding.js'

import { fingerprint } from '../fingerprint.js'
import { contentOf } from '../versionContent.js'

type Values = Record<string, unknown>

/** A published version as it stands in the database, localized fields in every language. */
export type SealedDocument = Values & {
  id: number | string
  effectiveAt: null | string
  fingerprint: null | string
  label: string
  publishedAt: null | string
  /** As it was sealed; unknown, since whoever changes the database can write anything there. */
  snapshot: unknown
}

type About = { policy: { slug: string; timeZone: string }; version: SealedDocument }

/**
 * Everything in which a published version contradicts itself: its content must be what the snapshot
 * sealed, the fingerprint must be that content's, and what the public is shown must follow from it.
 * Left out is what may come out otherwise on another day: rendered HTML, dates in words, days that
 * are counted with newer time-zone data. The seals of the record cover those.
 */
export const snapshotFindings = ({ policy, version }: About): Finding[] => {
  const snapshot = recordOf(version.snapshot)
  const content = recordOf(snapshot.content)
  const row = contentOf(version)
  const about = {
    policy: policy.slug,
    row: { id: version.id, kind: 'version' as const },
    version: version.id,
  }

  return [
    ...(fingerprint(content) === version.fingerprint
      ? []
      : [
          {
            ...about,
            code: 'FINGERPRINT_WRONG' as const,
            field: 'fingerprint',
            message: `The fingerprint of version ${version.label} is not that of the content in its snapshot: one of the two was changed after it was published.`,
          },
        ]),
    ...Object.keys(content)
      .filter((name) => !isKept(content[name], row[name]))
      .map((field) => ({
        ...about,
        code: 'CONTENT_CHANGED' as const,
        field,
        message: `"${field}" of version ${version.label} is not what its snapshot sealed: the admin panel and the public would be shown two different texts.`,
      })),
    ...policyFindings({ about, policy, snapshot }),
    ...[...expectations({ content, snapshot, version })]
      .filter(([path, expected]) => !isSame(valueAt({ path, value: snapshot }), expected))
      .map(([field]) => ({
        ...about,
        code: 'SNAPSHOT_INCONSISTENT' as const,
        field,
        message: `"${field}" in the snapshot of version ${version.label} contradicts the version itself: what the public is shown is not what was published.`,
      })),
  ]
}

/** The address and the zone of a policy are fixed from its first publication on. */
const policyFindings = ({
  about,
  policy,
  snapshot,
}: {
  about: Pick<Finding, 'policy' | 'version'>
  policy: About['policy']
  snapshot: Values
}): Finding[] => {
  const sealed = recordOf(snapshot.policy)

  return (['slug', 'timeZone'] as const)
    .filter((name) => sealed[name] !== policy[name])
    .map((field) => ({
      ...about,
      code: 'POLICY_ALTERED',
      field,
      message: `The ${field === 'slug' ? 'slug' : 'time zone'} of the policy is ${JSON.stringify(policy[field])}, and a version was published under ${JSON.stringify(sealed[field])}: one of the two was changed past the plugin.`,
    }))
}

/** What follows from a version and its content, by its path in the snapshot. */
const expectations = ({
  content,
  snapshot,
  version,
}: {
  content: Values
  snapshot: Values
  version: SealedDocument
}): Map<string, unknown> => {
  const count = recordOf(snapshot.count)
  const publication = recordOf(snapshot.publication)
  const exception = recordOf(content.exception)
  const imported = recordOf(content.imported)
  const isImport = imported.source !== undefined
  const effectiveOn = isImport ? (imported.effectiveOn ?? null) : content.effectiveOn
  const inLanguages = (value: unknown) => byLanguage({ content, snapshot, value })

  return new Map<string, unknown>([
    ['format', 1],
    ['count.publishedAt', version.publishedAt],
    ['count.timeZone', recordOf(snapshot.policy).timeZone],
    // Where an exception was claimed and not needed, none was made.
    ...(publication.exception === null
      ? []
      : [
          ['publication.exception.explanation', exception.explanation] as const,
          ['publication.exception.reason', exception.reason] as const,
        ]),
    // An empty date was counted; an import without one takes effect at no known instant.
    ...(effectiveOn === undefined ? [] : [['publication.effectiveOn', effectiveOn] as const]),
    ['publication.effectiveAt', effectiveOn === null ? null : version.effectiveAt],
    [
      'publication.imported',
      isImport
        ? {
            effectiveOn: imported.effectiveOn,
            publishedOn: imported.publishedOn,
            recordedAt: version.publishedAt,
            sequence: Number(imported.sequence),
            source: imported.source,
          }
        : null,
    ],
    ['publication.label', version.label],
    ['publication.materialChange', content.materialChange ?? false],
    ['publication.noticeFrom', isImport ? null : count.noticeFrom],
    ['publication.noticeTerms', content.noticeTerms],
    ...(isImport ? [] : [['publication.publishedAt', version.publishedAt] as const]),
    ['publication.replaces', recordOf(count.replaced).label],
    ...Object.entries(inLanguages(content.body)).map(
      ([language, body]) => [`renditions.${language}.body`, body] as const,
    ),
    ...Object.entries(inLanguages(content.title)).flatMap(([language, title]) => [
      [`summaries.${language}.title`, title] as const,
      [
        `summaries.${language}.changeSummary`,
        inLanguages(content.changeSummary)[language],
      ] as const,
    ]),
  ])
}

/** The values of a localized field by language, also where the host had just one. */
const byLanguage = ({
  content,
  snapshot,
  value,
}: {
  content: Values
  snapshot: Values
  value: unknown
}): Values =>
  typeof content.title === 'string'
    ? value === undefined
      ? {}
      : { [String(recordOf(snapshot.languages).default)]: value }
    : recordOf(value)

/**
 * True where everything that was sealed is still there; a field that a host adds later is no change.
 * What is null was never filled, and content leaves it out.
 */
const isKept = (sealed: unknown, present: unknown): boolean => {
  if (Array.isArray(sealed)) {
    return (
      Array.isArray(present) &&
      present.length === sealed.length &&
      sealed.every((item, index) => isKept(item, present[index]))
    )
  }
  if (isRecord(sealed)) {
    return (
      isRecord(present) && Object.keys(sealed).every((name) => isKept(sealed[name], present[name]))
    )
  }
  return (sealed ?? null) === (present ?? null)
}

const isSame = (one: unknown, other: unknown): boolean => isKept(one, other) && isKept(other, one)

const valueAt = ({ path, value }: { path: string; value: unknown }): unknown =>
  path.split('.').reduce((part, name) => recordOf(part)[name], value)

const recordOf = (value: unknown): Values => (isRecord(value) ? value : {})

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
