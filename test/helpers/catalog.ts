import pg from 'pg'

/** A connection of the database's superuser to an app's database. */
export const withDatabase = async <T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Everything that a schema consists of, in words: columns and how they are stored, indexes, constraints, triggers, functions. */
export const catalogOf = (databaseUrl: string, schema = 'public'): Promise<string[]> =>
  withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `
      select 'column ' || table_name || ' ' || column_name || ' ' || udt_name || ' ' || is_nullable
        || coalesce(' ' || column_default, '') || coalesce(' ' || generation_expression, '') as line
      from information_schema.columns where table_schema = $1
      union all select 'storage ' || attrelid::regclass || ' ' || attname || ' ' || attstorage::text
      from pg_attribute a join pg_class c on c.oid = attrelid
      where c.relnamespace = $1::regnamespace and c.relkind = 'r' and attnum > 0 and not attisdropped
      union all select 'index ' || indexdef from pg_indexes where schemaname = $1
      union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = $1::regnamespace
      union all select 'trigger ' || tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
      from pg_trigger t join pg_class c on c.oid = tgrelid
      where c.relnamespace = $1::regnamespace and not tgisinternal
      union all select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = $1::regnamespace
      union all select 'enum ' || typname || ' ' || enumlabel from pg_enum join pg_type t on t.oid = enumtypid
      where t.typnamespace = $1::regnamespace
      order by line`,
      [schema],
    )
    return rows.map(({ line }) => line)
  })
