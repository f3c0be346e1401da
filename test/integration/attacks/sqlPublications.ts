import type { Statement } from './publications.js'

import { type Publication, publishing, type Snapshot } from './publications.js'
import { type SqlAttack, sqlAttacks, type SqlWorld } from './sqlAttack.js'
import { daysFromNow, soon, type State } from './world.js'

type Change = Partial<Publication>

/** Publishes the version of a state with everything that the workflow would write, but for a change. */
const publish = (world: SqlWorld, state: State, change: Change = {}): Statement =>
  publishing({
    content: world.contents[state],
    id: world.versions[state],
    label: state,
    lawful: world.lawful[state === 'undated' ? 'undated' : 'approved'],
    ...change,
  })

/** Publishes the version that was approved for an unlawful day, which is honestly sealed but for a change. */
const publishEarly = (world: SqlWorld, snapshot?: Change['snapshot'], change: Change = {}) =>
  publish(world, 'early', {
    effectiveAt: `${soon}T05:00:00.000Z`,
    ...(snapshot && { snapshot }),
    ...change,
  })

/** Changes what is said to have been counted. */
const count =
  (change: (count: Snapshot['count']) => Partial<Snapshot['count']>) =>
  (sealed: Snapshot): unknown => {
    const changed = { ...sealed.count, ...change(sealed.count) }
    const { noticeFrom } = changed

    return { ...sealed, count: changed, publication: { ...sealed.publication, noticeFrom } }
  }

const clauses = (change: object) =>
  count((counted) => ({ clauses: counted.clauses!.map((clause) => ({ ...clause, ...change })) }))

/** Counts that would allow any date. */
const shortCount = { earliestEffectiveAt: '2020-01-01T00:00:00.000Z' }

const set =
  (state: State, assignment: string, ...values: unknown[]) =>
  ({ versions }: SqlWorld): Statement => ({
    text: `update policy_versions set ${assignment} where id = $1`,
    values: [versions[state], ...values],
  })

const unapproved: SqlAttack[] = sqlAttacks([
  ...(['draft', 'inReview', 'changesRequested', 'returned'] as const).map(
    (state) =>
      [`publishes ${state}`, 'ILLEGAL_TRANSITION', (w: SqlWorld) => [publish(w, state)]] as const,
  ),
  [
    'approves what nobody reviewed',
    'NOT_APPROVED',
    (w) => [set('inReview', `status = 'approved'`)(w)],
  ],
  ['approves a draft', 'ILLEGAL_TRANSITION', (w) => [set('draft', `status = 'approved'`)(w)]],
  [
    'submits and approves what changed since its approval',
    'APPROVAL_VOID|NOT_APPROVED',
    (w) => [set('returned', `status = 'in_review'`)(w), set('returned', `status = 'approved'`)(w)],
  ],
  [
    'revives a void approval by taking the change back',
    'NOT_APPROVED',
    (w) => [
      set(
        'returned',
        `status = 'in_review', title = 'Privacy Policy', fingerprint = (select max(fingerprint) from policy_reviews where version_id = $1)`,
      )(w),
      set('returned', `status = 'approved'`)(w),
    ],
  ],
  [
    'approves what a reviewer sent back',
    'ILLEGAL_TRANSITION',
    (w) => [set('changesRequested', `status = 'approved'`)(w)],
  ],
  [
    'publishes what an approver has worked on',
    'NOT_APPROVED',
    (w) => [
      set(
        'approved',
        'authors = authors || $2::jsonb',
        JSON.stringify([{ id: w.cast.reviewer.id, name: 'rita', collection: 'users' }]),
      )(w),
      publish(w, 'approved'),
    ],
  ],
  [
    'reviews own work',
    'SELF_APPROVAL',
    (w) => [review(w, { reviewer: { id: w.cast.author.id, name: 'x', collection: 'users' } })],
  ],
  ['reviews as nobody', 'ACTOR_REQUIRED', (w) => [review(w, { reviewer: {} })]],
  ['reviews as nobody at all', 'ACTOR_REQUIRED', (w) => [review(w, { reviewer: null })]],
  ['reviews another text', 'APPROVAL_VOID', (w) => [review(w, { fingerprint: 'sha256:0' })]],
  ['reviews another submission', 'APPROVAL_VOID', (w) => [review(w, { submission: 1 })]],
  ['reviews a draft', 'ILLEGAL_TRANSITION', (w) => [review(w, { state: 'draft' })]],
  ['reviews what is published', 'ILLEGAL_TRANSITION', (w) => [review(w, { state: 'upcoming' })]],
  ['takes the authors away', 'SELF_APPROVAL', (w) => [set('inReview', `authors = '[]'`)(w)]],
  ['forgets the authors', 'SELF_APPROVAL', (w) => [set('inReview', 'authors = null')(w)]],
  [
    'puts others in the place of the authors',
    'SELF_APPROVAL',
    (w) => [set('inReview', `authors = '[{"id": 99, "name": "x", "collection": "users"}]'`)(w)],
  ],
])

const ofAnotherText: SqlAttack[] = sqlAttacks([
  ...(
    [
      ['title', `title = 'x'`],
      ['body', `body = '{}'`],
      ['material flag', 'material_change = false'],
      ['promises', `notice_terms = '{}'`],
      ['date', `effective_on = '2030-01-01'`],
      ['exception', `exception_reason = 'legal_obligation'`],
      ['import', `imported_source = 'x'`],
      ['acknowledgements', `acknowledgements = '[]'`],
      ['replacement', 'replaces_material_difference = false'],
    ] as const
  ).map(
    ([what, assignment]) =>
      [
        `publishes an approved version with another ${what}`,
        'APPROVAL_VOID|NOT_APPROVED',
        (w: SqlWorld) => [set('approved', assignment)(w), publish(w, 'approved')],
      ] as const,
  ),
  [
    'publishes an approved version with another channel',
    'APPROVAL_VOID',
    (w) => [
      {
        text: `insert into policy_versions_texts ("order", parent_id, path, text) values (2, $1, 'noticeChannels', 'x')`,
        values: [w.versions.approved],
      },
      publish(w, 'approved'),
    ],
  ],
  [
    'publishes an approved version without its channels',
    'APPROVAL_VOID',
    (w) => [
      {
        text: 'delete from policy_versions_texts where parent_id = $1',
        values: [w.versions.approved],
      },
      publish(w, 'approved'),
    ],
  ],
  [
    'changes a text and publishes it in one statement',
    'APPROVAL_VOID',
    (w) => [publish(w, 'approved', { columns: { title: 'x' } })],
  ],
  [
    'publishes under another fingerprint',
    'ILLEGAL_TRANSITION',
    (w) => [publish(w, 'approved', { columns: { fingerprint: 'sha256:0' } })],
  ],
])

const early: SqlAttack[] = sqlAttacks([
  ['publishes early', 'NOTICE_PERIOD_TOO_SHORT', (w) => [publishEarly(w)]],
  ['forges the count', 'NOTICE_PERIOD_TOO_SHORT', (w) => [publishEarly(w, clauses(shortCount))]],
  [
    'forges what was promised',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [publishEarly(w, clauses({ ...shortCount, tier: { period: { unit: 'none' } } }))],
  ],
  [
    'leaves the clauses out',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [
      publishEarly(
        w,
        count(() => ({ clauses: [] })),
      ),
    ],
  ],
  [
    'leaves out that anything was counted',
    'NOTICE_PERIOD_TOO_SHORT|SEALED',
    (w) => [
      publishEarly(
        w,
        count(() => ({ clauses: null })),
      ),
    ],
  ],
  [
    'counts by presets alone',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [publishEarly(w, clauses({ ...shortCount, preset: 'x' }))],
  ],
  [
    'counts for other versions',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [publishEarly(w, clauses({ ...shortCount, version: { id: 0 } }))],
  ],
  [
    'counts from a year ago',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [publishEarly(w, forgedFrom(`${daysFromNow(-365)}T00:00:00Z`))],
  ],
  [
    'counts from for ever',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [publishEarly(w, forgedFrom('-infinity'))],
  ],
  ['counts from no instant', 'NOTICE_PERIOD_TOO_SHORT', (w) => [publishEarly(w, forgedFrom(null))]],
  [
    'counts from an instant that is left out',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [publishEarly(w, forgedFrom(undefined))],
  ],
  ...(['inForce', 'upcoming', 'withdrawn', 'draft'] as const).map(
    (state) =>
      [
        `counts on from ${state}, which it does not replace`,
        'NOTICE_PERIOD_TOO_SHORT|SEALED',
        (w: SqlWorld) => [
          publishEarly(
            w,
            count(({ clauses: counted }) => ({
              clauses: counted!.map((clause) => ({ ...clause, ...shortCount })),
              noticeFrom: `${daysFromNow(-365)}T00:00:00Z`,
              replaced: { id: w.versions[state], label: state },
            })),
          ),
        ],
      ] as const,
  ),
  [
    'claims an exception that nobody approved',
    'EXCEPTION_NOT_ALLOWED',
    (w) => [
      publishEarly(w, (sealed) => ({
        ...sealed,
        publication: {
          ...sealed.publication,
          exception: { explanation: 'x', providedFor: true, reason: 'legal_obligation' },
        },
      })),
    ],
  ],
  [
    'counts thirty business days as thirty days',
    'NOTICE_PERIOD_TOO_SHORT',
    (w) => [
      publish(w, 'undated', {
        effectiveAt: `${daysFromNow(33)}T05:00:00.000Z`,
        snapshot: clauses(shortCount),
      }),
    ],
  ],
  [
    'takes effect before the approved date',
    'SEALED',
    (w) => [
      publish(w, 'approved', {
        effectiveAt: `${daysFromNow(80)}T05:00:00.000Z`,
        snapshot: clauses(shortCount),
      }),
    ],
  ],
  [
    'takes effect before it is published',
    'EFFECTIVE_DATE_PAST',
    (w) => [publish(w, 'undated', { effectiveAt: '2020-01-01T00:00:00.000Z' })],
  ],
  [
    'publishes history after the record began',
    'ILLEGAL_TRANSITION',
    (w) => [
      publish(w, 'lateImport', {
        effectiveAt: '2020-01-01T05:00:00.000Z',
        snapshot: (sealed) => ({
          ...sealed,
          publication: {
            ...sealed.publication,
            imported: { source: 'An archive' },
            materialChange: false,
          },
        }),
      }),
    ],
  ],
  [
    'takes effect when another version does',
    '23505',
    (w) => [publish(w, 'undated', { effectiveAt: w.upcomingAt })],
  ],
  [
    'takes the place of a version that it does not replace',
    'SEALED|NOTICE_PERIOD_TOO_SHORT',
    (w) => {
      const publication = publish(w, 'undated', {
        snapshot: count(() => ({ replaced: { id: w.versions.upcoming, label: 'upcoming' } })),
      })
      return [
        {
          text: `update policy_versions set status = 'withdrawn', withdrawn_at = $2 where id = $1`,
          values: [w.versions.upcoming, publication.values![2]],
        },
        publication,
      ]
    },
  ],
])

function forgedFrom(noticeFrom: null | string | undefined) {
  return count(({ clauses: counted }) => ({
    clauses: counted!.map((clause) => ({ ...clause, ...shortCount })),
    noticeFrom,
  }))
}

const forged: SqlAttack[] = sqlAttacks([
  [
    'publishes five minutes ago',
    'ILLEGAL_TRANSITION',
    (w) => [publish(w, 'approved', { shift: -300_000 })],
  ],
  [
    'publishes in an hour',
    'ILLEGAL_TRANSITION',
    (w) => [publish(w, 'approved', { shift: 3_600_000 })],
  ],
  [
    'publishes by a simulated clock',
    'ILLEGAL_TRANSITION',
    (w) => [
      {
        text: `select set_config('policy_versioning.now', $1, true)`,
        values: [`${daysFromNow(-365)}T00:00:00Z`],
      },
      publish(w, 'approved', { shift: -365 * 86_400_000 }),
    ],
  ],
  ...(
    [
      ['no snapshot', { snapshot: null }],
      ['nobody who does it', { published_by: null }],
      ['no effect', { effective_at: null }],
      ['a withdrawal', { withdrawn_at: new Date(0).toISOString() }],
      ['no status', { status: 'approved' }],
      ['the status of a withdrawn version', { status: 'withdrawn' }],
    ] as const
  ).map(
    ([what, columns]) =>
      [
        `publishes with ${what}`,
        'ILLEGAL_TRANSITION',
        (w: SqlWorld) => [publish(w, 'approved', { columns })],
      ] as const,
  ),
  [
    'publishes by the status alone',
    'ILLEGAL_TRANSITION',
    (w) => [set('approved', `status = 'published'`)(w)],
  ],
  ...(
    [
      ['label', { label: 'x' }],
      ['effect', { effectiveAt: '2020-01-01T00:00:00.000Z' }],
      ['size', { materialChange: false }],
      ['promises', { noticeTerms: {} }],
    ] as const
  ).map(
    ([what, sealed]) =>
      [
        `seals another ${what}`,
        'SEALED',
        (w: SqlWorld) => [
          publish(w, 'approved', {
            snapshot: (snapshot) => ({
              ...snapshot,
              publication: { ...snapshot.publication, ...sealed },
            }),
          }),
        ],
      ] as const,
  ),
  [
    'seals another text',
    'SEALED',
    (w) => [
      publish(w, 'approved', {
        snapshot: (sealed) => ({
          ...sealed,
          renditions: mapped(sealed.renditions, { body: { root: { children: [] } } }),
        }),
      }),
    ],
  ],
  [
    'seals another title',
    'SEALED',
    (w) => [
      publish(w, 'approved', {
        snapshot: (sealed) => ({ ...sealed, summaries: mapped(sealed.summaries, { title: 'x' }) }),
      }),
    ],
  ],
  [
    'seals no text',
    'SEALED',
    (w) => [publish(w, 'approved', { snapshot: (sealed) => ({ ...sealed, renditions: {} }) })],
  ],
  [
    'seals another address',
    'SEALED',
    (w) => [
      publish(w, 'approved', {
        snapshot: (sealed) => ({ ...sealed, policy: { ...sealed.policy, slug: 'x' } }),
      }),
    ],
  ],
  [
    'seals another time zone',
    'SEALED',
    (w) => [
      publish(w, 'approved', {
        snapshot: (sealed) => ({ ...sealed, policy: { ...sealed.policy, timeZone: 'UTC' } }),
      }),
    ],
  ],
])

const mapped = (all: Record<string, object>, change: object) =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, { ...value, ...change }]))

/** Inserts a review of the present submission, but for what is changed. */
const review = (
  { versions }: SqlWorld,
  {
    state = 'inReview',
    ...columns
  }: { fingerprint?: string; reviewer?: object | null; state?: State; submission?: number },
): Statement => ({
  text: `
    insert into policy_reviews (version_id, reviewer, decision, scope, fingerprint, submission, updated_at, created_at)
    select v.id, $2::jsonb, 'approved', 'text', coalesce($3, v.fingerprint),
      coalesce($4, (select max(sequence) from policy_events e where e.version_id = v.id and type = 'submitted'), 1), now(), now()
    from policy_versions v where v.id = $1`,
  values: [
    versions[state],
    JSON.stringify(
      columns.reviewer === undefined
        ? { id: 999, name: 'x', collection: 'users' }
        : columns.reviewer,
    ),
    columns.fingerprint ?? null,
    columns.submission ?? null,
  ],
})

/** Attempts by SQL to publish what may not be published. */
export const sqlPublications: SqlAttack[] = [...unapproved, ...ofAnotherText, ...early, ...forged]

/** What all of them are variations of: this one is let through. */
export const publishApproved = (world: SqlWorld): Statement => publish(world, 'approved')
