import { postgresAdapter } from '@payloadcms/db-postgres'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { randomBytes } from 'node:crypto'
import {
  buildConfig,
  type CollectionConfig,
  type Config,
  getPayload,
  handleEndpoints,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import pg from 'pg'
import { inject } from 'vitest'

import { policyVersioningPlugin, type PolicyVersioningPluginOptions } from '../../src/index.js'

/** A Payload app of a host that uses the plugin, on a database of its own. */
export type App = {
  config: Promise<SanitizedConfig>
  databaseUrl: string
  /** Sends a query through Payload's GraphQL handler; for the first app alone, of those that run. */
  graphql: (query: string, options?: GraphqlOptions) => Promise<any> // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed
  payload: Payload
  /** Sends a request through Payload's REST handlers. */
  rest: (method: string, path: string, options?: RestOptions) => Promise<RestAnswer>
  stop: () => Promise<void>
  /** Posts a form with files through Payload's REST handlers. */
  upload: (path: string, form: FormData, as: string) => Promise<RestAnswer>
}

export type RestAnswer = {
  body: any // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed
  headers: Headers
  status: number
  /** The body as it was sent. */
  text: string
}

type GraphqlOptions = { as?: string | undefined; variables?: Record<string, unknown> | undefined }
type RestOptions = { as?: string | undefined; body?: unknown; headers?: Record<string, string> }

/** Users with roles in a field of their own, as hosts have them. */
export const users: CollectionConfig = {
  slug: 'users',
  auth: { useSessions: false },
  fields: [
    { name: 'name', type: 'text' },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      options: ['admin', 'editor', 'reviewer', 'publisher'],
    },
  ],
}

const hasRole =
  (role: string) =>
  ({ req }: { req: { user: unknown } }) =>
    (req.user as null | { roles?: string[] } | undefined)?.roles?.includes(role) ?? false

/** Access functions as a host writes them, by the roles of `users`. */
export const accessByRole: PolicyVersioningPluginOptions['access'] = {
  isAdmin: hasRole('admin'),
  isEditor: hasRole('editor'),
  isPublisher: hasRole('publisher'),
  isReviewer: hasRole('reviewer'),
}

// Each app has a new database; Payload would push the schema to the first one only.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

/** Starts an app on a new database of the shared server. */
export const startApp = async ({
  config: extra = {},
  databaseUrl,
  idType = 'serial',
  options = {},
}: {
  config?: Partial<Config>
  /** Of another app, to run two instances on one database. */
  databaseUrl?: string
  idType?: 'serial' | 'uuid'
  options?: PolicyVersioningPluginOptions
} = {}): Promise<App> => {
  const url = databaseUrl ?? (await newDatabase())
  const config = buildConfig({
    collections: [users],
    db: postgresAdapter({
      idType,
      pool: { connectionString: url },
      push: databaseUrl === undefined,
    }),
    editor: lexicalEditor(),
    logger: { destination: process.stderr, options: { level: 'silent' } },
    plugins: [policyVersioningPlugin({ access: accessByRole, ...options })],
    secret: 'test',
    telemetry: false,
    // Each app would start a process that writes types, and takes longer than most tests.
    typescript: { autoGenerate: false },
    ...extra,
  })
  // Payload's GraphQL handlers know the default instance only.
  const isDefault = !caches._payload?.has('default')
  const key = isDefault ? 'default' : randomBytes(8).toString('hex')
  const payload = await getPayload({ config, key })

  const answerTo = async (path: string, init: RequestInit): Promise<RestAnswer> => {
    const response = await handleEndpoints({
      config,
      payloadInstanceCacheKey: key,
      request: new Request(`http://localhost/api${path}`, init),
    })
    const text = await response.text()

    return {
      body: bodyOf({ text, type: response.headers.get('content-type') }),
      headers: response.headers,
      status: response.status,
      text,
    }
  }

  return {
    config,
    databaseUrl: url,
    graphql: async (query, { as, variables } = {}) => {
      const response = await GRAPHQL_POST(config)(
        new Request('http://localhost/api/graphql', {
          body: JSON.stringify({ query, variables }),
          headers: {
            'Content-Type': 'application/json',
            ...(as !== undefined && { Authorization: `JWT ${as}` }),
          },
          method: 'POST',
        }),
      )
      return response.json()
    },
    payload,
    rest: (method, path, { as, body, headers = {} } = {}) =>
      answerTo(path, {
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(as !== undefined && { Authorization: `JWT ${as}` }),
          ...headers,
        },
        method,
      }),
    stop: async () => {
      await payload.destroy()
      caches._payload?.delete(key)
      if (isDefault && caches._payload_graphql) {
        Object.assign(caches._payload_graphql, { graphql: null, promise: null })
      }
    },
    upload: (path, form, as) =>
      answerTo(path, { body: form, headers: { Authorization: `JWT ${as}` }, method: 'POST' }),
  }
}

/** JSON as its value, anything else as it is. */
const bodyOf = ({ text, type }: { text: string; type: null | string }): unknown => {
  if (text === '') {
    return undefined
  }
  return type?.includes('json') === false ? text : (JSON.parse(text) as unknown)
}

/** What Payload keeps of its instances; test files share a process, so each has to clear up. */
const caches = globalThis as { _payload?: Map<string, unknown>; _payload_graphql?: object }

/** A new, empty database of the shared server. */
export const newDatabase = async (): Promise<string> => {
  const server = inject('databaseUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })

  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()

  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
