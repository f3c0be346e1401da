import type { PublicVersion } from '../publicVersion.js'
import type { PublishedRow } from '../sealedVersion.js'

import { publicVersion, timelineAt } from '../publicVersion.js'
import { publishedRedline, type RenderedRedline } from '../redline/publishedRedline.js'
import { sharedLanguage, sharedLanguages } from '../sharedLanguage.js'
import {
  type Answer,
  dateOrNull,
  labelled,
  policyChangedAt,
  readPolicy,
  readText,
  type Reading,
} from './answer.js'
import { assertText, noText } from './givenText.js'
import { versionText } from '../versionText.js'

/** A published version without its text. */
export type ComparedVersion = Omit<PublicVersion, 'body' | 'html' | 'text'>

/** What changed from one published version to another. */
export type PolicyComparison = ComparedPair & RenderedRedline

/** Which versions are compared, without what changed. */
export type ComparedPair = {
  from: ComparedVersion
  /** The language in which they are compared: one that both have, where there is one. */
  locale: string
  nextChangeAt: null | string
  policy: PublicVersion['policy']
  to: ComparedVersion
}

/** Two published versions by their labels, and how to tell what changed from one to the other. @throws PolicyError `NOT_FOUND`. */
export const comparisonAnswer = async ({
  labels,
  ...reading
}: Reading & { labels: readonly [string, string] }): Promise<
  Answer<ComparedPair> & { compare: () => Promise<RenderedRedline> }
> => {
  const {
    at: now,
    latest,
    record,
  } = await readPolicy({ ...reading, wanted: { kind: 'labels', labels } })
  const rowOf = (label: string) => labelled({ at: now, label, record, slug: reading.slug })
  const [from, to] = [rowOf(labels[0]), rowOf(labels[1])]
  const shown = {
    ...reading,
    at: now,
    locale: comparedLanguage({ from, labels, to, ...reading }),
    rows: record.versions,
  }
  const pair = {
    from: publicVersion({ ...shown, row: from }),
    to: publicVersion({ ...shown, row: to }),
  }
  const { nextChangeAt } = timelineAt({ at: now, rows: record.versions })

  return {
    body: {
      from: pair.from,
      locale: pair.to.locale,
      nextChangeAt,
      policy: pair.to.policy,
      to: pair.to,
    },
    compare: async () => {
      const [fromText, toText] = await Promise.all(
        [from, to].map((row) => readText({ ...shown, forms: ['body'], record, row })),
      )
      return publishedRedline({
        from: { ...pair.from, ...versionText(fromText!) },
        to: { ...pair.to, ...versionText(toText!) },
      })
    },
    changedAt: policyChangedAt({ now, record }),
    latest,
    now,
    until: dateOrNull(nextChangeAt),
  }
}

/** @throws PolicyError `NOT_FOUND` where the versions have no text that may be given for the language. */
const comparedLanguage = ({
  canGiveAnyLanguage = false,
  from,
  labels,
  locale,
  slug,
  to,
}: Pick<Reading, 'canGiveAnyLanguage' | 'locale' | 'slug'> & {
  from: PublishedRow
  labels: readonly [string, string]
  to: PublishedRow
}): string => {
  const available = sharedLanguages({ from, to })
  const language =
    sharedLanguage({ from, locale, to }) ?? (canGiveAnyLanguage ? available[0] : undefined)

  if (language === undefined) {
    throw noText({
      available,
      locale,
      of: `Versions ${labels.join(' and ')} of ${slug} share no text`,
    })
  }
  assertText({ canGiveAnyLanguage, locale: language, row: from, slug })
  assertText({ canGiveAnyLanguage, locale: language, row: to, slug })
  return language
}
