import type { Statement } from './publications.js'

import { type SqlAttack, sqlAttacks, type SqlWorld } from './sqlAttack.js'
import { copying } from './copying.js'

type About = (world: SqlWorld) => Statement

const about =
  (text: string, ...values: ((world: SqlWorld) => unknown)[]): About =>
  (world) => ({ text, values: values.map((value) => value(world)) })

const upcoming = ({ versions }: SqlWorld) => versions.upcoming
const inForce = ({ versions }: SqlWorld) => versions.inForce
const withdrawn = ({ versions }: SqlWorld) => versions.withdrawn
const draft = ({ versions }: SqlWorld) => versions.draft
const policy = (world: SqlWorld) => world.policy
const other = (world: SqlWorld) => world.other

/** Attacks of one statement each. */
const single = (
  rows: readonly (readonly [name: string, code: string, statement: About])[],
): SqlAttack[] =>
  sqlAttacks(rows.map(([name, code, statement]) => [name, code, (world) => [statement(world)]]))

const onPublished: SqlAttack[] = single([
  ['deletes a version', 'SEALED', about('delete from policy_versions where id = $1', inForce)],
  [
    'deletes a withdrawn version',
    'SEALED',
    about('delete from policy_versions where id = $1', withdrawn),
  ],
  ['deletes all versions', 'SEALED', about('delete from policy_versions')],
  [
    'deletes a version that was submitted',
    'SEALED',
    about('delete from policy_versions where id = $1', ({ versions }) => versions.returned),
  ],
  [
    'deletes by way of another table',
    'SEALED',
    about(
      'delete from policy_versions v using policies p where p.id = v.policy_id and v.id = $1',
      inForce,
    ),
  ],
  [
    'deletes in the middle of a query',
    'SEALED',
    about(
      'with gone as (delete from policy_versions where id = $1 returning *) select * from gone',
      inForce,
    ),
  ],
  [
    'edits in the middle of a query',
    'SEALED',
    about(
      `with edited as (update policy_versions set title = 'x' where id = $1 returning *) select * from edited`,
      inForce,
    ),
  ],
  [
    'edits by way of another table',
    'SEALED',
    about(
      'update policy_versions v set title = d.title from policy_versions d where v.id = $1 and d.id = $2',
      inForce,
      ({ versions }) => versions.returned,
    ),
  ],
  [
    'edits by a merge',
    'SEALED',
    about(
      `merge into policy_versions v using (select $1::int as id) s on v.id = s.id when matched then update set title = 'x'`,
      inForce,
    ),
  ],
  [
    'deletes by a merge',
    'SEALED',
    about(
      'merge into policy_versions v using (select $1::int as id) s on v.id = s.id when matched then delete',
      inForce,
    ),
  ],
  // Postgres' `generated_always`.
  [
    'edits what is derived from a snapshot',
    '428C9',
    about(`update policy_versions set sealed_particulars = '{}' where id = $1`, inForce),
  ],
  [
    'edits by an insertion that meets the id',
    'SEALED',
    about(
      `insert into policy_versions (id, policy_id, label, title, body, status)
      select id, policy_id, label, title, body, status from policy_versions where id = $1
      on conflict (id) do update set title = 'x'`,
      inForce,
    ),
  ],
  [
    'edits by an insertion that meets the label',
    'SEALED|ILLEGAL_TRANSITION',
    about(
      `insert into policy_versions (policy_id, label, title, body, status)
      select policy_id, label, title, body, 'draft' from policy_versions where id = $1
      on conflict (policy_id, label) do update set title = 'x'`,
      inForce,
    ),
  ],
  [
    'writes a number of what is sealed otherwise',
    'SEALED',
    about(
      `update policy_versions set snapshot = jsonb_set(snapshot, '{format}', '1.0') where id = $1`,
      inForce,
    ),
  ],
  ['moves an id', 'SEALED', about('update policy_versions set id = 999 where id = $1', inForce)],
  [
    'moves a version to another policy',
    'SEALED',
    about('update policy_versions set policy_id = $2 where id = $1', inForce, other),
  ],
  [
    'swaps the effects of two versions',
    'SEALED',
    about(
      'update policy_versions v set effective_at = o.effective_at from policy_versions o where (v.id, o.id) in (($1, $2), ($2, $1))',
      upcoming,
      inForce,
    ),
  ],
])

const withdraw = (at: string) =>
  `update policy_versions set status = 'withdrawn', withdrawn_at = ${at} where id = $1`

const onWithdrawal: SqlAttack[] = single([
  ['withdraws what is in force', 'ILLEGAL_TRANSITION', about(withdraw('now()'), inForce)],
  [
    'withdraws what is in force, before it took effect',
    'ILLEGAL_TRANSITION',
    about(withdraw(`effective_at - interval '1 day'`), inForce),
  ],
  [
    'withdraws an hour ago',
    'ILLEGAL_TRANSITION',
    about(withdraw(`now() - interval '1 hour'`), upcoming),
  ],
  [
    'withdraws before it was published',
    'ILLEGAL_TRANSITION',
    about(withdraw(`published_at - interval '1 second'`), upcoming),
  ],
  [
    'withdraws tomorrow',
    'ILLEGAL_TRANSITION',
    about(withdraw(`now() + interval '1 day'`), upcoming),
  ],
  ['withdraws a second time', 'SEALED', about(withdraw('now()'), withdrawn)],
  [
    'takes a withdrawal back',
    'SEALED',
    about(
      `update policy_versions set status = 'published', withdrawn_at = null where id = $1`,
      withdrawn,
    ),
  ],
  [
    'withdraws and edits',
    'SEALED',
    about(
      `update policy_versions set status = 'withdrawn', withdrawn_at = now(), title = 'x' where id = $1`,
      upcoming,
    ),
  ],
  [
    'withdraws by the date alone',
    'SEALED',
    about('update policy_versions set withdrawn_at = now() where id = $1', upcoming),
  ],
  [
    'withdraws by the status alone',
    'SEALED',
    about(`update policy_versions set status = 'withdrawn' where id = $1`, upcoming),
  ],
  [
    'takes a publication back',
    'SEALED',
    about(
      `update policy_versions set status = 'draft', published_at = null, effective_at = null, published_by = null, snapshot = null where id = $1`,
      upcoming,
    ),
  ],
])

const insertVersion = (columns: string) => `
  insert into policy_versions (policy_id, label, title, body, notice_terms, material_change, status, published_at, effective_at, published_by, snapshot, authors, fingerprint, updated_at, created_at)
  select ${columns} from policy_versions v where v.id = $1`

const onVersions: SqlAttack[] = single([
  [
    'inserts a published version',
    'ILLEGAL_TRANSITION',
    about(
      insertVersion(
        `v.policy_id, 'forged', v.title, v.body, v.notice_terms, false, 'published', now(), now(), v.published_by, v.snapshot, '[]', v.fingerprint, now(), now()`,
      ),
      inForce,
    ),
  ],
  [
    'inserts an approved version',
    'ILLEGAL_TRANSITION',
    about(
      insertVersion(
        `v.policy_id, 'forged', v.title, v.body, v.notice_terms, false, 'approved', null, null, null, null, '[]', v.fingerprint, now(), now()`,
      ),
      inForce,
    ),
  ],
  [
    'inserts a draft with an effect',
    'ILLEGAL_TRANSITION',
    about(
      insertVersion(
        `v.policy_id, 'forged', v.title, v.body, v.notice_terms, false, 'draft', null, now(), null, null, '[]', v.fingerprint, now(), now()`,
      ),
      inForce,
    ),
  ],
  [
    'inserts versions by a merge',
    'ILLEGAL_TRANSITION',
    about(
      `merge into policy_versions v using (select * from policy_versions where id = $1) s on false
      when not matched then insert (policy_id, label, title, body, notice_terms, material_change, status, published_at, effective_at)
      values (s.policy_id, 'forged', s.title, s.body, s.notice_terms, false, 'published', now(), now())`,
      inForce,
    ),
  ],
  [
    'copies a published version in',
    'ILLEGAL_TRANSITION',
    (world) =>
      copying({
        into: 'policy_versions (policy_id, label, notice_terms, material_change, status, published_at, effective_at)',
        row: [world.policy, 'forged', '{}', 'f', 'published', '2026-01-01', '2026-01-01'],
      }),
  ],
  [
    'moves a draft to another policy',
    'INVALID_PARAMETER|SEALED',
    about('update policy_versions set policy_id = $2 where id = $1', draft, other),
  ],
  [
    'moves the id of a draft',
    'INVALID_PARAMETER',
    about('update policy_versions set id = 999 where id = $1', draft),
  ],
  [
    'publishes a draft by its date alone',
    'ILLEGAL_TRANSITION',
    about('update policy_versions set published_at = now() where id = $1', draft),
  ],
  [
    'gives a draft an effect',
    'ILLEGAL_TRANSITION',
    about('update policy_versions set effective_at = now() where id = $1', draft),
  ],
  [
    'seals a draft',
    'ILLEGAL_TRANSITION',
    about(`update policy_versions set snapshot = '{}' where id = $1`, draft),
  ],
  [
    'withdraws a draft',
    'ILLEGAL_TRANSITION',
    about(
      `update policy_versions set status = 'withdrawn', withdrawn_at = now() where id = $1`,
      draft,
    ),
  ],
  [
    'takes a label',
    '23505',
    about(`update policy_versions set label = 'inForce' where id = $1`, draft),
  ],
])

const onParts: SqlAttack[] = single([
  [
    'adds a channel to a published version',
    'SEALED',
    about(
      `insert into policy_versions_texts ("order", parent_id, path, text) values (9, $1, 'noticeChannels', 'x')`,
      upcoming,
    ),
  ],
  [
    'edits a channel of a published version',
    'SEALED',
    about(`update policy_versions_texts set text = 'x' where parent_id = $1`, upcoming),
  ],
  [
    'takes a channel from a published version',
    'SEALED',
    about('delete from policy_versions_texts where parent_id = $1', upcoming),
  ],
  [
    'moves a channel of a published version to a draft',
    'SEALED',
    about('update policy_versions_texts set parent_id = $2 where parent_id = $1', upcoming, draft),
  ],
  [
    'moves a channel of a draft to a published version',
    'SEALED',
    about('update policy_versions_texts set parent_id = $1 where parent_id = $2', upcoming, draft),
  ],
  [
    'takes a channel from a published version by giving it to nothing',
    'SEALED',
    about('update policy_versions_texts set parent_id = 999 where parent_id = $1', upcoming),
  ],
  [
    'moves the id of a channel',
    'SEALED',
    about('update policy_versions_texts set id = id + 999 where parent_id = $1', upcoming),
  ],
  [
    'edits a channel by an insertion that meets it',
    'SEALED',
    about(
      `insert into policy_versions_texts select t.* from policy_versions_texts t where parent_id = $1
      on conflict (id) do update set text = 'x'`,
      upcoming,
    ),
  ],
  [
    'copies a channel in',
    'SEALED',
    ({ versions }) =>
      copying({
        into: 'policy_versions_texts ("order", parent_id, path, text)',
        row: [9, versions.upcoming, 'noticeChannels', 'x'],
      }),
  ],
  [
    'edits the channels of all versions',
    'SEALED',
    about(`update policy_versions_texts set text = 'x'`),
  ],
])

const onPolicies: SqlAttack[] = single([
  [
    'gives a policy another slug',
    'SEALED',
    about(`update policies set slug = 'x' where id = $1`, policy),
  ],
  [
    'gives a policy another time zone',
    'SEALED',
    about(`update policies set time_zone = 'UTC' where id = $1`, policy),
  ],
  [
    'moves the id of a policy',
    'SEALED',
    about('update policies set id = 999 where id = $1', policy),
  ],
  ['deletes a policy', 'SEALED', about('delete from policies where id = $1', policy)],
  ['deletes all policies', 'SEALED', about('delete from policies')],
  [
    'edits a policy by an insertion that meets its slug',
    'SEALED',
    about(
      `insert into policies (slug, kind, time_zone, title) values ('privacy', 'privacy', 'UTC', 'x')
      on conflict (slug) do update set time_zone = 'UTC'`,
    ),
  ],
  [
    'edits a policy by a merge',
    'SEALED',
    about(
      `merge into policies p using (select $1::int as id) s on p.id = s.id when matched then update set slug = 'x'`,
      policy,
    ),
  ],
  [
    'swaps the slugs of two policies',
    'SEALED',
    about(`update policies set slug = slug || '-old' where id in ($1, $2)`, policy, other),
  ],
])

const recordTables = ['policy_events', 'policy_notices', 'policy_reviews'] as const

const onRecord: SqlAttack[] = recordTables.flatMap((table) =>
  single([
    [
      `deletes a row of ${table}`,
      'SEALED',
      about(`delete from ${table} where id = (select min(id) from ${table})`),
    ],
    [`deletes all of ${table}`, 'SEALED', about(`delete from ${table}`)],
    [`moves the ids of ${table}`, 'SEALED', about(`update ${table} set id = id + 999`)],
    [
      `moves ${table} to another version`,
      'SEALED',
      about(`update ${table} set version_id = $1`, draft),
    ],
    [`writes ${table} anew`, 'SEALED', about(`update ${table} set updated_at = now()`)],
    [
      `edits ${table} by an insertion that meets an id`,
      'SEALED|APPROVAL_VOID|ILLEGAL_TRANSITION|SELF_APPROVAL',
      about(
        `insert into ${table} select t.* from ${table} t on conflict (id) do update set updated_at = now()`,
      ),
    ],
    [
      `deletes from ${table} by a merge`,
      'SEALED',
      about(
        `merge into ${table} t using policies p on true when matched and p.id = $1 then delete`,
        policy,
      ),
    ],
    [
      `empties ${table} in the middle of a query`,
      'SEALED',
      about(`with gone as (delete from ${table} returning *) select count(*) from gone`),
    ],
  ]),
)

/** An event after the last one, but for what is changed. */
const event = (columns: Record<string, string>, of: (world: SqlWorld) => number = inForce): About =>
  about(
    `insert into policy_events (policy_id, version_id, sequence, type, actor, at, data, previous_hash, hash, updated_at, created_at)
    select ${Object.values({
      policy: 'v.policy_id',
      version: 'v.id',
      sequence: 'e.sequence + 1',
      type: `'published'`,
      actor: 'e.actor',
      at: 'clock_timestamp()',
      data: 'e.data',
      previousHash: 'e.hash',
      hash: `'sha256:0'`,
      ...columns,
    }).join(', ')}, now(), now()
    from policy_versions v, (select * from policy_events where policy_id = $2 order by sequence desc limit 1) e
    where v.id = $1`,
    of,
    policy,
  )

const notice = (
  columns: Record<string, string>,
  of: (world: SqlWorld) => number = upcoming,
): About =>
  about(
    `insert into policy_notices (policy_id, version_id, channel, posted_at, visible_until, message, url, updated_at, created_at)
    select ${Object.values({
      policy: 'v.policy_id',
      version: 'v.id',
      channel: `'homepage'`,
      at: 'clock_timestamp()',
      until: `now() + interval '1 year'`,
      message: `'{"en": {"before": "x", "after": "x"}}'::jsonb`,
      url: `'https://example.com'`,
      ...columns,
    }).join(', ')}, now(), now()
    from policy_versions v where v.id = $1`,
    of,
  )

const additions: SqlAttack[] = single([
  ['leaves a gap in the chain', 'SEALED', event({ sequence: 'e.sequence + 2' })],
  ['adds to the middle of the chain', 'SEALED|23505', event({ sequence: 'e.sequence' })],
  ['starts the chain anew', 'SEALED', event({ previousHash: 'null', sequence: '1' })],
  ['chains to another event', 'SEALED', event({ previousHash: `'sha256:1'` })],
  ['chains to no event', 'SEALED', event({ previousHash: 'null' })],
  [
    'records what happened yesterday',
    'ILLEGAL_TRANSITION',
    event({ at: `now() - interval '1 day'` }),
  ],
  [
    'records what happens tomorrow',
    'ILLEGAL_TRANSITION',
    event({ at: `now() + interval '1 day'` }),
  ],
  ['records an event of another policy', 'SEALED', event({ policy: '$2 + 1' })],
  [
    'copies an event in',
    'SEALED',
    (world) =>
      copying({
        into: 'policy_events (policy_id, version_id, sequence, type, at, hash)',
        row: [world.policy, world.versions.inForce, 9_999, 'published', '2026-01-01', 'x'],
      }),
  ],
  ['announces a draft', 'ILLEGAL_TRANSITION', notice({}, draft)],
  ['announces yesterday', 'ILLEGAL_TRANSITION', notice({ at: `now() - interval '1 day'` })],
  ['announces what was announced before', 'ILLEGAL_TRANSITION', notice({})],
  ['announces what is in force', 'ILLEGAL_TRANSITION', notice({}, inForce)],
  ['announces for another policy', 'SEALED', notice({ policy: 'v.policy_id + 1' })],
])

const tables = ['policies', 'policy_versions', 'policy_versions_texts', ...recordTables]

const truncations: SqlAttack[] = sqlAttacks(
  [
    ...tables.map(
      (table) => [`truncates ${table}`, 'SEALED', () => [`truncate ${table} cascade`]] as const,
    ),
    ['truncates users', 'SEALED', () => ['truncate users, policies cascade']],
  ],
  { needsOwner: true },
)

/** Attempts by SQL to rewrite the record. */
export const sqlEdits: SqlAttack[] = [
  ...onPublished,
  ...onWithdrawal,
  ...onVersions,
  ...onParts,
  ...onPolicies,
  ...onRecord,
  ...additions,
  ...truncations,
]
