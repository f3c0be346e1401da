import type { PublicationPlan } from './publication.js'
import type { Candidate, Imported, PublicationContext, PublishedVersion } from './situation.js'

import { type CivilDate, civilDateOf, startOfCivilDate } from './civilDate.js'
import { conflictProblem } from './conflictProblem.js'
import { faultIn } from './noticeTerms.js'
import { PolicyError } from './policyError.js'
import { predecessorOf, successorOf } from './timeline.js'

type Args = { candidate: Candidate; context: PublicationContext; imported: Imported }

/** The highest place in the order of imported versions: undated ones are a millisecond apart for each. */
export const longestHistory = 10_000

/**
 * Plans the import of a version that was in force before the policy came under the plugin. No notice
 * period is asked of it and no notice is posted: it says what was, not what will be.
 */
export const planImport = (args: Args): PublicationPlan => {
  const { candidate, context, imported } = args
  const effectiveAt = orderInstant(args)

  return {
    channels: [],
    clauses: [],
    conflicts: [],
    effectiveAt,
    effectiveOn: imported.effectiveOn,
    exception: null,
    noticeFrom: imported.publishedOn
      ? startOfCivilDate({ date: imported.publishedOn, timeZone: context.timeZone })
      : effectiveAt,
    predecessor: predecessorOf({ effectiveAt, versions: context.timeline }),
    problems: [
      faultIn({ context, noticeTerms: candidate.noticeTerms }),
      regularProblem(context),
      futureProblem({ context, date: imported.effectiveOn, name: 'effectiveOn' }),
      futureProblem({ context, date: imported.publishedOn, name: 'publishedOn' }),
      earlyProblem(imported),
      lateProblem({ context, effectiveAt, imported }),
      orderProblem({ ...args, effectiveAt }),
      conflictProblem(candidate),
    ].filter((problem) => problem !== undefined),
    replaced: null,
  }
}

/**
 * Where an imported version stands in the order of effects: the first instant of its day. One without
 * a date comes a moment after the one before it in the sequence (after 1970 where there is none), which
 * orders it and says nothing about when it took effect.
 */
const orderInstant = ({ context: { timeline, timeZone }, imported }: Args): Date => {
  if (imported.effectiveOn) {
    return startOfCivilDate({ date: imported.effectiveOn, timeZone })
  }

  const datedBefore = sequenced(timeline)
    .filter((known) => known.imported.effectiveOn && known.imported.sequence < imported.sequence)
    .map(({ effectiveAt }) => +effectiveAt)
  const published = imported.publishedOn
    ? +startOfCivilDate({ date: imported.publishedOn, timeZone })
    : 0

  return new Date(Math.max(published, ...datedBefore) + imported.sequence)
}

const regularProblem = ({ timeline }: PublicationContext): PolicyError | undefined => {
  const regular = timeline.find(({ imported }) => !imported)

  return (
    regular &&
    new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      field: 'imported.source',
      message: `Version ${regular.label} was published here already, and history is imported before the first regular publication only: what is under the record cannot get another past.`,
    })
  )
}

/**
 * What came after the first import was recorded is no history: it would put a version in force that
 * the promises recorded by then did not let come so soon.
 */
const lateProblem = ({
  context: { instant, timeline, timeZone },
  effectiveAt,
  imported,
}: {
  context: PublicationContext
  effectiveAt: Date
  imported: Imported
}): PolicyError | undefined => {
  const known = sequenced(timeline)
  if (known.length === 0) {
    return undefined
  }

  const firstDay = civilDateOf({
    instant: new Date(Math.min(...known.map(({ publishedAt }) => +publishedAt))),
    timeZone,
  })
  const isNewest = known.every((version) => version.effectiveAt < effectiveAt)
  const isLate = imported.effectiveOn
    ? imported.effectiveOn >= firstDay
    : isNewest && civilDateOf({ instant, timeZone }) > firstDay

  return isLate
    ? new PolicyError({
        code: 'ILLEGAL_TRANSITION',
        field: 'imported.effectiveOn',
        message: `The policy’s history was first recorded on ${firstDay}. What took effect from then on is no history but a change, with a notice of its own. Publish it as a regular version.`,
      })
    : undefined
}

/** Undated versions are ordered from 1970 on, and no policy of a website is older. */
const earlyProblem = ({ effectiveOn, publishedOn }: Imported): PolicyError | undefined => {
  const early = [effectiveOn, publishedOn].find((date) => date !== null && date < '1970-01-02')

  return early
    ? new PolicyError({
        code: 'INVALID_PARAMETER',
        field: 'imported.effectiveOn',
        message: `The day ${early} is too long ago; allowed are days from 1970-01-02 on, or none.`,
      })
    : undefined
}

const futureProblem = ({
  context,
  date,
  name,
}: {
  context: PublicationContext
  date: CivilDate | null
  name: string
}): PolicyError | undefined =>
  date && date > civilDateOf(context)
    ? new PolicyError({
        code: 'INVALID_PARAMETER',
        field: `imported.${name}`,
        message: `An imported version says what was, and ${date} is still to come. Publish a version that is to take effect as a new one.`,
      })
    : undefined

/** The dates of imported versions follow their sequence. */
const orderProblem = ({
  context: { timeline },
  effectiveAt,
  imported,
}: Args & { effectiveAt: Date }): PolicyError | undefined => {
  const known = sequenced(timeline)
  const same = known.find((version) => version.imported.sequence === imported.sequence)

  if (same) {
    return outOfOrder(
      `Version ${same.label} has the place ${imported.sequence} in the sequence already. Give each imported version its own.`,
    )
  }
  if (known.some((version) => +version.effectiveAt === +effectiveAt)) {
    return new PolicyError({
      code: 'EFFECTIVE_DATE_TAKEN',
      field: 'imported.effectiveOn',
      message:
        'Another imported version took effect on that day; two versions of a policy never take effect at the same instant. Correct one of the dates, or leave one out.',
    })
  }

  const before = predecessorOf({ effectiveAt, versions: known })
  const after = successorOf({ effectiveAt, versions: known })
  if (before && before.imported.sequence > imported.sequence) {
    return outOfOrder(
      `Its place in the sequence is ${imported.sequence}, before version ${before.label}, but it takes effect later. Correct the sequence or the date, or import the older versions first.`,
    )
  }
  if (after && after.imported.sequence < imported.sequence) {
    return outOfOrder(
      `Its place in the sequence is ${imported.sequence}, after version ${after.label}, but it takes effect earlier. Correct the sequence or the date.`,
    )
  }
  return undefined
}

const sequenced = (timeline: readonly PublishedVersion[]) =>
  timeline.flatMap((version) =>
    version.imported ? [{ ...version, imported: version.imported }] : [],
  )

const outOfOrder = (message: string) =>
  new PolicyError({ code: 'INVALID_PARAMETER', field: 'imported.sequence', message })
