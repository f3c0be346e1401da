import type { PayloadRequest } from 'payload'

import type { BusinessCalendar } from '../domain/businessCalendar.js'
import type { PublicationPlan } from '../domain/publication.js'
import type { PublishedVersion, Situation } from '../domain/situation.js'
import type { Snapshot } from '../domain/snapshot.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { orNull } from '../domain/orNull.js'
import { beforePending, recounted, undoesLater } from '../domain/pendingWarnings.js'
import { planPublication } from '../domain/publication.js'
import { upcomingAt, type VersionState } from '../domain/timeline.js'
import { type Warning, warningOf } from '../domain/warning.js'
import { materialityGuard } from './materialityGuard.js'
import { sharedChangesOf } from './sharedChanges.js'
import { loadSituation } from './situation.js'
import { textWarnings } from './textWarnings.js'

/** What the people of a version should know when it is saved: the rules that would refuse the publication now, and what else to look at. */
export const warningsOf = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): Promise<Warning[]> => {
  const { situation } = await loadSituation({ context, req, version })
  const plan = planPublication({ candidate: situation.version, context: situation.context })

  return warningsOfDraft({ context, plan, req, situation, version })
}

/** Of a draft: the rules that would refuse its publication, and what else to look at. */
export const warningsOfDraft = async ({
  context,
  plan,
  req,
  situation,
  version,
}: {
  context: PolicyContext
  plan: PublicationPlan
  req: PayloadRequest
  situation: Situation
  version: StoredVersion
}): Promise<Warning[]> => {
  return [
    ...plan.problems.map(warningOf),
    ...(situation.version.imported
      ? []
      : await pendingWarnings({ context, plan, req, situation, version })),
    ...(await materialityGuard({ context, plan, req, version })),
    ...textWarnings({ context, plan, req, situation, version }),
  ]
}

const pendingWarnings = async ({
  context,
  plan: { effectiveAt, predecessor, replaced },
  req,
  situation: {
    context: { timeline, timeZone },
  },
  version,
}: Parameters<typeof warningsOfDraft>[0]): Promise<Warning[]> => {
  const sharedWith = sharedChangesOf({ context, req, timeline, version })
  const announced = upcomingAt({ at: effectiveAt, versions: timeline }).filter(
    ({ id }) => id !== replaced?.id,
  )
  const warnings = announced.map(async (pending) =>
    beforePending({
      ...(await sharedWith({ follows: predecessor, pending })),
      pending,
      timeZone,
    }),
  )

  return (await Promise.all(warnings)).flat()
}

/** Of an announced version: what came between, and what was proclaimed since. Nothing announced moves. */
export const warningsOfPublished = ({
  calendars,
  published,
  state,
  timeline,
  timeZone,
  version,
}: {
  calendars: readonly BusinessCalendar[]
  published: PublishedVersion
  state: null | VersionState
  timeline: readonly PublishedVersion[]
  timeZone: string
  version: StoredVersion
}): Warning[] => {
  const count = (version.snapshot as null | Snapshot)?.count

  return state === 'upcoming' && count
    ? [
        ...undoesLater({ timeline, timeZone, version: published }),
        ...(orNull(() => recounted({ calendars, count, version: published })) ?? []),
      ]
    : []
}
