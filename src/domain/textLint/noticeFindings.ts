import type { NoticeTerms, NoticeTier } from '../noticeTerms.js'
import type { TextBlock } from './policyTextOf.js'

import { describePeriod, isNoPeriod } from '../noticePeriod.js'
import { tierOf } from '../noticeTerms.js'
import {
  goesOnAboutChanges,
  individualRefusalIn,
  isAboutChanges,
  isAboutMaterial,
  noticeBeforeEffectIn,
  promisedPeriodsIn,
  type PromisedPeriod,
} from './noticePromises.js'
import { findingOf, type TextFinding } from './textFinding.js'
import { sentencesOf } from './wording.js'

/** The policy's own terms first, then what they name beside. */
type Promises = readonly [
  Pick<NoticeTerms, 'material' | 'other'>,
  ...Pick<NoticeTerms, 'material' | 'other'>[],
]

/** Where the text promises something else about changes of the policy than its notice terms. */
export const noticeFindings = ({
  blocks,
  terms,
}: {
  blocks: readonly TextBlock[]
  terms: Promises
}): TextFinding[] =>
  changeClausesIn(blocks).flatMap((clause) => {
    const periods = promisedPeriodsIn(clause)

    return [
      ...periods.flatMap((period) => periodFinding({ period, terms })),
      ...(periods.length === 0 ? beforeEffectFinding({ clause, terms }) : []),
      ...individualFinding({ clause, terms }),
    ]
  })

/** The sentences about changes of the policy: by their own words, those before them or the heading. */
const changeClausesIn = (blocks: readonly TextBlock[]): string[] => {
  const clauses: string[] = []
  let isSection = false

  for (const { text, type } of blocks) {
    const isHeading = type === 'heading'
    let isAbout: boolean = !isHeading && isSection

    for (const sentence of sentencesOf(text)) {
      const isOwn = isAboutChanges(sentence)

      if (isOwn || (isAbout && goesOnAboutChanges(sentence))) {
        clauses.push(sentence)
      }
      isAbout ||= isOwn
    }
    if (isHeading) {
      isSection = isAbout
    }
  }
  return clauses
}

const periodFinding = ({
  period: { amounts, excerpt, unit },
  terms,
}: {
  period: PromisedPeriod
  terms: Promises
}): TextFinding[] => {
  const [{ material, other }] = terms
  const isPromised = (amount: number) =>
    terms
      .flatMap((promise) => [promise.material, promise.other])
      .some(({ period }) => period.amount === amount && period.unit === unit)

  return amounts.every(isPromised)
    ? []
    : contradiction({
        because: `but the notice terms promise ${describePeriod(material.period)} for a material change and ${describePeriod(other.period)} for any other.`,
        excerpt,
      })
}

const beforeEffectFinding = ({
  clause,
  terms,
}: {
  clause: string
  terms: Promises
}): TextFinding[] => {
  const excerpt = noticeBeforeEffectIn(clause)
  const materialChange = isAboutMaterial(clause)
  const isPromised = terms
    .map((promise) => tierOf({ materialChange, terms: promise }))
    .some(({ period, relation }) => relation === 'before' || !isNoPeriod(period))

  return excerpt === undefined || isPromised
    ? []
    : contradiction({
        because: `but the notice terms let ${materialChange ? 'a material change' : 'a change that is not material'} take effect together with its notice.`,
        excerpt,
      })
}

const individualFinding = ({
  clause,
  terms,
}: {
  clause: string
  terms: Promises
}): TextFinding[] => {
  const excerpt = individualRefusalIn(clause)
  const channel = terms.flatMap(({ material, other }) =>
    [material, other].flatMap(individualChannels),
  )[0]

  return excerpt === undefined || channel === undefined
    ? []
    : contradiction({
        because: `but the notice terms require notice through ${JSON.stringify(channel)}, which addresses people one by one.`,
        excerpt,
      })
}

const individualChannels = ({ channels }: NoticeTier): string[] =>
  channels.allOf.filter((channel) => /^(?:e-?mail|individual|letter|push|sms)$/iu.test(channel))

const contradiction = ({ because, excerpt }: { because: string; excerpt: string }) => [
  findingOf({
    because: `${because} Correct the text or the notice terms.`,
    code: 'NOTICE_CONTRADICTS_TERMS',
    excerpt,
  }),
]
