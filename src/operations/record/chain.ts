import type { RecordedPolicy } from '../../database/recordReads.js'
import type { Query } from '../../database/statement.js'
import type { TableTree } from '../../database/tableTree.js'
import type { Finding } from '../../domain/record/finding.js'

import { readStoredRows } from '../../database/rowReads.js'
import { chainFindings, type RecordedEvent } from '../../domain/record/chain.js'
import {
  contradictionFindings,
  type RecordedRow,
  type Seal,
  sealsIn,
  type StoredRow,
} from '../../domain/record/seal.js'
import { stateAfter, type VersionState } from '../../domain/record/versionState.js'
import { nameOf } from './checking.js'

/** The last seal of a row. */
export type Sealed = { event: number; seal: Seal; version: number | string }

/** What a policy's chain says, read once from its first event to its last. */
export type RecordChain = {
  findings: Finding[]
  /** Hashes of the events whose numbers were asked for. */
  hashes: Map<number, string>
  /** The last event; null where there is none. */
  last: null | RecordedEvent
  /** How many events there are. */
  length: number
  /** By `keyOf`. */
  seals: Map<string, Sealed>
  /** By the version's id. */
  states: Map<string, VersionState>
}

const eventsAtOnce = 500

const columns = {
  actor: 'actor',
  at: 'at',
  createdAt: 'created_at',
  data: 'data',
  hash: 'hash',
  id: 'id',
  policy: 'policy_id',
  previousHash: 'previous_hash',
  seals: 'seals',
  sequence: 'sequence',
  type: 'type',
  updatedAt: 'updated_at',
  version: 'version_id',
} as const satisfies Record<Exclude<keyof RecordedEvent, 'extras'>, string>

/** Names a row across kinds. */
export const keyOf = ({ id, kind }: RecordedRow): string => `${kind} ${id}`

/** Reads a policy's chain and checks each link. */
export const readChain = async ({
  numbers,
  policy,
  query,
  tree,
}: {
  /** Numbers of events whose hashes are wanted. */
  numbers: readonly number[]
  policy: RecordedPolicy
  query: Query
  tree: TableTree
}): Promise<RecordChain> => {
  const chain: RecordChain = {
    findings: [],
    hashes: new Map(),
    last: null,
    length: 0,
    seals: new Map(),
    states: new Map(),
  }

  for (let offset = 0; ; offset += eventsAtOnce) {
    const rows = await readStoredRows({
      condition: `t.policy_id ${policy.id === null ? 'is null' : '= $1'}
        order by t.sequence, t.id limit ${eventsAtOnce} offset ${offset}`,
      query,
      tree,
      values: policy.id === null ? [] : [policy.id],
    })
    const events = rows.map(eventOf)

    chain.findings.push(
      ...chainFindings({ events, policy: nameOf(policy), previous: chain.last }),
      ...events.flatMap((event) => take({ chain, event, numbers, policy })),
    )
    chain.last = events.at(-1) ?? chain.last
    chain.length += events.length

    if (rows.length < eventsAtOnce) {
      return chain
    }
  }
}

/** An event as its row holds it. */
export const eventOf = ({ children, columns: row }: StoredRow): RecordedEvent => {
  const known: string[] = Object.values(columns)

  return {
    ...(Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, row[column] ?? null]),
    ) as Omit<RecordedEvent, 'extras'>),
    extras: [
      ...Object.keys(row).filter((column) => !known.includes(column) && row[column] !== null),
      ...Object.keys(children).filter((child) => children[child]!.rows.length > 0),
    ],
  }
}

/** Keeps what an event says about its version and its rows. */
const take = ({
  chain,
  event,
  numbers,
  policy,
}: {
  chain: RecordChain
  event: RecordedEvent
  numbers: readonly number[]
  policy: RecordedPolicy
}): Finding[] => {
  const { hash, seals, sequence, version } = event
  chain.states.set(String(version), stateAfter(event))

  if (numbers.includes(sequence)) {
    chain.hashes.set(sequence, hash)
  }

  return sealsIn(seals).flatMap((seal) => {
    const earlier = chain.seals.get(keyOf(seal))
    chain.seals.set(keyOf(seal), { event: sequence, seal, version })

    return earlier
      ? contradictionFindings({
          earlier: earlier.seal,
          event: sequence,
          later: seal,
          policy: nameOf(policy),
          version,
        })
      : []
  })
}
