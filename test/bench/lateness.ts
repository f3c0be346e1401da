import pg from 'pg'

import type { World } from './payloads.js'

import { ask } from './inProcess.js'

/**
 * Milliseconds by which the warm endpoint is late at an effective instant: how long after it the last
 * request came in that was still answered with the version before. Asked without a pause.
 */
export const latenessOf = async ({ cached, connectionString, size }: World): Promise<number> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const announced = [1000 + size.versions]
  const labelNow = async () =>
    (
      (await (await ask({ path: '/policies/policy-1/current', ...cached })).json()) as {
        label: string
      }
    ).label

  try {
    // The announced version of the first policy takes effect in two seconds.
    const effectiveAt = Date.now() + 2_000
    await client.query('set session_replication_role = replica')
    await client.query(`update policy_versions set effective_at = $2::timestamptz where id = $1`, [
      ...announced,
      new Date(effectiveAt).toISOString(),
    ])
    // As after any publication: within a second without being told.
    await new Promise((resolve) => setTimeout(resolve, 1_200))

    let late = 0
    for (;;) {
      const askedAt = Date.now()
      const label = await labelNow()
      if (label === String(size.versions)) {
        return late
      }
      late = Math.max(late, askedAt - effectiveAt)
    }
  } finally {
    await client.query(
      `update policy_versions set effective_at = date_trunc('day', now()) + interval '1 day' where id = $1`,
      announced,
    )
    await client.end()
  }
}
