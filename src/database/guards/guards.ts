import type { GuardedTables } from './guardedTables.js'
import type { GuardFunction } from './helperFunctions.js'

import { fingerprintFunctions } from './fingerprintFunctions.js'
import { literal, namer, quoted } from './guardedTables.js'
import { helperFunctions } from './helperFunctions.js'
import { recordGuards } from './recordGuards.js'
import { snapshotStorage } from './snapshotStorage.js'
import { versionGuard } from './versionGuard.js'

/** A trigger of the guards. */
export type GuardTrigger = {
  /** Of its function. */
  arguments: string[]
  events: string
  function: string
  level: 'row' | 'statement'
  name: string
  /** Without its schema. */
  table: string
}

/** Everything that the guards consist of, for the tables as they stand. */
export const guardsOf = ({
  isClockSimulated,
  tables,
}: {
  isClockSimulated: boolean
  tables: GuardedTables
}): { functions: GuardFunction[]; triggers: GuardTrigger[] } => ({
  functions: [
    ...helperFunctions({ isClockSimulated, tables }),
    ...fingerprintFunctions(tables),
    versionGuard(tables),
    ...recordGuards(tables),
  ],
  triggers: triggersOf(tables),
})

/**
 * What each guard runs under, whatever its session is set to. Temporary objects come last: Postgres
 * looks among them first otherwise, and a type of whoever connects would say what a guard's casts mean.
 */
export const guardSettings = {
  asStored: ['TimeZone=UTC', 'search_path=pg_catalog, pg_temp'],
  asWritten: `set timezone to 'UTC' set search_path to pg_catalog, pg_temp`,
}

/** The statements that install guards, and how they keep what they guard; each may be run again at any time. */
export const installing = ({
  functions,
  tables,
  triggers,
}: ReturnType<typeof guardsOf> & { tables: GuardedTables }): string[] => [
  ...functions.map(
    (guard) =>
      `create or replace function ${guard.name}(${guard.arguments}) returns ${guard.returns}
  language ${guard.language} ${guard.returns === 'trigger' ? '' : 'stable '}${guardSettings.asWritten}
  as ${literal(guard.body)}`,
  ),
  ...triggers.map(
    ({ name, arguments: given, events, function: guard, level, table }) =>
      `create or replace trigger ${quoted(name)} before ${events} on ${quoted(tables.schema, table)}
  for each ${level} execute function ${guard}(${given.map(literal).join(', ')})`,
  ),
  snapshotStorage({ kept: 'as it is', tables }),
]

/** The statements that take guards away again. */
export const removing = ({
  functions,
  tables,
  triggers,
}: ReturnType<typeof guardsOf> & { tables: GuardedTables }): string[] => [
  ...triggers.map(
    ({ name, table }) =>
      `drop trigger if exists ${quoted(name)} on ${quoted(tables.schema, table)}`,
  ),
  ...functions
    .map((guard) => `drop function if exists ${guard.name}(${argumentTypes(guard)})`)
    .reverse(),
  snapshotStorage({ kept: 'packed', tables }),
]

const argumentTypes = (guard: GuardFunction): string =>
  guard.arguments
    .split(', ')
    .map((argument) => argument.split(' ').slice(1).join(' '))
    .join(', ')

const triggersOf = (tables: GuardedTables): GuardTrigger[] => {
  const { guard, object } = namer(tables)
  const { children, lists, names } = tables
  const rows = (
    table: string,
    does: string,
    events: string,
    given: string[] = [],
  ): GuardTrigger => ({
    name: guard(does),
    arguments: given,
    events,
    function: object(does),
    level: 'row',
    table,
  })
  const kept = (table: string): GuardTrigger[] => [rows(table, 'guard_kept', 'update or delete')]

  return [
    rows(names.versions, 'guard_version', 'insert or update or delete'),
    ...children.map(({ name, lookup, parentColumn }) =>
      rows(name, 'guard_child', 'insert or update or delete', [parentColumn, lookup]),
    ),
    rows(names.policies, 'guard_policy', 'update or delete'),
    rows(names.reviews, 'guard_review', 'insert'),
    ...kept(names.reviews),
    rows(names.notices, 'guard_notice', 'insert'),
    ...kept(names.notices),
    rows(names.events, 'guard_event', 'insert'),
    ...kept(names.events),
    ...kept(names.calendars),
    ...lists.flatMap(kept),
    ...[...Object.values(names), ...lists, ...children.map(({ name }) => name)].map(
      (table): GuardTrigger => ({
        name: guard('guard_truncate'),
        arguments: [],
        events: 'truncate',
        function: object('guard_kept'),
        level: 'statement',
        table,
      }),
    ),
  ]
}
