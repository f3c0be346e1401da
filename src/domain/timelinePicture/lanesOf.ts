import type { VersionCourse } from '../versionCourse.js'

/** What a stretch of time on a lane is. `minimum` is the time that the law or the promise asks for. */
export type BarKind =
  | 'approved'
  | 'cancelled'
  | 'changes_requested'
  | 'draft'
  | 'in_force'
  | 'in_review'
  | 'minimum'
  | 'notice'
  | 'planned'
  | 'shown'
  | 'was_in_force'
  | 'will_apply'

/** What happens at an instant on a lane. */
export type MarkKind =
  | 'cancelled'
  | 'claimed'
  | 'deadline'
  | 'effective'
  | 'excepted'
  | 'minimum'
  | 'planned'
  | 'published'
  | 'takes_effect'
  | 'too_early'
  | 'withdrawn'

/** Instants in milliseconds; `Infinity` where the end is open. */
export type LaneBar = { from: number; kind: BarKind; to: number }
export type LaneMark = { at: number; kinds: MarkKind[] }
/** What there is to draw of one version. */
export type Lane = { bars: LaneBar[]; id: number | string; marks: LaneMark[] }

/** What a picture of some versions shows, in time: one lane for each. */
export const lanesOf = ({
  at,
  versions,
}: {
  /** The present instant. */
  at: Date
  versions: readonly VersionCourse[]
}): Lane[] =>
  versions.map((version) => ({
    bars: [
      ...stageBars({ at: +at, version }),
      ...noticeBars(version),
      ...effectBars({ at: +at, version }),
    ].filter(({ from, to }) => to > from),
    id: version.id,
    marks: marksOf(version),
  }))

const stageBars = ({ at, version }: { at: number; version: VersionCourse }): LaneBar[] =>
  version.stages.map(({ from, status, to }) => ({
    from: +new Date(from),
    kind: status,
    to: to === null ? at : +new Date(to),
  }))

const noticeBars = ({
  earliestEffectiveAt,
  effectiveAt,
  noticeFrom,
  noticeShown,
  state,
  withdrawnAt,
}: VersionCourse): LaneBar[] => [
  ...spanOf({ from: noticeFrom, kind: 'minimum', to: earliestEffectiveAt }),
  ...(state === null
    ? spanOf({ from: noticeFrom, kind: 'planned', to: effectiveAt })
    : [
        ...spanOf({ from: noticeFrom, kind: 'notice', to: withdrawnAt ?? effectiveAt }),
        ...spanOf({ from: withdrawnAt, kind: 'cancelled', to: effectiveAt }),
      ]),
  ...(noticeShown ? spanOf({ from: noticeShown.from, kind: 'shown', to: noticeShown.until }) : []),
]

const effectBars = ({
  at,
  version: { effectiveAt, state, supersededAt, withdrawnAt },
}: {
  at: number
  version: VersionCourse
}): LaneBar[] => {
  // Nobody knows until when it was in force where an import without a date took its place.
  const isEndUnknown = state === 'superseded' && supersededAt === null
  if (effectiveAt === null || state === null || withdrawnAt !== null || isEndUnknown) {
    return []
  }

  const from = +new Date(effectiveAt)
  const to = supersededAt === null ? Infinity : +new Date(supersededAt)
  return [
    {
      from,
      kind: state === 'superseded' ? 'was_in_force' : 'in_force',
      to: Math.min(to, at),
    },
    { from: Math.max(from, at), kind: 'will_apply', to },
  ]
}

/** The instants, each once: what falls together is told together. */
const marksOf = ({
  deadline,
  earliestEffectiveAt,
  effectiveAt,
  exception,
  isTooEarly,
  noticeFrom,
  publishedAt,
  state,
  withdrawnAt,
}: VersionCourse): LaneMark[] => {
  const hasMinimum =
    earliestEffectiveAt !== null && noticeFrom !== null && earliestEffectiveAt > noticeFrom
  const told: [MarkKind, null | string][] = [
    ['published', publishedAt],
    ['deadline', deadline],
    ['minimum', hasMinimum ? earliestEffectiveAt : null],
    ['withdrawn', withdrawnAt],
    [effectKind({ isTooEarly, state }), effectiveAt],
    // Why it is before the least time.
    [state === null ? 'claimed' : 'excepted', exception && effectiveAt],
  ]
  const marks = new Map<number, MarkKind[]>()

  for (const [kind, instant] of told) {
    if (instant !== null) {
      marks.set(+new Date(instant), [...(marks.get(+new Date(instant)) ?? []), kind])
    }
  }
  return [...marks].map(([at, kinds]) => ({ at, kinds })).sort((one, other) => one.at - other.at)
}

const effectKind = ({
  isTooEarly,
  state,
}: Pick<VersionCourse, 'isTooEarly' | 'state'>): MarkKind => {
  if (state === null) {
    return isTooEarly ? 'too_early' : 'planned'
  }
  if (state === 'withdrawn') {
    return 'cancelled'
  }
  return state === 'upcoming' ? 'takes_effect' : 'effective'
}

const spanOf = ({
  from,
  kind,
  to,
}: {
  from: null | string
  kind: BarKind
  to: null | string
}): LaneBar[] =>
  from === null || to === null ? [] : [{ from: +new Date(from), kind, to: +new Date(to) }]
