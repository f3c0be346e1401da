import type { Payload, PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { tablesOf } from '../database/connection.js'
import { readDatabaseTime, readWaitingVersions } from '../database/doctorReads.js'
import { guardsCommand, missingGuards } from '../database/guardedConnection.js'
import { addCivilMonths, civilDateOf } from '../domain/civilDate.js'
import { atOneInstant } from './atOneInstant.js'
import { loadCalendars } from './calendars.js'
import { queryFor } from './present.js'
import { checkRecord } from './record/checkRecord.js'

/** One thing that the doctor looked at. */
export type DoctorCheck = {
  check: 'calendars' | 'clock' | 'clock_skew' | 'deliveries' | 'guards' | 'record' | 'unpublished'
  /** What was found, and what to do about it. */
  message: string
  status: 'finding' | 'ok'
}

type Patient = { context: PolicyContext; payload: Payload; req: PayloadRequest }

/** Milliseconds between the clocks of application and database that are nothing to worry about. */
const tolerableSkew = 2_000

/**
 * Looks at everything that the promises rest on and that nobody sees otherwise. It writes nothing, and
 * sees the database as it is at one instant. It asks for no role.
 */
export const doctor = ({
  context,
  only,
  payload,
}: Omit<Patient, 'req'> & {
  /** @default everything */
  only?: readonly DoctorCheck['check'][]
}): Promise<DoctorCheck[]> =>
  atOneInstant({
    payload,
    read: async (req) => {
      const patient = { context, payload, req }
      const checks: DoctorCheck[] = []

      // One after the other: they share a connection.
      for (const [check, examine] of Object.entries(examinations)) {
        if (!only || only.some((wanted) => wanted === check)) {
          checks.push(await examine(patient))
        }
      }
      return checks
    },
  })

const checkGuards = async ({ context, payload, req }: Patient): Promise<DoctorCheck> => {
  const missing = await missingGuards({
    isClockSimulated: Boolean(context.clock),
    payload,
    query: await queryFor(req),
    slugs: context.slugs,
  })

  return missing.length === 0
    ? ok('guards', 'The database’s guards are in place.')
    : finding(
        'guards',
        `${countOf(missing.length, 'guard')} of the database ${missing.length === 1 ? 'is' : 'are'} missing: ${missing.join(', ')}. Nothing can be published without them. Install them with \`${guardsCommand}\`, or by a migration.`,
      )
}

const checkWholeRecord = async ({ context, req }: Patient): Promise<DoctorCheck> => {
  const { events, findings, policies } = await checkRecord({ context, req })
  const [first] = findings

  return first
    ? finding(
        'record',
        `${countOf(findings.length, 'link')} of the record ${findings.length === 1 ? 'is' : 'are'} broken; the first: ${first.message} \`payload policies:verify\` names them all.`,
      )
    : ok(
        'record',
        `The record is whole: ${countOf(events, 'event')} of ${countOf(policies, 'policy', 'policies')}.`,
      )
}

const checkClock = ({ context }: Patient): DoctorCheck =>
  context.clock
    ? finding(
        'clock',
        'Time is simulated by the option `clock`, so the dates in the record are no real ones. Remove it where dates are promises.',
      )
    : ok('clock', 'Time is told by the database.')

const checkSkew = async ({ req }: Patient): Promise<DoctorCheck> => {
  const query = await queryFor(req)
  const before = applicationTime()
  const database = +new Date(await readDatabaseTime(query))
  const after = applicationTime()
  // What the question itself took counts for nobody.
  const skew = Math.max(0, database - after, before - database)

  return skew > tolerableSkew
    ? finding(
        'clock_skew',
        `The clocks of application and database are ${(skew / 1000).toFixed(1)} seconds apart. Dates are counted by the database's; set both by the same time server.`,
      )
    : ok('clock_skew', 'The clocks of application and database agree.')
}

const checkCalendars = async ({ context, req }: Patient): Promise<DoctorCheck> => {
  const instant = context.clock
    ? await context.clock({ req })
    : new Date(await readDatabaseTime(await queryFor(req)))
  const today = civilDateOf({ instant, timeZone: 'UTC' })
  const inAYear = addCivilMonths(today, 12)
  const ending = (await loadCalendars({ context, req })).filter(
    ({ coverage }) => coverage.to < inAYear,
  )

  return ending.length === 0
    ? ok('calendars', 'Every calendar covers the year to come.')
    : finding(
        'calendars',
        `${ending.map(({ id, coverage }) => `Calendar ${id} covers days up to ${coverage.to}`).join('; ')}. A publication that must count days after that is refused. Extend ${ending.length === 1 ? 'it' : 'them'} in the plugin's option \`calendars\`.`,
      )
}

const checkUnpublished = async ({ context, payload, req }: Patient): Promise<DoctorCheck> => {
  const waiting = await readWaitingVersions({
    query: await queryFor(req),
    tables: tablesOf({ payload, slugs: context.slugs }),
  })

  return waiting.length === 0
    ? ok('unpublished', 'No approved version waits for its publication.')
    : finding(
        'unpublished',
        `${waiting.map(({ label, policy, since }) => `Version ${label} of ${policy ?? 'no policy'} is approved${since === null ? '' : ` since ${new Date(since).toISOString().slice(0, 10)}`} and not published`).join('; ')}. Publish ${waiting.length === 1 ? 'it' : 'them'}, or edit ${waiting.length === 1 ? 'it' : 'them'} back into a draft.`,
      )
}

const checkDeliveries = async ({ context, payload, req }: Patient): Promise<DoctorCheck> => {
  const open = { deliveredAt: { exists: false } }
  const collection = context.slugs.deliveries
  const { totalDocs: all } = await payload.db.count({ collection, req, where: open })
  const { totalDocs: failed } = await payload.db.count({
    collection,
    req,
    where: { and: [open, { attempts: { greater_than: 0 } }] },
  })

  return all === 0
    ? ok('deliveries', 'Every notice went through its channel.')
    : finding(
        'deliveries',
        `${countOf(all, 'notice')} did not go through ${all === 1 ? 'its channel' : 'their channels'}: ${failed} failed, ${all - failed} ${all - failed === 1 ? 'was' : 'were'} never attempted. Look at \`lastError\` in "${collection}" and deliver ${all === 1 ? 'it' : 'them'} by other means.`,
      )
}

/** In the order in which they are told. */
const examinations: Record<
  DoctorCheck['check'],
  (patient: Patient) => DoctorCheck | Promise<DoctorCheck>
> = {
  guards: checkGuards,
  record: checkWholeRecord,
  clock: checkClock,
  clock_skew: checkSkew,
  calendars: checkCalendars,
  unpublished: checkUnpublished,
  deliveries: checkDeliveries,
}

/** Of this machine: the one place where its clock is read, to be compared. */
// eslint-disable-next-line no-restricted-syntax -- nothing is decided by it
const applicationTime = (): number => Date.now()

const ok = (check: DoctorCheck['check'], message: string): DoctorCheck => ({
  check,
  message,
  status: 'ok',
})

const finding = (check: DoctorCheck['check'], message: string): DoctorCheck => ({
  check,
  message,
  status: 'finding',
})

const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
