/**
 * A column that the database derives from each snapshot: all of it but the texts, and of those the
 * languages (`textLanguages`). A snapshot with long texts is many times dearer to take out of storage
 * than what most reads want of it. Nobody can write it, so that it says what the snapshot says.
 */
export const particularsColumn = 'sealed_particulars'

/** What Postgres makes it of; it takes no functions that depend on more than their arguments. */
export const particularsOfSnapshot = `case jsonb_typeof(snapshot) when 'object' then jsonb_set(
  snapshot - '{content,renditions}'::text[],
  '{textLanguages}',
  jsonb_path_query_array(snapshot -> 'renditions', '$.keyvalue().key')
) end`

/** The particulars of a version in SQL. */
export const particularsOf = (row: string): string => `${row}.${particularsColumn}`

/** What of them public answers are made of. */
export const publicParticulars = (row: string): string =>
  `${particularsOf(row)} - '{count,textLanguages}'::text[]`
