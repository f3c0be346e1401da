import type { ChannelConflict } from './channels.js'
import type { Clause } from './governingTerms.js'
import type { Languages } from './languages.js'
import type { NoticeException } from './noticeException.js'
import type { NoticePresets } from './noticePresets/noticePreset.js'
import type { NoticeTerms } from './noticeTerms.js'
import type { RenderedText } from './rendering/renderText.js'
import type { Imported } from './situation.js'

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
  /** From when the public could know of it; before its publication here for an import alone. */
  knownFrom: null | string
  policy: { kind: string; slug: string; timeZone: string; title: Record<string, string> }
  /** The presets that its terms name, as they were configured on that day. */
  presets: NoticePresets
  /** Fields of the version that are public, as they were published. */
  publication: {
    /** Null for an import that nobody knows the date of. */
    effectiveAt: null | string
    effectiveOn: null | string
    exception: NoticeException | null
    imported: (Imported & { recordedAt: string }) | null
    label: string
    materialChange: boolean
    /** From when its notice counts: its publication, or where that of the version that it replaced counts from; null for an import. */
    noticeFrom: null | string
    noticeTerms: NoticeTerms
    /** Label of the announced version whose place it took. */
    replaces: null | string
    /** Null for an import that nobody knows the publication of. */
    publishedAt: null | string
  }
  /** The text by language, as it was rendered. */
  renditions: Record<string, RenderedText & { body: unknown }>
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
    /** Null where no calendar could count so far, and an exception let it pass. */
    earliestEffectiveAt: null | string
    isStatutory: boolean
    lastDay: null | string
    preset: null | string
    tier: Clause['tier']
    tierName: string
    version: Clause['version']
  }[]
  /** Where a statute's channel prevailed over a clause that prohibits it. */
  conflicts: ChannelConflict[]
  isClockSimulated: boolean
  /** From when the notice counts: the publication, or that of the version that was replaced. */
  noticeFrom: string
  publishedAt: string
  /** The upcoming version whose place it took. */
  replaced: { id: number | string; label: string } | null
  timeZone: string
  /** Version of the time-zone data that instants were computed with. */
  timeZoneData: string
}
