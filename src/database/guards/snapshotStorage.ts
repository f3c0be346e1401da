import type { GuardedTables } from './guardedTables.js'

import { literal, quoted } from './guardedTables.js'

/**
 * Has snapshots that are stored from now on kept as they are or packed, as Postgres does by itself.
 * Most of the time that a text takes to read went into unpacking its snapshot; kept as it is, it takes
 * about three times the space. What is stored already stays readable and as it is.
 * Where it is so already nothing is locked, so that a run beside a long query holds up no reader.
 * @see https://www.postgresql.org/docs/current/storage-toast.html
 */
export const snapshotStorage = ({
  kept,
  tables: { names, schema },
}: {
  kept: 'as it is' | 'packed'
  tables: Pick<GuardedTables, 'names' | 'schema'>
}): string => {
  const versions = quoted(schema, names.versions)
  const { code, storage } = { 'as it is': external, packed: extended }[kept]

  return `do $$ begin
  if exists (
    select from pg_catalog.pg_attribute
    where attrelid = ${literal(versions)}::regclass and attname = 'snapshot' and attstorage <> '${code}'
  ) then
    alter table ${versions} alter column snapshot set storage ${storage};
  end if;
end $$`
}

const external = { code: 'e', storage: 'external' }
const extended = { code: 'x', storage: 'extended' }
