import type { LaneMark, MarkKind } from '../../domain/timelinePicture/lanesOf.js'
import type { Say } from '../say.js'

const words = {
  cancelled: 'timelineMarkCancelled',
  claimed: 'timelineMarkClaimed',
  deadline: 'timelineMarkDeadline',
  effective: 'timelineMarkEffective',
  excepted: 'verdictExcused',
  minimum: 'timelineMarkMinimum',
  planned: 'timelineMarkPlanned',
  published: 'timelineMarkPublished',
  takes_effect: 'timelineMarkTakesEffect',
  too_early: 'timelineMarkTooEarly',
  withdrawn: 'timelineMarkWithdrawn',
} as const satisfies Record<MarkKind, string>

/** What is written at a mark: its day and what happens then. */
export const markWords = ({
  mark: { at, kinds },
  say,
  timeZone,
}: {
  mark: LaneMark
  say: Say
  timeZone: string
}): string =>
  `${say.shortDay(at, timeZone)} · ${kinds.map((kind) => say.word(words[kind])).join(' · ')}`
