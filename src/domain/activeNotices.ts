import type { NoticeException } from './noticeException.js'
import type { Snapshot } from './snapshot.js'

import { inLanguage } from './languages.js'
import { iso } from './publicVersion.js'
import { stateAt, type VersionState } from './timeline.js'

/** A change notice as a site shows it. Instants are ISO 8601 UTC in milliseconds. */
export type ActiveNotice = {
  changeSummary: null | string
  effectiveAt: string
  /** The day of `effectiveAt` in the policy's zone. */
  effectiveOn: string
  /** The exception to the notice period that the change comes under. */
  exception: NoticeException | null
  id: number | string
  /** The language of the words. */
  locale: string
  materialChange: boolean
  message: string
  /** Before its change takes effect, after, or a change that will not come. */
  phase: 'after' | 'before' | 'withdrawn'
  policy: { slug: string; title: string }
  postedAt: string
  url: string
  version: { label: string; state: VersionState }
  visibleUntil: string
}

/** A posted notice and what its version sealed. Instants as ISO 8601. */
export type PostedNotice = {
  effectiveAt: string
  id: number | string
  label: string
  message: Record<string, { after: string; before: string }>
  postedAt: string
  sealed: Pick<Snapshot, 'languages' | 'policy' | 'publication' | 'summaries'>
  /** When another version takes the place of the announced one, if any does. */
  supersededAt: null | string
  url: string
  version: number | string
  visibleUntil: string
  withdrawnAt: null | string
}

/**
 * The notices to show at an instant and the next instant at which that changes. A notice is shown
 * from its posting until its time is over; its words follow the clock. The notice of a withdrawal
 * takes the place of the one that had announced the change.
 */
export const activeNotices = ({
  at,
  locale,
  notices,
}: {
  at: Date
  locale: string
  notices: readonly PostedNotice[]
}): { nextChangeAt: null | string; notices: ActiveNotice[] } => {
  const posted = notices.filter(({ postedAt }) => ms(postedAt) <= +at)
  const shown = posted.filter(
    (notice) => ms(notice.visibleUntil) > +at && !isReplaced({ at, notice }),
  )
  const boundaries = posted
    .filter((notice) => !isReplaced({ at, notice }))
    // At its effect a notice changes its words, and at its successor's the state, unless it is of a withdrawal.
    .flatMap((notice) => [
      ms(notice.visibleUntil),
      ...(isOfWithdrawal(notice)
        ? []
        : [notice.effectiveAt, notice.supersededAt].flatMap((instant) =>
            instant === null ? [] : [ms(instant)],
          )),
    ])
    .filter((boundary) => boundary > +at)

  return {
    nextChangeAt: boundaries.length > 0 ? iso(new Date(Math.min(...boundaries))) : null,
    notices: shown.map((notice) => activeNotice({ at, locale, notice })),
  }
}

const activeNotice = ({
  at,
  locale,
  notice,
}: {
  at: Date
  locale: string
  notice: PostedNotice
}): ActiveNotice => {
  const { languages, policy, publication, summaries } = notice.sealed
  const phase = phaseOf({ at, notice })
  const words = inLanguage({ languages, values: notice.message, wanted: locale })
  const language = words?.language ?? languages.default
  return {
    id: notice.id,
    changeSummary:
      inLanguage({ languages, values: summaries, wanted: language })?.value.changeSummary ?? null,
    effectiveAt: iso(notice.effectiveAt),
    // Null for an undated import alone, and imports have no notices.
    effectiveOn: publication.effectiveOn!,
    exception: publication.exception,
    locale: language,
    materialChange: publication.materialChange,
    message: words?.value[phase === 'before' ? 'before' : 'after'] ?? '',
    phase,
    policy: {
      slug: policy.slug,
      title:
        inLanguage({ languages, values: policy.title, wanted: language })?.value ?? policy.slug,
    },
    postedAt: iso(notice.postedAt),
    url: notice.url,
    version: { label: notice.label, state: stateOf({ at, notice }) },
    visibleUntil: iso(notice.visibleUntil),
  }
}

const stateOf = ({ at, notice }: { at: Date; notice: PostedNotice }): VersionState => {
  const { effectiveAt, supersededAt, withdrawnAt } = notice
  const version = { id: 'announced', effectiveAt, withdrawnAt }
  const successor = supersededAt ? [{ id: 'successor', effectiveAt: supersededAt }] : []

  return stateAt({ at, version, versions: [version, ...successor] })
}

const phaseOf = ({ at, notice }: { at: Date; notice: PostedNotice }): ActiveNotice['phase'] => {
  if (isOfWithdrawal(notice)) {
    return 'withdrawn'
  }
  return ms(notice.effectiveAt) > +at ? 'before' : 'after'
}

const isReplaced = ({ at, notice }: { at: Date; notice: PostedNotice }): boolean =>
  notice.withdrawnAt !== null && ms(notice.withdrawnAt) <= +at && !isOfWithdrawal(notice)

const isOfWithdrawal = ({ postedAt, withdrawnAt }: PostedNotice): boolean =>
  withdrawnAt !== null && ms(postedAt) >= ms(withdrawnAt)

const ms = (instant: string): number => +new Date(instant)
