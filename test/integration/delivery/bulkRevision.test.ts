import { expect, it } from 'vitest'

import { createStage } from '../../helpers/stage.js'
import { forge } from '../../helpers/tamper.js'

it('the calendar of all has what is to come also where many versions took effect lately', async () => {
  const stage = await createStage()
  const { policy, first } = await stage.inForce()
  const announced = { effectiveOn: '2026-08-01', label: 'announced', policy }
  await stage.published({ ...announced, materialChange: true })
  // Sixty of as many policies would take a minute to publish.
  await forge(
    stage.app.databaseUrl,
    `insert into policy_versions (
      id, policy_id, label, title, body, status, published_at, effective_at, snapshot, fingerprint
    )
    select v.id + 1000 + n, policy_id, 'revised-' || n, title, body, status, published_at,
      timestamptz '2026-07-01T11:00:00Z' - n * interval '1 minute', snapshot, fingerprint
    from policy_versions v cross join generate_series(1, 60) n where v.id = ${first.id}`,
  )
  const { body, status } = await stage.app.rest('GET', '/policies/calendar.ics')
  await stage.stop()

  expect(status).toBe(200)
  expect(body).toContain('DTSTART;VALUE=DATE:20260801')
})
