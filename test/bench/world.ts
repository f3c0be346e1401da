import type { Payload } from 'payload'

import pg from 'pg'

import type { NoticeTerms } from '../../src/index.js'

import { lexicalFromText } from '../../src/domain/plainText/lexicalFromText.js'

/** How much there is: policies, versions of each, and of how many policies the texts are long. */
export type Size = { long: number; policies: number; versions: number }

const shortText = 'We keep the data that you give us for as long as the law asks us to.'

const vocabulary =
  `account address agreement always any apply ask because before between business by change
  children choose collect company consent contact contract cookies copy country court customer data date
  day delete describe device disclose do each email employee European every example exercise fee for from
  give government help how identify if in include information is it keep know law lawful limit link list
  location longer marketing may measure message month must name need never not notice object of offer on
  only open or order other our partner party pay period person phone policy privacy process product
  protect provide purpose reason receive record refuse register remove request right rule safe sell send
  service share sign site so some staff state store such tell term text than that the their them these
  they third this time to transfer under unless until use visit visitor we website what when where which
  who will with without write year you your`.split(/\s+/)

/** As many kilobytes of words as policies have them, the same at every run: one sentence over and over would pack to nothing. */
const kilobytes = (count: number): string => {
  let seed = 20_261_123
  const next = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * limit)
  }
  const sentence = () =>
    `${Array.from({ length: 8 + next(20) }, () => vocabulary[next(vocabulary.length)]).join(' ')}.`
  const paragraphs: string[] = []

  for (let length = 0; length < count * 1024; length += paragraphs.at(-1)!.length) {
    paragraphs.push(Array.from({ length: 3 + next(4) }, sentence).join(' '))
  }
  return paragraphs.join('\n\n')
}

/** Publishes a version with a text of 35 KB and one with a short text, by the workflow itself. */
export const publishTemplates = async (payload: Payload): Promise<void> => {
  const member = async (email: string) => {
    const user = await payload.create({ collection: 'users', data: { email, password: 'bench' } })
    return { ...user, collection: 'users' as const }
  }
  const author = await member('author@example.com')
  const reviewer = await member('reviewer@example.com')

  for (const [slug, text] of [
    ['long', kilobytes(35)],
    ['short', shortText],
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
  }
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
 * Fills a database with copies of the two published versions, the first policies with the long one: a
 * version for each day up to the day before tomorrow, and one that is announced. Loaded past the guards,
 * since a million publications would take days, and without the indexes, which are made afterwards.
 */
export const fill = async ({
  connectionString,
  size: { long, policies, versions },
}: {
  connectionString: string
  size: Size
}): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into policies select copy.* from policies p cross join generate_series(1, $1) n
      cross join lateral jsonb_populate_record(p, jsonb_build_object('id', 1000 + n, 'slug', 'policy-' || n)) copy
      where p.slug = 'long'`,
      [policies],
    )
    await withoutIndexes({ client, fill: () => copyVersions({ client, long, policies, versions }) })
    await client.query('reset session_replication_role')
    await client.query('vacuum analyze')
    // What was filled is written now, and not while something is measured.
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

const copyVersions = async ({
  client,
  long,
  policies,
  versions,
}: Size & { client: pg.Client }): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
    where attrelid = 'policy_versions'::regclass and attnum > 0 and not attisdropped
      and attgenerated = ''`,
  )
  const columns = rows.map(({ name }) => name)
  const values = columns.map((name) => copied[name] ?? `t."${name}"`)
  // In portions, so that no statement holds all of it in memory.
  const portion = Math.max(1, Math.floor(20_000 / versions))

  for (let first = 1; first <= policies; first += portion) {
    await client.query(
      `insert into policy_versions (${columns.map((name) => `"${name}"`).join(', ')})
      select ${values.join(', ')}
      from generate_series($1::int, $2::int) n
      cross join generate_series(1, $3::int) i
      cross join lateral (select n <= $4::int as is_long) which
      join policies p on p.slug = case when is_long then 'long' else 'short' end
      join policy_versions t on t.policy_id = p.id
      cross join lateral (
        select date_trunc('day', now()) + (i - $3::int + 1) * interval '1 day' as at
      ) day`,
      [first, Math.min(policies, first + portion - 1), versions, long],
    )
  }
}

/** What differs from version to version; the snapshots of those that are only there to be many are alike. */
const copied: Record<string, string> = {
  effective_at: 'day.at',
  fingerprint: `'sha256:' || encode(sha256((n || ' ' || i)::bytea), 'hex')`,
  id: '1000 + (n - 1) * $3::int + i',
  label: 'i::text',
  policy_id: '1000 + n',
  published_at: `day.at - interval '30 days'`,
  snapshot: `case when is_long then jsonb_set(
    jsonb_set(t.snapshot, '{policy,slug}', to_jsonb('policy-' || n)),
    '{publication,label}', to_jsonb(i::text)
  ) else t.snapshot end`,
}

const withoutIndexes = async ({
  client,
  fill,
}: {
  client: pg.Client
  fill: () => Promise<void>
}): Promise<void> => {
  const { rows } = await client.query<{ create: string; name: string }>(
    `select indexname as name, indexdef as create from pg_indexes
    where tablename = 'policy_versions' and indexname <> 'policy_versions_pkey'`,
  )
  for (const { name } of rows) {
    await client.query(`drop index "${name}"`)
  }
  await fill()
  for (const { create } of rows) {
    await client.query(create)
  }
}
