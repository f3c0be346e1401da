import type { PublicTables } from '../database/statement.js'
import type { Languages } from '../domain/languages.js'

/** What the standalone reader reads from. */
export type ReadTable = keyof PublicTables

/** How the standalone reader finds the sealed versions, and what it answers with. */
export type PolicyReaderOptions = {
  /**
   * Below which path the routes lie, as Payload's `routes.api`.
   * @default '/api'
   */
  apiRoute?: string
  cache?: {
    /**
     * Seconds; the longest that an answer may be kept.
     * @default 60
     */
    maxAge?: number
    /**
     * The most that is kept in memory.
     * @default 67108864
     */
    maxBytes?: number
  }
  /** Of the database, or of a read replica of it. Either this or `directory`. */
  connectionString?: string
  /**
   * That `payload policies:export` wrote; it takes the place of a database, and this machine's clock
   * tells what is in force.
   */
  directory?: string
  /**
   * The languages of the texts, as Payload's localization has them.
   * @default English alone
   */
  languages?: Languages
  /**
   * Connections that are held at most.
   * @default 5
   */
  maxConnections?: number
  /** Is told of what went wrong: a database that cannot be reached, say. */
  onError?: (error: unknown) => void
  /**
   * The address of a version on the public site, as the plugin's option.
   * @default `${serverURL}/policies/${policy.slug}/versions/${version.label}`
   */
  policyUrl?: (args: {
    locale: string
    policy: { slug: string }
    version: { label: string }
  }) => string
  /**
   * The schema of the tables, as the database adapter's `schemaName`.
   * @default what the role's search path finds
   */
  schemaName?: string
  /**
   * Before the addresses in answers, as Payload's `serverURL`.
   * @default ''
   */
  serverURL?: string
  /**
   * The slugs of the collections, where the host chose others; the routes follow.
   * @default { events: 'policy-events', notices: 'policy-notices', policies: 'policies', versions: 'policy-versions' }
   */
  slugs?: Partial<Record<ReadTable, string>>
  /**
   * The names of the tables, where the host's collections have a `dbName`.
   * @default those that Payload's adapter makes of the slugs
   */
  tables?: Partial<Record<ReadTable, string>>
}

export const defaultSlugs: Record<ReadTable, string> = {
  events: 'policy-events',
  notices: 'policy-notices',
  policies: 'policies',
  versions: 'policy-versions',
}
