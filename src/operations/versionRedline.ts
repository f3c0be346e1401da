import type { PayloadRequest } from 'payload'

import type { BesidesText } from '../domain/besidesText.js'
import type { MaterialitySign } from '../domain/materiality/materialitySigns.js'
import type { Redline } from '../domain/redline/redline.js'
import type { Snapshot } from '../domain/snapshot.js'
import type { PolicyContext } from '../options.js'

import { besidesText } from '../domain/besidesText.js'
import { inLanguage } from '../domain/languages.js'
import { PolicyError } from '../domain/policyError.js'
import { judgedRedline, type SentenceCounts } from './judgedRedline.js'
import { languagesOf } from './languages.js'
import { chooseVersion, loadReviewedVersions, type ReviewedVersion } from './reviewedVersions.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'
import { textsOf } from './versionTexts.js'

/** What changed from one version of a policy to another, drafts included. */
export type VersionRedline = {
  besides: BesidesText[]
  /** The version that this one follows, or will by the date that it has; null for a first version. */
  follows: null | ReviewedVersion
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
 * Compares a stored version, draft or published, with another of its policy; where none is named with
 * the one that it follows, which is the one in force unless an announced one takes effect before it.
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
  const { follows, inForce, versions } = await loadReviewedVersions({ context, req, version })
  const chosen = chooseVersion({ against, follows, inForce, version, versions })
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
    besides: from ? besidesText({ after: withItsDay(version), before: withItsDay(from) }) : [],
    follows,
    // The fingerprints are those of the texts that were compared, whatever was saved since.
    from: from && { ...chosen, fingerprint: from.fingerprint },
    presence: presenceOf({ after, before, language }),
    locale: language ?? languagesOf({ config: req.payload.config, context }).default,
    locales,
    message: from ? null : 'There is no earlier version in force to compare this one with.',
    to: {
      ...versions.find(({ id }) => id === version.id)!,
      fingerprint: version.fingerprint,
      materialChange: version.materialChange ?? false,
      materialityReason: version.materialityReason?.trim() || null,
    },
    versions,
  }
}

/** The day that was announced takes the place of an empty field. */
const withItsDay = (version: StoredVersion): Record<string, unknown> => ({
  ...version,
  effectiveOn:
    (version.snapshot as null | Snapshot)?.publication.effectiveOn ?? version.effectiveOn,
})

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
