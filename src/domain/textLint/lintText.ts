import type { CivilDate } from '../civilDate.js'
import type { NoticeTerms } from '../noticeTerms.js'

import { type DatedEvent, dateFindings } from './dateFindings.js'
import { droppedFindings } from './droppedFindings.js'
import { emailFindings } from './emailFindings.js'
import { noticeFindings } from './noticeFindings.js'
import { numberingFindings } from './numberingFindings.js'
import { policyTextOf } from './policyTextOf.js'
import { type TextFinding } from './textFinding.js'

export type { TextFinding } from './textFinding.js'

/**
 * Reads the text of a version beside its record and finds what a person should look at: dates and
 * promises that contradict the record, e-mail addresses that cannot work, numbering that was lost, content that is not shown.
 * Reads English. The same words give one finding, however often they stand in the text.
 */
export const lintText = ({
  body,
  record: { effectiveOn, ifPublishedToday, noticeTerms, presets = [], publishedOn },
}: {
  /** A Lexical editor state; anything else has no text. */
  body: unknown
  /** What the version's fields say; nothing contradicts a date that is not known yet. */
  record: {
    effectiveOn: CivilDate | null
    /** Which of the days are what they would be, were it published today. */
    ifPublishedToday?: readonly DatedEvent[]
    noticeTerms: NoticeTerms
    /** The presets that the terms name: what they demand is promised as well. */
    presets?: readonly Pick<NoticeTerms, 'material' | 'other'>[]
    publishedOn: CivilDate | null
  }
}): TextFinding[] => {
  const text = policyTextOf(body)
  const findings = [
    ...dateFindings({ blocks: text.blocks, effectiveOn, ifPublishedToday, publishedOn }),
    ...noticeFindings({ blocks: text.blocks, terms: [noticeTerms, ...presets] }),
    ...emailFindings(text),
    ...numberingFindings(text),
    ...droppedFindings(body),
  ]

  return [...new Map(findings.map((finding) => [finding.key, finding])).values()]
}
