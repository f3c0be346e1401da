import type { Payload } from 'payload'

import pg from 'pg'

import type { NoticeTerms } from '../../src/index.js'

import { lexicalFromText } from '../../src/domain/plainText/lexicalFromText.js'

/** How much there is: policies, versions of each, and of how many policies the texts are long. */
export type Size = { long: number; policies: number; versions: number }

const words = 'We keep the data that you give us for as long as the law asks us to. '
const kilobytes = (count: number): string =>
  Array.from({ length: Math.ceil((count * 1024) / 700) }, () => words.repeat(10).trim()).join(
    '\n\n',
  )

/** A version with a text of 35 KB and one with a short text, published by the workflow itself. */
const publishTemplates = async (payload: Payload): Promise<number[]> => {
  const member = async (email: string) => {
    const user = await payload.create({ collection: 'users', data: { email, password: 'bench' } })
    return { ...user, collection: 'users' as const }
  }
  const author = await member('author@example.com')
  const reviewer = await member('reviewer@example.com')
  const templates = []

  for (const [slug, text] of [
    ['long', kilobytes(35)],
    ['short', words],
  ] as const) {
    const policy = await payload.create({
      collection: 'policies',
      data: { slug, kind: 'privacy', timeZone: 'UTC', title: 'Privacy Policy' },
    })
    const { id } = await payload.create({
      collection: 'policy-versions',
      data: {
        body: lexicalFromText(text),
        materialChange: false,
        noticeTerms: atOnce,
        policy: policy.id,
      },
      user: author,
    })
    for (const [status, user] of [
      ['in_review', author],
      ['approved', reviewer],
      ['published', author],
    ] as const) {
      await payload.update({ id, collection: 'policy-versions', data: { status }, user })
    }
    templates.push(Number(id))
  }
  return templates
}

const atAnyTime: NoticeTerms['other'] = {
  channels: { allOf: [], anyOf: [], optional: [], prohibited: [] },
  period: { amount: 0, unit: 'none' },
  relation: 'at_or_before',
}
const atOnce: NoticeTerms = {
  consentByUse: 'none',
  dateLabel: 'updated',
  exceptions: [],
  material: atAnyTime,
  other: atAnyTime,
}

/**
 * Fills a database with copies of two published versions, one of them long: a version for each day up to
 * the day before tomorrow, and one that is announced. Loaded past the guards, since a million
 * publications would take days.
 */
export const fill = async ({
  connectionString,
  payload,
  size: { long, policies, versions },
}: {
  connectionString: string
  payload: Payload
  size: Size
}): Promise<void> => {
  const templates = await publishTemplates(payload)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into policies select (jsonb_populate_record(p, jsonb_build_object('id', 1000 + n, 'slug', 'policy-' || n))).*
      from policies p, generate_series(1, $1) n where p.slug = 'long'`,
      [policies],
    )
    // In portions, so that no statement holds all of it in memory.
    const portion = Math.max(1, Math.floor(20_000 / versions))
    for (let first = 1; first <= policies; first += portion) {
      const last = Math.min(policies, first + portion - 1)
      await client.query(
        `insert into policy_versions
        select (jsonb_populate_record(t, jsonb_build_object(
          'id', 1000 + (n - 1) * $3::int + i, 'policy_id', 1000 + n, 'label', i::text,
          'fingerprint', 'sha256:' || encode(sha256((n || ' ' || i)::bytea), 'hex'),
          'effective_at', day.at, 'published_at', day.at - interval '30 days',
          'snapshot', jsonb_set(
            jsonb_set(t.snapshot, '{policy,slug}', to_jsonb('policy-' || n)),
            '{publication,label}', to_jsonb(i::text)
          )
        ))).*
        from generate_series($1::int, $2::int) n
        cross join generate_series(1, $3::int) i
        join policy_versions t on t.id = case when n <= $4::int then $5::int else $6::int end
        cross join lateral (
          select date_trunc('day', now()) + (i - $3::int + 1) * interval '1 day' as at
        ) day`,
        [first, last, versions, long, ...templates],
      )
    }
    await client.query('reset session_replication_role')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
