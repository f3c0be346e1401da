import pg from 'pg'

import type { Edit } from './tamper.js'

type Column = {
  base: string
  isNullable: boolean
  labels: null | string[]
  name: string
  table: string
  type: string
}
type Row = Record<string, unknown> & { id: number | string }

/**
 * Edits of single fields of the record, in a random order that a seed fixes: every column of every table
 * that holds a part of it, as the database itself lists them, comes up before any comes up twice.
 */
export async function* randomEdits({
  databaseUrl,
  seed,
}: {
  databaseUrl: string
  seed: number
}): AsyncGenerator<Edit, never> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const columns = await columnsOf(client)
  const rows = await sealedRows({ client, tables: [...new Set(columns.map(({ table }) => table))] })
  await client.end()

  const random = randomFrom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!

  for (;;) {
    for (const column of shuffled(columns, random)) {
      const own = rows.get(column.table) ?? []
      // Of few values, such as languages, the other one is often taken.
      const attempts = own.length === 0 ? 0 : column.labels ? 3 : 1

      for (let attempt = 0; attempt < attempts; attempt++) {
        const row = pick(own)
        yield {
          id: row.id,
          column: column.name,
          table: column.table,
          type: column.type,
          value: otherValue({ column, pick, random, value: row[column.name] }),
        }
      }
    }
  }
}

const columnsOf = async (client: pg.Client): Promise<Column[]> => {
  const { rows } = await client.query<Column>(`
    select c.table_name as table, c.column_name as name, c.is_nullable = 'YES' as "isNullable",
      c.udt_name as base, format('%I.%I', c.udt_schema, c.udt_name) as type,
      (select json_agg(e.enumlabel) from pg_enum e
        where e.enumtypid = to_regtype(format('%I.%I', c.udt_schema, c.udt_name))) as labels
    from information_schema.columns c
    where c.table_schema = 'public' and c.is_generated = 'NEVER' and c.table_name ~ '^policy_(versions|reviews|notices|events)'
    order by 1, 2`)
  return rows
}

/** The rows by table, as JSON; of versions those that were published, and what lies with them. */
const sealedRows = async ({
  client,
  tables,
}: {
  client: pg.Client
  tables: string[]
}): Promise<Map<string, Row[]>> => {
  const rows = new Map<string, Row[]>()

  for (const table of tables.sort()) {
    const { rows: found } = await client.query<{ row: Row }>(
      `select to_jsonb(t) as row from "${table}" t order by id`,
    )
    const all = found.map(({ row }) => row)
    // A child table sorts after its parent, and its name goes on from there.
    const parent = tables.filter((name) => table.startsWith(`${name}_`)).at(-1)
    const parents = parent && rows.get(parent)!.map(({ id }) => id)
    rows.set(
      table,
      all.filter((row) =>
        parents
          ? parents.includes((row._parent_id ?? row.parent_id) as number | string)
          : table !== 'policy_versions' || row.published_at !== null,
      ),
    )
  }

  return rows
}

const otherValue = ({
  column: { base, isNullable, labels, name },
  pick,
  random,
  value,
}: {
  column: Column
  pick: <T>(items: readonly T[]) => T
  random: () => number
  value: unknown
}): null | string => {
  if (isNullable && value !== null && random() < 0.15) {
    return null
  }
  if (labels) {
    return pick(labels.filter((label) => label !== value))
  }
  switch (base) {
    case 'bool':
      return String(!value)
    case 'int4':
    case 'numeric':
      // The ids next to one are taken.
      return String(Number(value ?? 0) + pick(name === 'id' ? [1_000, 7_777] : [-1, 1, 1_000]))
    case 'jsonb':
      return JSON.stringify(changedJson({ pick, random, value }))
    case 'timestamptz':
      return new Date(
        +new Date((value as null | string) ?? '2026-01-01T00:00:00Z') +
          pick([-86_400_000, -1, 1, 3_600_000]),
      ).toISOString()
    default:
      return changedText({ pick, random, value: typeof value === 'string' ? value : '' })
  }
}

const changedText = ({
  pick,
  random,
  value,
}: {
  pick: <T>(items: readonly T[]) => T
  random: () => number
  value: string
}): string => {
  const at = Math.floor(random() * value.length)
  return pick([
    `${value} `,
    `${value.slice(0, at)}x${value.slice(at)}`,
    value.slice(0, at) + value.slice(at + 1) || 'x',
    'forged',
  ])
}

/** Changes one leaf, or takes a part out, or puts one in. */
const changedJson = ({
  pick,
  random,
  value,
}: {
  pick: <T>(items: readonly T[]) => T
  random: () => number
  value: unknown
}): unknown => {
  if (typeof value === 'object' && value !== null && random() < 0.9) {
    const keys = Object.keys(value)
    const key = keys.length > 0 && random() < 0.95 ? pick(keys) : 'forged'
    const part = (value as Record<string, unknown>)[key]

    if (Array.isArray(value)) {
      return keys.length > 0 && random() < 0.9
        ? value.map((item: unknown, index) =>
            String(index) === key ? changedJson({ pick, random, value: item }) : item,
          )
        : [...(value as unknown[]), 'forged']
    }
    return random() < 0.1 && part !== undefined
      ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
      : { ...value, [key]: changedJson({ pick, random, value: part }) }
  }
  if (typeof value === 'string') {
    return changedText({ pick, random, value })
  }
  return pick(['forged', 7, true, { forged: 1 }, []].filter((other) => other !== value))
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item)

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
const randomFrom = (seed: number) => {
  let state = seed

  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
