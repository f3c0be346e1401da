import type { PayloadRequest } from 'payload'

import type { NoticeTerms } from '../domain/noticeTerms.js'
import type { Candidate, PublicationContext } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { type CivilDate, civilDateOf } from '../domain/civilDate.js'
import { earliestLawfulDay, type EffectiveDay, effectiveDays } from '../domain/effectiveDays.js'
import { allowedReasons } from '../domain/noticeException.js'
import { planPublication, type PublicationPlan } from '../domain/publication.js'
import { type Warning, warningOf } from '../domain/warning.js'
import { candidateOf } from './candidate.js'
import { sharedChangesOf } from './sharedChanges.js'
import { loadPublicationContext } from './situation.js'

/** What each day of a month is to a version; days are civil dates in the time zone, instants ISO 8601. */
export type EffectiveDays = {
  days: ShownDay[]
  /** The first lawful day, no exception claimed; null where there is none. */
  earliestEffectiveOn: CivilDate | null
  /** The reasons that an exception to the notice period can have. */
  exceptions: string[]
  /** The instant that the publication is tried at. */
  instant: string
  /** `YYYY-MM` */
  month: string
  timeZone: string
  today: CivilDate
  /** The day that an empty effective date means; null where that cannot be counted, as long as changed terms are not marked as material, and for an import. */
  whenEmpty: CivilDate | null
}

/** What one day is to a version; announced versions by their labels. */
type ShownDay = Pick<EffectiveDay, 'business' | 'date' | 'isByException'> & {
  /** Announced versions that take effect after the day, of whose changes the draft holds some already. */
  anticipates: string[]
  problem: null | Warning
  publicationDeadline: null | string
  /** Announced versions that take effect after the day and were drafted without the change. */
  undoneBy: string[]
}

/** What of a version stands in a form and not in the database yet. */
export type UnsavedContent = Partial<
  Pick<Candidate, 'exception' | 'imported' | 'materialChange' | 'replaces'>
>

/** A dry run of a version's publication for every day of a month; of one that was not saved yet by its policy alone. */
export const loadEffectiveDays = async ({
  context,
  from,
  month,
  policy,
  req,
  unsaved,
  version,
}: {
  context: PolicyContext
  /** The instant of publication to try; now where it is left out. */
  from?: Date | undefined
  /** Any day of it; the month of the earliest lawful day where it is left out. */
  month?: CivilDate | undefined
  policy: number | string
  req: PayloadRequest
  unsaved: UnsavedContent
  version?: StoredVersion | undefined
}): Promise<EffectiveDays> => {
  const { publication } = await loadPublicationContext({ context, instant: from, policy, req })
  const trial = {
    candidate: {
      ...(version ? candidateOf({ attestations: [], version }) : newCandidate(publication)),
      ...unsaved,
    },
    // A version that is published already does not stand in its own way.
    context: {
      ...publication,
      timeline: publication.timeline.filter(({ id }) => id !== version?.id),
    },
  }
  const today = civilDateOf(publication)
  const earliestEffectiveOn = earliestLawfulDay(trial)
  const shown = month ?? earliestEffectiveOn ?? today
  const undated = planPublication({
    ...trial,
    candidate: { ...trial.candidate, effectiveOn: null },
  })
  const sharedWith = version
    ? sharedChangesOf({ ...trial.context, context, req, version })
    : textUnknown

  return {
    days: await Promise.all(
      effectiveDays({ ...trial, month: shown }).map((day) => shownDay({ day, sharedWith })),
    ),
    earliestEffectiveOn,
    exceptions: allowedReasons(undated.clauses),
    instant: publication.instant.toISOString(),
    month: shown.slice(0, 7),
    timeZone: publication.timeZone,
    today,
    whenEmpty: dayWhenEmpty(undated),
  }
}

/** Null too while it is counted for another kind of change than the version has to be marked as. */
const dayWhenEmpty = ({ effectiveOn, problems }: PublicationPlan): CivilDate | null =>
  problems.some(({ code }) => code === 'MATERIALITY_REQUIRED') ? null : effectiveOn

const shownDay = async ({
  day: { business, date, follows, isByException, precedes, problem, publicationDeadline },
  sharedWith,
}: {
  day: EffectiveDay
  sharedWith: ReturnType<typeof sharedChangesOf>
}): Promise<ShownDay> => {
  const shared = await Promise.all(
    // Of a day that is not possible nothing follows.
    (problem ? [] : precedes).map(async (pending) => ({
      ...(await sharedWith({ follows, pending })),
      label: pending.label,
    })),
  )

  return {
    anticipates: shared.flatMap(({ isAnticipated, label }) => (isAnticipated ? label : [])),
    business,
    date,
    isByException,
    problem: problem && warningOf(problem),
    publicationDeadline: publicationDeadline?.toISOString() ?? null,
    undoneBy: shared.flatMap(({ isUndone, label }) => (isUndone ? label : [])),
  }
}

/** Of a version that was not saved yet. */
const textUnknown = () => Promise.resolve({ isAnticipated: false, isUndone: true })

/** A version of which nothing is known but its policy: it goes on with the terms of the last one. */
const newCandidate = ({ timeline }: PublicationContext): Candidate => ({
  attestations: [],
  effectiveOn: null,
  exception: null,
  imported: null,
  label: '',
  materialChange: false,
  noticeChannels: [],
  noticeTerms: timeline.findLast(({ withdrawnAt }) => !withdrawnAt)?.noticeTerms ?? noTerms,
  replaces: null,
})

const noTier: NoticeTerms['other'] = {
  channels: { allOf: [], anyOf: [], optional: [], prohibited: [] },
  period: { amount: 0, unit: 'none' },
  relation: 'at_or_before',
}

/** Of a first version, which no terms govern. */
const noTerms: NoticeTerms = {
  consentByUse: 'none',
  dateLabel: 'none',
  exceptions: [],
  material: noTier,
  other: noTier,
}
