/** A table that holds a part of a version: its languages, lists and relations, a host's own too. */
export type ChildTable = {
  /** Answers the version's id for a value ($1, text) of `parentColumn`. */
  lookup: string
  /** The table's own name, without its schema. */
  name: string
  parentColumn: string
  /** True where the row's id is a counter, which changes whenever Payload writes the row anew. */
  hasCounter: boolean
  /** True where `parentColumn` names the version itself. */
  isDirect: boolean
}

/** The tables that the guards watch, as they stand in the database. */
export type GuardedTables = {
  children: ChildTable[]
  /** Type of the ids of policies and versions. */
  idType: string
  /** Tables that hold the lists of the entries in calendars. */
  lists: string[]
  names: Record<'calendars' | 'events' | 'notices' | 'policies' | 'reviews' | 'versions', string>
  schema: string
  /** The table that holds a version's title and text by language; null where its own row does. */
  texts: null | string
}

/** A quoted identifier. */
export const quoted = (...parts: string[]): string =>
  parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.')

/** A quoted text. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Names the plugin's own objects after the versions' table, so that two sets of slugs can share a schema. */
export const namer = ({ names, schema }: GuardedTables) => ({
  guard: (name: string) => `${names.versions.slice(0, 40)}_${name}`,
  object: (name: string) => quoted(schema, `${names.versions.slice(0, 40)}_${name}`),
  policyNow: quoted(schema, 'policy_now'),
  table: (name: keyof GuardedTables['names']) => quoted(schema, names[name]),
})
