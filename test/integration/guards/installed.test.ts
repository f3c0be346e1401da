import { postgresAdapter } from '@payloadcms/db-postgres'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { down, policyGuards, up } from '../../../src/exports/migrations.js'
import { type App, newDatabase, startApp } from '../../helpers/app.js'
import { catalogOf, withDatabase } from '../../helpers/catalog.js'
import {
  type Cast,
  createCast,
  createPolicy,
  publishVersion,
  refusalOf,
} from '../../helpers/cast.js'
import { tenDays } from '../../helpers/stage.js'

/** A host with tables of its own below versions, in a schema of its own, with other slugs. */
const host = {
  collections: {
    versions: ({ defaultCollection }: { defaultCollection: object & { fields?: unknown } }) => ({
      ...defaultCollection,
      fields: [
        ...(defaultCollection.fields as []),
        {
          name: 'sections',
          type: 'array' as const,
          fields: [
            { name: 'heading', type: 'text' as const, localized: true },
            {
              name: 'points',
              type: 'array' as const,
              fields: [{ name: 'point', type: 'text' as const }],
            },
          ],
        },
        { name: 'tags', type: 'select' as const, hasMany: true, options: ['one', 'two'] },
        { name: 'related', type: 'relationship' as const, hasMany: true, relationTo: 'users' },
      ],
    }),
  },
  slugs: { events: 'legal-events', versions: 'legal-texts' },
} as never
const localization = { defaultLocale: 'en', locales: ['en', 'de'] }

describe('the guards', () => {
  const apps: App[] = []
  const started = async (args: Parameters<typeof startApp>[0]) => {
    const app = await startApp(args)
    apps.push(app)
    return app
  }
  const adapter = (url: string, more: object) =>
    postgresAdapter({ pool: { connectionString: url }, schemaName: 'legal', ...more })
  const pushed = async (url: string) =>
    started({
      config: { db: adapter(url, { push: true }), localization },
      databaseUrl: url,
      options: host,
    })
  let url: string

  beforeAll(async () => {
    url = await newDatabase()
    await pushed(url)
  })

  afterAll(() => Promise.all(apps.map((app) => app.stop())))

  it('watch every table that holds a part of a version, a host’s nested ones too', async () => {
    const triggers = (await catalogOf(url, 'legal')).filter((line) => line.startsWith('trigger'))

    for (const table of [
      'legal_texts',
      'legal_texts_locales',
      'legal_texts_rels',
      'legal_texts_sections',
      'legal_texts_sections_locales',
      'legal_texts_sections_points',
      'legal_texts_tags',
      'legal_texts_texts',
    ]) {
      for (const event of ['INSERT OR DELETE OR UPDATE', 'TRUNCATE']) {
        expect(triggers).toContainEqual(
          expect.stringContaining(`BEFORE ${event} ON legal.${table} FOR EACH`),
        )
      }
    }
  })

  it('are the same after a second start with a forced push', async () => {
    const before = await catalogOf(url, 'legal')
    await pushed(url)
    expect(await catalogOf(url, 'legal')).toEqual(before)
  })

  it('are the same after migrations', async () => {
    const migrated = await newDatabase()
    // As whoever names a schema has to make it.
    await withDatabase(migrated, (client) => client.query('create schema legal'))
    const migrationDir = await mkdtemp(
      join(fileURLToPath(new URL('../../../', import.meta.url)), 'test-results-migrations-'),
    )
    try {
      const app = await started({
        config: { db: adapter(migrated, { migrationDir, push: false }), localization },
        databaseUrl: migrated,
        options: host,
      })
      // Where its name comes before that of the migration that makes the tables.
      await expect(up({ db: app.payload.db.drizzle, payload: app.payload })).rejects.toThrow(
        /migrations run in the order of their names/,
      )
      await app.payload.db.createMigration({
        forceAcceptWarning: true,
        migrationName: 'tables',
        payload: app.payload,
        skipEmpty: true,
      })
      const [file = ''] = (await readdir(migrationDir)).filter(
        (name) => name.endsWith('.ts') && name !== 'index.ts',
      )
      const tables = (await import(
        pathToFileURL(join(migrationDir, file)).href
      )) as typeof policyGuards

      await app.payload.db.migrate({
        migrations: [{ ...tables, name: 'tables' }, policyGuards] as never,
      })
      expect(await catalogOf(migrated, 'legal')).toEqual(await catalogOf(url, 'legal'))
    } finally {
      await rm(migrationDir, { force: true, recursive: true })
    }
  })

  describe('that are missing', () => {
    let app: App
    let cast: Cast
    let policy: number
    const run = (statement: string) =>
      withDatabase(app.databaseUrl, (client) => client.query(statement))
    const publication = () => refusalOf(publishVersion(app, cast, { policy }))

    beforeAll(async () => {
      app = await started({})
      cast = await createCast(app)
      policy = (await createPolicy(app)).id
      await publishVersion(app, cast, { noticeTerms: tenDays, policy })
    })

    it.each([
      [
        'dropped',
        'drop trigger policy_versions_guard_kept on policy_events',
        'policy_versions_guard_kept on policy_events',
      ],
      [
        'disabled',
        'alter table policy_versions disable trigger policy_versions_guard_version',
        'policy_versions_guard_version on policy_versions',
      ],
      [
        'emptied',
        'create or replace function policy_versions_guard_child() returns trigger language plpgsql as $$ begin return new; end $$',
        'policy_versions_guard_child',
      ],
      [
        'turned to a simulated clock',
        `create or replace function policy_now() returns timestamptz language sql as $$ select coalesce(nullif(current_setting('policy_versioning.now', true), '')::timestamptz, clock_timestamp()) $$`,
        'policy_now',
      ],
    ])('let nothing be published, and are installed again: %s', async (_, harm, name) => {
      await run(harm)
      expect(await publication()).toMatchObject({
        code: 'GUARDS_MISSING',
        message: expect.stringContaining('npx payload policies:guards') as string,
        missing: [name],
        status: 503,
      })

      await run('alter table policy_versions enable trigger all')
      await app.payload.db.connect?.({ hotReload: true })
      expect(await publication()).toEqual({ code: 'no refusal' })
    })

    it('go and come by the migration', async () => {
      const migrate = async (step: typeof up) => {
        const { db } = app.payload
        await step({ db: db.drizzle, payload: app.payload })
      }
      await migrate(down)
      const left = await catalogOf(app.databaseUrl)
      expect(left.filter((line) => line.includes('_guard_'))).toEqual([])
      expect(left).toContain('storage policy_versions snapshot x')
      expect(await publication()).toMatchObject({ code: 'GUARDS_MISSING' })

      await migrate(up)
      // As it is, outside of the row: to unpack it took most of the time that a text takes to read.
      expect(await catalogOf(app.databaseUrl)).toContain('storage policy_versions snapshot e')
      expect(await publication()).toEqual({ code: 'no refusal' })
    })

    it('are only looked for in production', async () => {
      await run('drop trigger policy_versions_guard_truncate on policy_reviews')
      vi.stubEnv('NODE_ENV', 'production')
      try {
        await app.payload.db.connect?.({ hotReload: true })
        expect(await publication()).toMatchObject({
          code: 'GUARDS_MISSING',
          missing: ['policy_versions_guard_truncate on policy_reviews'],
        })
      } finally {
        vi.unstubAllEnvs()
      }
    })
  })
})
