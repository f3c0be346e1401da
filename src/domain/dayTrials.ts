import type { PolicyErrorCode } from './policyError.js'
import type { Candidate, PublicationContext, PublicationTrial } from './situation.js'

import { addCivilDays, type CivilDate, civilDateOf } from './civilDate.js'
import { earliestDayOrNone, laterOf, replacedDay } from './effectiveDay.js'
import { PolicyError } from './policyError.js'
import { planPublication, type PublicationPlan } from './publication.js'
import { trialOf } from './replacement.js'
import { upcomingAt } from './timeline.js'

type Publication = { candidate: Candidate; context: PublicationContext }

/** A publication as it is tried for one day. */
export type DayTrial = {
  plan: PublicationPlan
  /** The first rule that stands against the day, and not against the version whatever its day; null where none does. */
  problem: null | PolicyError
}

/**
 * What stands against a date of effect. `TERMS_INVALID` is one where a calendar that a clause in force
 * names left the configuration: no day can be counted. `MATERIALITY_REQUIRED` is one, as days that are
 * counted for another kind of change would be wrong once the version is marked as it has to be.
 */
const dateCodes: readonly PolicyErrorCode[] = [
  'BREAKS_PENDING',
  'CALENDAR_NOT_COVERED',
  'EFFECTIVE_DATE_PAST',
  'EFFECTIVE_DATE_TAKEN',
  'EXCEPTION_NOT_ALLOWED',
  'MATERIALITY_REQUIRED',
  'NOTICE_PERIOD_TOO_SHORT',
  'TERMS_INVALID',
]

/** True for a rule about the date of effect alone, however else a version is marked and announced. */
export const isAboutDate = ({ code }: Pick<PolicyError, 'code'>): boolean =>
  dateCodes.includes(code)

/**
 * Tries the publication of a version for one day after the other. Which version comes before it, and
 * whose terms govern it, depends on the day, and with them how it has to be marked and announced: such
 * a rule stands against the day, unless it does so against each day that is lawful otherwise.
 */
export const dayTrials = (publication: Publication): ((date: CivilDate) => DayTrial) => {
  const standing = standingAlways(publication)

  return (date) => {
    const plan = planFor({ ...publication, date })
    const problem = plan.problems.find(
      (one) => isAboutDate(one) || !(isAttestable(one) || standing.has(kindOf(one))),
    )
    return { plan, problem: publication.candidate.imported ? importProblem() : (problem ?? null) }
  }
}

/** The days among which the earliest lawful one is: of each stretch between announced versions the first that its period allows. */
export const candidateDays = ({
  candidate,
  context,
  from,
}: Publication & {
  /** The days before it are left out. */
  from?: CivilDate | undefined
}): CivilDate[] => {
  const trial = trialOf({ candidate, context })
  const notBefore = (day: CivilDate) => laterOf(day, from ?? day)

  return [...replacedDay(trial), ...startsOf(trial)]
    .flatMap(
      (start) => earliestDayOrNone({ candidate, context: trial, from: notBefore(start) }) ?? [],
    )
    .sort()
}

/** The kinds of problems that no day avoids. */
const standingAlways = (publication: Publication): ReadonlySet<string> => {
  const days = [...startsOf(trialOf(publication)), ...candidateDays(publication)]
  const tried = [...new Set(days)].map((date) => planFor({ ...publication, date }).problems)
  const lawful = tried.filter((problems) => !problems.some(isAboutDate))
  const [first = [], ...others] = (lawful.length > 0 ? lawful : tried).map(
    (problems) => new Set(problems.map(kindOf)),
  )

  return new Set([...first].filter((kind) => others.every((kinds) => kinds.has(kind))))
}

/** What is before a version and governs it changes only where an announced one takes effect. */
const startsOf = (trial: PublicationTrial): CivilDate[] => {
  const { instant, timeline, timeZone } = trial

  return [
    civilDateOf(trial),
    ...upcomingAt({ at: instant, versions: timeline }).map(({ effectiveAt }) =>
      addCivilDays(civilDateOf({ instant: effectiveAt, timeZone }), 1),
    ),
  ]
}

/** As it will be tried: notices through channels without a driver are attested by whoever publishes. */
const planFor = ({
  candidate,
  context,
  date,
}: Publication & { date: CivilDate }): PublicationPlan => {
  const dated = { ...candidate, effectiveOn: date }
  const plan = planPublication({ candidate: dated, context })
  const driven = context.channels.filter(({ hasDriver }) => hasDriver).map(({ name }) => name)
  const toAttest = plan.channels.filter((channel) => !driven.includes(channel))

  return toAttest.length === 0
    ? plan
    : planPublication({
        candidate: {
          ...dated,
          attestations: toAttest.map((channel) => ({ channel, evidence: '', givenOn: null })),
        },
        context,
      })
}

/** One of several channels that is missing is offered for attestation. */
const isAttestable = ({ code, data }: PolicyError): boolean =>
  code === 'CHANNEL_MISSING' && data.anyOf !== undefined

/** Of which kind a problem is: the same rule can name another version or channel on another day. */
const kindOf = ({ code, data: { errors } }: PolicyError): string =>
  `${code} ${errors?.[0]?.path ?? ''}`

const importProblem = () =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    field: 'effectiveOn',
    message:
      'An imported version took effect before: write the day into the import, and leave the effective date empty.',
  })
