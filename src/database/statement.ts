/** One SQL statement with numbered parameters ($1 …). Plain data: any Postgres client can run it. */
export type Statement = { text: string; values: unknown[] }

/** Runs a statement that answers one row with one JSON column `answer`. */
export type Query = <T>(statement: Statement) => Promise<T>

/** Runs a statement that answers one row at most. */
export type ReadRow = <Row>(statement: Statement) => Promise<Row | undefined>

/** The tables that statements are about, quoted and with their schema. */
export type Tables = {
  calendars: string
  events: string
  notices: string
  policies: string
  reviews: string
  versions: string
}

/** The tables that public answers are read from. */
export type PublicTables = Pick<Tables, 'events' | 'notices' | 'policies' | 'versions'>
