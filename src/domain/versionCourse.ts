import type { NoticeException } from './noticeException.js'
import type { ReportedVersion } from './noticeReport.js'
import type { PendingPlan } from './pendingPlan.js'
import type { PublishedVersion } from './situation.js'

import { homepage } from './channels.js'
import { startOfCivilDate } from './civilDate.js'
import { isSealed, type VersionStatus } from './lifecycle.js'
import { iso } from './publicVersion.js'
import { type RecordedEvent } from './record/chain.js'
import { stateAfter } from './record/versionState.js'
import { stateAt, successorOf, type VersionState } from './timeline.js'

/** A stretch of a version's way to its publication. */
export type Stage = {
  from: string
  status: Exclude<VersionStatus, 'published' | 'withdrawn'>
  /** Null where it lasts. */
  to: null | string
}

/** What became of a version, and what will: everything that a timeline shows of it. Instants are ISO 8601 UTC. */
export type VersionCourse = {
  /** The channels that it was announced through. */
  channels: string[]
  /** Publish before this instant for the day that was chosen; of a version that is not published. */
  deadline: null | string
  /** The first instant at which the promises before it let it take effect, of a version that is not published the first lawful one; null where nothing was promised, or nobody can tell. */
  earliestEffectiveAt: null | string
  /** Planned, where it is not published yet; null where nobody knows it. */
  effectiveAt: null | string
  exception: NoticeException | null
  id: number | string
  isImported: boolean
  /** True where the planned day is past, or before the first one that its notice allows. */
  isTooEarly: boolean
  label: string
  materialChange: boolean
  /** From when its notice counts; of a version that is not published, from now. */
  noticeFrom: null | string
  /** While its notice stands on the homepage. */
  noticeShown: { from: string; until: string } | null
  publishedAt: null | string
  stages: Stage[]
  /** Null until it is published. */
  state: null | VersionState
  status: VersionStatus
  /** Null also where the next version is an import that nobody knows the date of. */
  supersededAt: null | string
  withdrawnAt: null | string
}

/** What is stored of a version's course. Instants are ISO 8601. */
export type CourseRow = {
  createdAt: string
  /** The latest of the first lawful instants that its publication sealed; null where one is not known, or none. */
  earliestEffectiveAt: null | string
  /** Those that say where they left the version, in their order. */
  events: Pick<RecordedEvent, 'at' | 'data' | 'sequence' | 'type'>[]
  id: number | string
  label: string
  materialChange: boolean
  notices: { channel: string; postedAt: string; visibleUntil: string }[]
  status: VersionStatus
}

/** The courses of a policy's versions, the newest first: by effect, and those without one on top. */
export const versionCourses = ({
  at,
  plans,
  reported,
  rows,
  timeline,
  timeZone,
}: {
  at: Date
  /** Of the versions that are not published, by id. */
  plans: ReadonlyMap<string, PendingPlan>
  reported: readonly ReportedVersion[]
  rows: readonly CourseRow[]
  timeline: readonly PublishedVersion[]
  timeZone: string
}): VersionCourse[] =>
  rows
    .map((row) => ({
      published: timeline.find(({ id }) => String(id) === String(row.id)),
      row,
    }))
    .sort(newestFirst)
    .map(({ published, row }) =>
      published
        ? publishedCourse({
            at,
            published,
            report: reported.find(({ label }) => label === row.label),
            row,
            timeline,
            timeZone,
          })
        : pendingCourse({ at, plan: plans.get(String(row.id)), row }),
    )

type Listed = { published: PublishedVersion | undefined; row: CourseRow }

const newestFirst = (one: Listed, other: Listed): number => {
  if (one.published && other.published) {
    return (
      +other.published.effectiveAt - +one.published.effectiveAt ||
      +other.published.publishedAt - +one.published.publishedAt
    )
  }
  return one.published || other.published
    ? Number(one.published !== undefined) - Number(other.published !== undefined)
    : other.row.createdAt.localeCompare(one.row.createdAt)
}

const publishedCourse = ({
  at,
  published,
  report,
  row,
  timeline,
  timeZone,
}: {
  at: Date
  published: PublishedVersion
  report: ReportedVersion | undefined
  row: CourseRow
  timeline: readonly PublishedVersion[]
  timeZone: string
}): VersionCourse => {
  const { imported } = published
  const dayOf = (date: null | ReportedVersion['effectiveOn']) =>
    date ? iso(startOfCivilDate({ date, timeZone })) : null
  const withdrawnAt = published.withdrawnAt ? iso(published.withdrawnAt) : null
  const successor = successorOf({ effectiveAt: published.effectiveAt, versions: timeline })
  const earliestOfImport = report?.clauses
    .map(({ earliestEffectiveOn }) => earliestEffectiveOn)
    .sort()
    .at(-1)

  return {
    ...commonTo(row),
    channels: published.channels,
    deadline: null,
    earliestEffectiveAt: imported
      ? dayOf(earliestOfImport ?? null)
      : row.earliestEffectiveAt && iso(row.earliestEffectiveAt),
    effectiveAt: isDated(published) ? iso(published.effectiveAt) : null,
    exception: published.exception,
    isImported: imported !== null,
    isTooEarly: false,
    noticeFrom: imported ? dayOf(imported.publishedOn) : iso(published.noticeFrom),
    noticeShown: noticeShown({ row, withdrawnAt }),
    publishedAt: imported ? dayOf(imported.publishedOn) : iso(published.publishedAt),
    // What an import went through here is no part of its history.
    stages: imported ? [] : stagesOf({ at, row }),
    state: stateAt({ at, version: published, versions: timeline }),
    // An import without a date stands in the order of effects, at no known instant.
    supersededAt:
      withdrawnAt || !successor || !isDated(successor) ? null : iso(successor.effectiveAt),
    withdrawnAt,
  }
}

const pendingCourse = ({
  at,
  plan,
  row,
}: {
  at: Date
  plan: PendingPlan | undefined
  row: CourseRow
}): VersionCourse => ({
  ...commonTo(row),
  channels: [],
  deadline: plan?.deadline ? iso(plan.deadline) : null,
  earliestEffectiveAt: plan?.earliestEffectiveAt ? iso(plan.earliestEffectiveAt) : null,
  effectiveAt: plan?.effectiveAt ? iso(plan.effectiveAt) : null,
  exception: plan?.exception ?? null,
  isImported: false,
  isTooEarly: plan?.isTooEarly ?? false,
  noticeFrom: iso(at),
  noticeShown: null,
  publishedAt: null,
  stages: stagesOf({ at, row }),
  state: null,
  supersededAt: null,
  withdrawnAt: null,
})

const commonTo = ({ id, label, materialChange, status }: CourseRow) => ({
  id,
  label,
  materialChange,
  status,
})

/** The statuses that a version went through before it was published, with their times. */
const stagesOf = ({ at, row }: { at: Date; row: CourseRow }): Stage[] => {
  const steps = row.events
    .map((event) => ({ at: iso(event.at), status: stateAfter(event).status as VersionStatus }))
    .filter(({ status }) => typeof status === 'string')
  const first = steps[0]?.at ?? iso(at)
  const begun = { at: [iso(row.createdAt), first].sort()[0]!, status: 'draft' as VersionStatus }
  const all = [begun, ...steps]

  return all.flatMap((step, index): Stage[] => {
    const next = all.slice(index + 1).find(({ status }) => status !== step.status)?.at ?? null

    // An approval that is not the last one leaves a version where it is.
    return isSealed(step.status) || next === step.at || all[index - 1]?.status === step.status
      ? []
      : [{ from: step.at, status: step.status as Stage['status'], to: next }]
  })
}

/** While one of its notices stands on the homepage; an announcement ends when it is withdrawn. */
const noticeShown = ({
  row: { notices },
  withdrawnAt,
}: {
  row: CourseRow
  withdrawnAt: null | string
}): VersionCourse['noticeShown'] => {
  const spans = notices
    .filter(({ channel }) => channel === homepage)
    .map(({ postedAt, visibleUntil }) => ({
      from: iso(postedAt),
      until:
        withdrawnAt !== null && iso(postedAt) < withdrawnAt
          ? [iso(visibleUntil), withdrawnAt].sort()[0]!
          : iso(visibleUntil),
    }))

  return spans.length === 0
    ? null
    : {
        from: spans.map(({ from }) => from).sort()[0]!,
        until: spans
          .map(({ until }) => until)
          .sort()
          .at(-1)!,
      }
}

/** False of an import that nobody knows the date of: it stands in the order of effects, at no known instant. */
export const isDated = ({ imported }: Pick<PublishedVersion, 'imported'>): boolean =>
  imported === null || imported.effectiveOn !== null
