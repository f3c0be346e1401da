import type { Clause } from './governingTerms.js'
import type { Languages } from './languages.js'
import type { NoticeTerms } from './noticeTerms.js'

/**
 * What a publication seals into the version's row: everything that public reads answer, as rendered
 * on that day, and the inputs of the clock. Nothing that is edited later can alter it.
 */
export type Snapshot = {
  /** The exact value that the fingerprint was taken of. Not public: it holds a host's own fields too. */
  content: Record<string, unknown>
  count: SealedCount
  format: 1
  languages: Languages
  policy: { kind: string; slug: string; timeZone: string; title: Record<string, string> }
  /** Fields of the version that are public, as they were published. */
  publication: {
    effectiveAt: string
    effectiveOn: string
    label: string
    materialChange: boolean
    noticeTerms: NoticeTerms
    publishedAt: string
  }
  /** The text by language, as it was rendered. */
  renditions: Record<string, { body: unknown; html: string; text: string }>
  /** What lists and notices show of the version, by language. */
  summaries: Record<
    string,
    { changeSummary: null | string; dateLabel: null | string; title: string }
  >
}

/** The inputs of the clock, by which a publication's dates can be counted again. */
export type SealedCount = {
  calendars: { coverage: { from: string; to: string }; id: string; version: string }[]
  clauses: {
    calendar: string | undefined
    days: { date: string; kind: string }[]
    earliestEffectiveAt: string
    lastDay: null | string
    tier: Clause['tier']
    tierName: string
    version: Clause['version']
  }[]
  isClockSimulated: boolean
  publishedAt: string
  timeZone: string
  /** Version of the time-zone data that instants were computed with. */
  timeZoneData: string
}
