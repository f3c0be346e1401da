import type { PayloadRequest } from 'payload'

import type { ActiveNotice } from '../domain/activeNotices.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { readNotices } from '../database/activeNotices.js'
import { tablesOf } from '../database/connection.js'
import { activeNotices } from '../domain/activeNotices.js'
import { homepage } from '../domain/channels.js'
import { addCivilMonths, civilDateOf } from '../domain/civilDate.js'
import { hasRole } from '../domain/lifecycle.js'
import { iso } from '../domain/publicVersion.js'
import { loadActor } from './actor.js'
import { loadCalendars } from './calendars.js'
import { doctor, type DoctorCheck } from './doctor.js'
import {
  loadNamedPolicies,
  type NamedPolicies,
  type NamedVersion,
  namedVersion,
} from './namedVersions.js'
import { present, queryFor } from './present.js'
import { loadWaitingTasks, type WaitingTask } from './waitingTasks.js'

/** What somebody who works on the policies should know today. Instants are ISO 8601 UTC. */
export type PolicyDashboard = {
  /** The instant of everything here, by the plugin's clock. */
  at: string
  /** Those whose coverage ends within a year (`to`, a civil date), the first to end first. */
  calendars: { id: string; isOver: boolean; to: string }[]
  /** What the doctor finds at a glance; null for those who are no admin. */
  findings: DoctorCheck[] | null
  /** The notices on the homepage now, the first to go first. */
  notices: (NamedVersion & Pick<ActiveNotice, 'phase' | 'visibleUntil'>)[]
  /** What takes effect in the next sixty days, the soonest first. */
  soon: (NamedVersion & { effectiveAt: string; materialChange: boolean })[]
  /** What waits for this person, what is most urgent first. */
  waiting: WaitingTask[]
}

const day = 86_400_000
const soonDays = 60

/** What the doctor can tell without reading the whole record; calendars and unpublished versions have places of their own. */
const atAGlance: DoctorCheck['check'][] = ['guards', 'clock', 'clock_skew', 'deliveries']

/** The dashboard of the person behind a request; null for those without a role in the policies. */
export const loadDashboard = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<null | PolicyDashboard> => {
  const actor = await loadActor({ context, req })
  if (!actor?.roles.length) {
    return null
  }

  const at = await present({ context, req })
  const args = { at, context, named: await loadNamedPolicies({ context, req }), req }

  return {
    at: iso(at),
    calendars: await endingCalendars(args),
    findings: hasRole({ actor, role: 'admin' })
      ? (await doctor({ context, only: atAGlance, payload: req.payload })).filter(
          ({ status }) => status === 'finding',
        )
      : null,
    notices: await liveNotices(args),
    soon: await takingEffectSoon(args),
    waiting: await loadWaitingTasks({ ...args, actor }),
  }
}

type Args = { at: Date; context: PolicyContext; named: NamedPolicies; req: PayloadRequest }

const endingCalendars = async ({
  at,
  context,
  req,
}: Args): Promise<PolicyDashboard['calendars']> => {
  const today = civilDateOf({ instant: at, timeZone: 'UTC' })

  return (await loadCalendars({ context, req }))
    .map(({ id, coverage: { to } }) => ({ id, isOver: to < today, to }))
    .filter(({ to }) => to < addCivilMonths(today, 12))
    .sort((one, other) => one.to.localeCompare(other.to))
}

const liveNotices = async ({
  at,
  context,
  named,
  req,
}: Args): Promise<PolicyDashboard['notices']> => {
  const { notices: posted } = await readNotices({
    at,
    channel: homepage,
    query: await queryFor(req),
    tables: tablesOf({ payload: req.payload, slugs: context.slugs }),
  })

  return activeNotices({ at, locale: context.language, notices: posted })
    .notices.flatMap((notice) => {
      const { phase, version, visibleUntil } = notice
      const policy = [...named.values()].find(({ slug }) => slug === notice.policy.slug)
      const id = posted.find((other) => other.id === notice.id)?.version

      return policy && id !== undefined
        ? [{ phase, policy, version: { id, label: version.label }, visibleUntil }]
        : []
    })
    .sort((one, other) => one.visibleUntil.localeCompare(other.visibleUntil))
}

const takingEffectSoon = async ({
  at,
  context,
  named,
  req,
}: Args): Promise<PolicyDashboard['soon']> => {
  const { docs } = await req.payload.db.find<
    Pick<StoredVersion, 'id' | 'label' | 'materialChange' | 'policy'> & { effectiveAt: string }
  >({
    collection: context.slugs.versions,
    joins: false,
    limit: 0,
    pagination: false,
    req,
    select: { effectiveAt: true, label: true, materialChange: true, policy: true },
    sort: 'effectiveAt',
    where: {
      and: [
        { status: { equals: 'published' } },
        { effectiveAt: { greater_than: iso(at) } },
        { effectiveAt: { less_than_equal: iso(new Date(+at + soonDays * day)) } },
      ],
    },
  })

  return docs.flatMap((version) => {
    const subject = namedVersion({ named, version })

    return subject
      ? [
          {
            ...subject,
            effectiveAt: iso(version.effectiveAt),
            materialChange: version.materialChange ?? false,
          },
        ]
      : []
  })
}
