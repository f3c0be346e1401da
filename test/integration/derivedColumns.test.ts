import { postgresAdapter } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startApp } from '../helpers/app.js'
import { withDatabase } from '../helpers/catalog.js'
import { createStage, type Stage } from '../helpers/stage.js'

describe('what the database derives from snapshots', () => {
  let stage: Stage
  let id: number
  let current: string

  beforeAll(async () => {
    stage = await createStage()
    const { first, slug } = await stage.inForce()
    id = first.id
    current = `/policies/${slug}/current`
  })
  afterAll(() => stage.stop())

  it('is in nothing that Payload answers', async () => {
    const { payload, rest } = stage.app
    const found = await payload.findByID({ id, collection: 'policy-versions' })
    const { body } = await rest('GET', `/policy-versions/${id}`, { as: stage.cast.editor.token })

    expect(found).toMatchObject({ snapshot: { format: 1 } })
    expect(JSON.stringify([found, body])).not.toMatch(/sealed_/)
  })

  it('is made of the versions that are there already, where a push adds the columns', async () => {
    const { databaseUrl, rest } = stage.app
    const { body: before } = await rest('GET', current)
    expect(before.effectiveAt).toBeTypeOf('string')
    await withDatabase(databaseUrl, (client) =>
      client.query(`alter table policy_versions
        drop column sealed_count, drop column sealed_languages, drop column sealed_particulars`),
    )
    const upgraded = await startApp({
      config: { db: postgresAdapter({ pool: { connectionString: databaseUrl }, push: true }) },
      databaseUrl,
    })
    const { body, status } = await upgraded.rest('GET', `${current}?at=${before.effectiveAt}`)
    await upgraded.stop()

    expect(status).toBe(200)
    expect(body).toMatchObject({ fingerprint: before.fingerprint, title: before.title })
  })
})
