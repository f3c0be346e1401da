import type { Query } from '../statement.js'
import type { ChildTable, GuardedTables } from './guardedTables.js'

import { literal, quoted } from './guardedTables.js'

type ForeignKey = { child: string; childIdIsNumber: boolean; column: string; parent: string }
type Found = {
  foreignKeys: ForeignKey[]
  idType: string
  schema: string
  texts: null | string
}

/** Reads from the catalog which tables there are to guard; null before the tables were made. */
export const readGuardedTables = async ({
  query,
  tables,
}: {
  query: Query
  /** Quoted, with the schema where the host names one. */
  tables: GuardedTables['names']
}): Promise<GuardedTables | null> => {
  const found = await query<Found | null>({
    text: `
      select json_build_object(
        'schema', n.nspname,
        'idType', (
          select format_type(a.atttypid, a.atttypmod) from pg_attribute a
          where a.attrelid = v.oid and a.attname = 'id'
        ),
        'texts', (
          select child.relname from pg_constraint c join pg_class child on child.oid = c.conrelid
          where c.contype = 'f' and c.confrelid = v.oid and 4 = (
            select count(*) from pg_attribute a
            where a.attrelid = child.oid and a.attname in ('_locale', 'body', 'change_summary', 'title')
          )
          limit 1
        ),
        'foreignKeys', (
          select coalesce(json_agg(json_build_object(
            'child', child.relname,
            'childIdIsNumber', exists (
              select from pg_attribute i
              where i.attrelid = child.oid and i.attname = 'id' and i.atttypid in ('int4'::regtype, 'int8'::regtype)
            ),
            'column', a.attname,
            'parent', parent.relname
          ) order by child.relname), '[]')
          from pg_constraint c
          join pg_class child on child.oid = c.conrelid
          join pg_class parent on parent.oid = c.confrelid
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
          where c.contype = 'f' and c.confdeltype = 'c' and cardinality(c.conkey) = 1
            and a.attname in ('parent_id', '_parent_id') and child.relnamespace = n.oid
        )
      ) as answer
      from pg_class v join pg_namespace n on n.oid = v.relnamespace
      where v.oid = to_regclass($1) and to_regclass($2) is not null`,
    values: [tables.versions, tables.events],
  })

  return found
    ? {
        children: childrenOf({ ...found, of: plain(tables.versions) }),
        idType: found.idType,
        lists: childrenOf({ ...found, of: plain(tables.calendars) }).map(({ name }) => name),
        names: {
          calendars: plain(tables.calendars),
          events: plain(tables.events),
          notices: plain(tables.notices),
          policies: plain(tables.policies),
          reviews: plain(tables.reviews),
          versions: plain(tables.versions),
        },
        schema: found.schema,
        texts: found.texts,
      }
    : null
}

const plain = (name: string): string => (name.split('"."').at(-1) ?? name).replaceAll('"', '')

/** Follows the foreign keys down from a table, with the way back up for each. */
const childrenOf = ({ foreignKeys, of, schema }: Found & { of: string }): ChildTable[] => {
  const below = (parent: string, lookup: (id: string) => string): ChildTable[] =>
    foreignKeys
      .filter((key) => key.parent === parent && key.child !== parent)
      .flatMap(({ child, childIdIsNumber, column }) => [
        {
          name: child,
          hasCounter: childIdIsNumber,
          isDirect: parent === of,
          lookup: lookup('$1'),
          parentColumn: column,
        },
        ...below(child, (id) =>
          lookup(
            `(select p.${quoted(column)}::text from ${quoted(schema, child)} p where p.id::text = ${id})`,
          ),
        ),
      ])

  return below(of, (id) => (id === '$1' ? 'select $1' : `select ${id}`))
}

/** What of the guards the database holds: functions and what they run under, and triggers that fire. */
export type InstalledGuards = {
  functions: { body: string; name: string; settings: null | string[] }[]
  triggers: { definition: string; name: string; table: string }[]
}

/** Reads the guards that are installed. A trigger that was disabled counts as missing. */
export const readInstalledGuards = ({
  query,
  tables: { schema },
}: {
  query: Query
  tables: GuardedTables
}): Promise<InstalledGuards> =>
  query({
    text: `
      select json_build_object(
        'functions', (
          select coalesce(json_agg(json_build_object(
            'name', p.proname, 'body', p.prosrc, 'settings', p.proconfig
          )), '[]')
          from pg_proc p where p.pronamespace = ${literal(schema)}::regnamespace
        ),
        'triggers', (
          select coalesce(json_agg(json_build_object(
            'name', t.tgname, 'table', c.relname, 'definition', pg_get_triggerdef(t.oid)
          )), '[]')
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = ${literal(schema)}::regnamespace and not t.tgisinternal
            and t.tgenabled in ('O', 'A')
        )
      ) as answer`,
    values: [],
  })
