import { expect, it } from 'vitest'

import { createPolicyReader } from '../../../src/site/server.js'
import { startApp } from '../../helpers/app.js'
import { createCast, createPolicy, publishVersion } from '../../helpers/cast.js'
import { tenDays } from '../../helpers/stage.js'

it('the standalone reader reads the tables that a host named', async () => {
  const app = await startApp({
    options: {
      collections: {
        policies: ({ defaultCollection }) => ({ ...defaultCollection, dbName: 'rules' }),
        versions: ({ defaultCollection }) => ({ ...defaultCollection, dbName: 'rule_editions' }),
      },
    },
  })
  const { id: policy } = await createPolicy(app)
  await publishVersion(app, await createCast(app), { label: '1.0', noticeTerms: tenDays, policy })
  const reader = createPolicyReader({
    connectionString: app.databaseUrl,
    tables: { policies: 'rules', versions: 'rule_editions' },
  })
  const asked = new Request('https://cms.example/api/policies/privacy/current')
  const answer = await reader.fetch(asked)

  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ label: '1.0', state: 'in_force' })
  await reader.close()
  await app.stop()
})
