import type { GuardedTables } from './guardedTables.js'

import { setByPlugin } from '../../domain/versionContent.js'
import { derivedNames } from '../derivedColumns.js'
import { literal, namer, quoted } from './guardedTables.js'

/** A function of the guards. Its body is compared with the database's to tell whether it is installed. */
export type GuardFunction = {
  arguments: string
  body: string
  language: 'plpgsql' | 'sql'
  /** Quoted, with its schema. */
  name: string
  /** Without schema and quotes. */
  plainName: string
  returns: string
}

/** The name under which the simulated time of a transaction is set. */
export const simulatedNow = 'policy_versioning.now'

/** The prefix of what a policy's advisory lock is taken on; its id follows. */
export const lockPrefix = 'payload-plugin-policy-versioning:'

const columns = [
  ...setByPlugin.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  ...derivedNames,
]

/** What the guards are made of: the clock, the lock, the digest of a version's content. */
export const helperFunctions = ({
  isClockSimulated,
  tables,
}: {
  isClockSimulated: boolean
  tables: GuardedTables
}): GuardFunction[] => {
  const { guard, object, policyNow, table } = namer(tables)

  return [
    {
      name: policyNow,
      arguments: '',
      body: isClockSimulated
        ? ` select coalesce(nullif(current_setting('${simulatedNow}', true), '')::timestamptz, clock_timestamp()) `
        : ' select clock_timestamp() ',
      language: 'sql',
      plainName: 'policy_now',
      returns: 'timestamptz',
    },
    {
      name: object('is_locked'),
      arguments: `policy ${tables.idType}`,
      // The key of an advisory lock stands in pg_locks in two halves. A shared lock keeps nobody out, and
      // where a transaction sees the database as it was at its start, the lock is of no use either.
      body: `
  select current_setting('transaction_isolation') = 'read committed' and exists (
    select from pg_catalog.pg_locks
    where locktype = 'advisory' and mode = 'ExclusiveLock' and pid = pg_backend_pid() and granted and objsubid = 1
      and database = (select oid from pg_catalog.pg_database where datname = current_database())
      and ((classid::bigint << 32) | objid::bigint) = hashtextextended('${lockPrefix}' || policy::text, 0)
  )
`,
      language: 'sql',
      plainName: guard('is_locked'),
      returns: 'boolean',
    },
    {
      name: object('is_now'),
      arguments: `policy ${tables.idType}, at timestamptz`,
      // Decided a moment ago, or right after the policy's last publication, where the clock went back since.
      body: `
  select at > ${policyNow}() - interval '1 minute'
    and at <= greatest(
      ${policyNow}() + interval '1 millisecond',
      (select max(v.published_at) + interval '1 millisecond' from ${table('versions')} v where v.policy_id = policy)
    )
`,
      language: 'sql',
      plainName: guard('is_now'),
      returns: 'boolean',
    },
    {
      name: object('submission'),
      arguments: `version ${tables.idType}`,
      // Its number in the policy's record. None where it was sent back or edited since.
      body: `
  select case when max(e.sequence) filter (where e.type = 'submitted')
    > coalesce(max(e.sequence) filter (where e.type in ('changes_requested', 'returned_to_draft')), 0)
    then max(e.sequence) filter (where e.type = 'submitted') end
  from ${table('events')} e where e.version_id = version
`,
      language: 'sql',
      plainName: guard('submission'),
      returns: 'numeric',
    },
    {
      name: object('digest'),
      arguments: 'version jsonb',
      body: digestBody(tables),
      language: 'sql',
      plainName: guard('digest'),
      returns: 'text',
    },
  ]
}

/** SHA-256 of everything that a reviewer approves, as the database itself holds it. */
const digestBody = ({ children, idType, schema }: GuardedTables): string => {
  const rows = children.map(({ hasCounter, lookup, name, isDirect, parentColumn }) => {
    const row = `jsonb_strip_nulls(to_jsonb(t)${hasCounter ? ` - 'id'` : ''})`
    const parent = `t.${quoted(parentColumn)}`
    const isOfVersion = isDirect
      ? `${parent} = (version ->> 'id')::${idType}`
      : `(${lookup.replace('$1', `${parent}::text`)}) = version ->> 'id'`
    return `select jsonb_build_array(${literal(name)}, ${row}) as item from ${quoted(schema, name)} t where ${isOfVersion}`
  })

  return `
  select 'sha256:' || encode(sha256(convert_to(jsonb_build_array(
    jsonb_strip_nulls(version - array[${columns.map(literal).join(', ')}]),
    ${
      rows.length > 0
        ? `(select coalesce(jsonb_agg(item order by item::text collate "C"), '[]'::jsonb) from (
      ${rows.join('\n      union all ')}
    ) items)`
        : `'[]'::jsonb`
    }
  )::text, 'UTF8')), 'hex')
`
}
