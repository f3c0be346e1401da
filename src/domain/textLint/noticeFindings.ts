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

/** Where the text promises something else about changes of the policy than its notice terms. */
export const noticeFindings = ({
  blocks,
  terms,
}: {
  blocks: readonly TextBlock[]
  terms: NoticeTerms
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
  terms: { material, other },
}: {
  period: PromisedPeriod
  terms: NoticeTerms
}): TextFinding[] => {
  const isPromised = (amount: number) =>
    [material, other].some(({ period }) => period.amount === amount && period.unit === unit)

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
  terms: NoticeTerms
}): TextFinding[] => {
  const excerpt = noticeBeforeEffectIn(clause)
  const materialChange = isAboutMaterial(clause)
  const { period, relation } = tierOf({ materialChange, terms })

  return excerpt === undefined || relation === 'before' || !isNoPeriod(period)
    ? []
    : contradiction({
        because: `but the notice terms let ${materialChange ? 'a material change' : 'a change that is not material'} take effect together with its notice.`,
        excerpt,
      })
}

const individualFinding = ({
  clause,
  terms: { material, other },
}: {
  clause: string
  terms: NoticeTerms
}): TextFinding[] => {
  const excerpt = individualRefusalIn(clause)
  const channel = [material, other].flatMap(individualChannels)[0]

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
