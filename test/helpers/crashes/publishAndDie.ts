import { getPayload } from 'payload'

import { crashingConfig } from './host.js'

/** What this program is told, as JSON. */
export type Crash = {
  databaseUrl: string
  /** Where to die; without it the program lives until it is killed. */
  point?: CrashPoint
  /** Id of the user who publishes. */
  user: number
  /** Id of the version to be published. */
  version: number
}

/** A point in a publication: one of its statements, the first that begins its transaction being 1. */
export type CrashPoint = {
  /** Right before the statement is sent, or right after, without waiting for its answer. */
  moment: 'before' | 'sent'
  statement: number
}

type Client = { query: (...args: [string | { text: string }]) => unknown }

const { databaseUrl, point, user, version } = JSON.parse(process.argv[2] ?? '') as Crash
const payload = await getPayload({ config: crashingConfig(databaseUrl) })

// Payload types its adapter without its kind.
const { prototype } = (payload.db as unknown as { pool: { Client: { prototype: Client } } }).pool
  .Client
const { query } = prototype
const die = () => process.kill(process.pid, 'SIGKILL')
let sent = 0

/** Prints each statement in a line of its own, and dies at its point. */
prototype.query = function (this: Client, ...args) {
  const isHere = ++sent === point?.statement

  if (isHere && point.moment === 'before') {
    die()
  }
  console.log(JSON.stringify(typeof args[0] === 'string' ? args[0] : args[0].text))
  const answer = query.apply(this, args)
  if (isHere) {
    setImmediate(die)
  }
  return answer
}

await payload.update({
  id: version,
  collection: 'policy-versions',
  data: { status: 'published' },
  overrideAccess: false,
  user: { id: user, collection: 'users' },
})
