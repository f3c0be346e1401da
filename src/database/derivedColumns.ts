/**
 * Columns that the database derives from each snapshot: what most reads want of it, without the texts,
 * which make a snapshot many times dearer to take out of storage. Nobody can write them, so that they say
 * what the snapshot says; each is made by functions that depend on nothing but their arguments.
 */
export const derivedColumns = {
  /** How the notice was counted. */
  count: { name: 'sealed_count', expression: `snapshot -> 'count'` },
  /** The languages that there is a text in; of what was made no snapshot any more, none. */
  languages: {
    name: 'sealed_languages',
    expression: `jsonb_path_query_array(snapshot -> 'renditions', '$.keyvalue().key', '{}', true)`,
  },
  /** What the public is told beside the text. */
  particulars: {
    name: 'sealed_particulars',
    expression: `case jsonb_typeof(snapshot) when 'object' then snapshot - '{content,count,renditions}'::text[] end`,
  },
} as const

/** One of them, of a row in SQL. */
export const derived = (column: keyof typeof derivedColumns, row: string): string =>
  `${row}.${derivedColumns[column].name}`

export const derivedNames: readonly string[] = Object.values(derivedColumns).map(({ name }) => name)
