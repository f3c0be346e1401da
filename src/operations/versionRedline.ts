import type { PayloadRequest } from 'payload'

import type { BesidesText } from '../domain/besidesText.js'
import type { MaterialitySign } from '../domain/materiality/materialitySigns.js'
import type { Redline } from '../domain/redline/redline.js'
import type { PolicyContext } from '../options.js'

import { besidesText } from '../domain/besidesText.js'
import { inLanguage } from '../domain/languages.js'
import { PolicyError } from '../domain/policyError.js'
import { policyAt, predecessorOf, stateAt, type VersionState } from '../domain/timeline.js'
import { judgedRedline, type SentenceCounts } from './judgedRedline.js'
import { languagesOf } from './languages.js'
import { loadPublishedVersions, nextInstant } from './situation.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'
import { textsOf } from './versionTexts.js'

/** A version that is compared, or can be. Instants are ISO 8601 UTC. */
export type ReviewedVersion = {
  /** Null until it is published. */
  effectiveAt: null | string
  fingerprint: null | string
  id: number | string
  label: string
  /** Null until it is published. */
  state: null | VersionState
  status: StoredVersion['status']
}

/** What changed from one version of a policy to another, drafts included. */
export type VersionRedline = {
  besides: BesidesText[]
  /** Null for a first version, which there is nothing to compare with. */
  from: null | ReviewedVersion
  /** Whether both have a text in the language, or it is new or gone as a whole. */
  presence: 'gone' | 'in_both' | 'new'
  /** The languages that either of them has a text in. */
  locales: string[]
  /** The language that is compared. */
  locale: string
  /** Why there is no redline. */
  message: null | string
  redline: null | Redline
  /** How many sentences the substantial changes add, change and remove. */
  sentences: null | SentenceCounts
  /** The changed sentences that may be material, whatever the version says of itself. */
  signs: MaterialitySign[]
  to: ReviewedVersion & { materialChange: boolean; materialityReason: null | string }
  /** Every version of the policy, the newest first. */
  versions: ReviewedVersion[]
}

/**
 * Compares a stored version, draft or published, with another of its policy: with the one in force
 * where none is named, and a published one with its predecessor.
 * @throws PolicyError `NOT_FOUND` for a version that the policy does not have, `INVALID_PARAMETER` for a
 *   language that neither has a text in, and for the version itself.
 */
export const versionRedline = async ({
  against,
  context,
  locale,
  req,
  version,
}: {
  /** The label or id of a version, or `in-force`. */
  against: string | undefined
  context: PolicyContext
  locale: string | undefined
  req: PayloadRequest
  version: StoredVersion
}): Promise<VersionRedline> => {
  const known = await reviewedVersions({ context, policy: version.policy, req })
  const chosen = chooseVersion({ against, known, version })
  const from = chosen && (await loadStoredVersion({ id: chosen.id, context, req }))
  const before = from ? textsOf({ context, req, version: from }) : {}
  const after = textsOf({ context, req, version })
  const locales = localesOf({ after, before, context, req })
  const language = locale ?? defaultLocale({ after, context, locales, req })
  const judged =
    from && language !== undefined
      ? judgedRedline({
          context,
          from: before[language],
          language,
          to: after[language],
        })
      : { redline: null, sentences: null, signs: [] }

  if (language !== undefined && !locales.includes(language)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      details: { locales },
      message: `Neither version has a text in ${JSON.stringify(language)}; there are texts in ${locales.join(', ') || 'no language'}.`,
    })
  }
  return {
    ...judged,
    besides: from ? besidesText({ after: version, before: from }) : [],
    // The fingerprints are those of the texts that were compared, whatever was saved since.
    from: from && { ...chosen, fingerprint: from.fingerprint },
    presence: presenceOf({ after, before, language }),
    locale: language ?? languagesOf({ config: req.payload.config, context }).default,
    locales,
    message: from ? null : 'There is no earlier version in force to compare this one with.',
    to: {
      ...withoutMore(known.find(({ id }) => id === version.id)!),
      fingerprint: version.fingerprint,
      materialChange: version.materialChange ?? false,
      materialityReason: version.materialityReason?.trim() || null,
    },
    versions: known.map(withoutMore),
  }
}

const presenceOf = ({
  after,
  before,
  language = '',
}: {
  after: Record<string, unknown>
  before: Record<string, unknown>
  language: string | undefined
}): VersionRedline['presence'] => {
  if (after[language] === undefined) {
    return 'gone'
  }
  return before[language] === undefined ? 'new' : 'in_both'
}

/** A version with what tells which one to compare with. */
type Known = ReviewedVersion & { isInForce: boolean; predecessor: null | number | string }

const reviewedVersions = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<Known[]> => {
  const timeline = await loadPublishedVersions({ context, policy, req })
  const at = await nextInstant({ context, req, timeline })
  const { docs } = await req.payload.db.find<StoredVersion>({
    collection: context.slugs.versions,
    limit: 0,
    pagination: false,
    req,
    select: { fingerprint: true, label: true, status: true },
    sort: '-createdAt',
    where: { policy: { equals: policy } },
  })

  return docs
    .map(({ id, fingerprint, label, status }): Known => {
      const published = timeline.find((other) => other.id === id)
      const before = published ? predecessorOf({ ...published, versions: timeline }) : null

      return {
        id,
        effectiveAt: published ? published.effectiveAt.toISOString() : null,
        fingerprint: fingerprint ?? null,
        isInForce: policyAt({ at, versions: timeline })?.id === id,
        label,
        predecessor: before?.id ?? null,
        state: published ? stateAt({ at, version: published, versions: timeline }) : null,
        status,
      }
    })
    .sort((one, other) => placeOf(other) - placeOf(one))
}

/** Drafts first, then by the instant of effect, the last one first. */
const placeOf = ({ effectiveAt }: Known): number =>
  effectiveAt === null ? Number.MAX_SAFE_INTEGER : +new Date(effectiveAt)

const chooseVersion = ({
  against,
  known,
  version,
}: {
  against: string | undefined
  known: readonly Known[]
  version: StoredVersion
}): null | ReviewedVersion => {
  const own = known.find(({ id }) => id === version.id)
  const inForce = known.find(({ isInForce }) => isInForce)
  const found =
    against === undefined
      ? own?.effectiveAt
        ? known.find(({ id }) => id === own.predecessor)
        : // Where nothing is in force yet, what is announced is what it will follow.
          (inForce ?? known.find(({ state }) => state === 'upcoming'))
      : against === 'in-force'
        ? inForce
        : (known.find(({ label }) => label === against) ??
          known.find(({ id }) => String(id) === against))

  if (found !== undefined && found.id === version.id) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `Version ${JSON.stringify(found.label)} is the one that is compared, so nothing would differ. Name another one by its label.`,
    })
  }
  if (found === undefined && against !== undefined && against !== 'in-force') {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `This policy has no version ${JSON.stringify(against)}. Name one by its label or id, or "in-force".`,
    })
  }
  return found === undefined ? null : withoutMore(found)
}

const withoutMore = ({
  id,
  effectiveAt,
  fingerprint,
  label,
  state,
  status,
}: Known): ReviewedVersion => ({ id, effectiveAt, fingerprint, label, state, status })

/** In the order of the host's languages. */
const localesOf = ({
  after,
  before,
  context,
  req,
}: {
  after: Record<string, unknown>
  before: Record<string, unknown>
  context: PolicyContext
  req: PayloadRequest
}): string[] => {
  const { all } = languagesOf({ config: req.payload.config, context })
  const there = new Set([...Object.keys(after), ...Object.keys(before)])

  return [
    ...all.filter((code) => there.has(code)),
    ...[...there].filter((code) => !all.includes(code)),
  ]
}

const defaultLocale = ({
  after,
  context,
  locales,
  req,
}: {
  after: Record<string, unknown>
  context: PolicyContext
  locales: readonly string[]
  req: PayloadRequest
}): string | undefined => {
  const languages = languagesOf({ config: req.payload.config, context })

  return inLanguage({ languages, values: after, wanted: languages.default })?.language ?? locales[0]
}
