import type { Member } from '../../helpers/cast.js'
import type { State, World } from './world.js'

import { textOf } from '../../helpers/cast.js'
import { calendarDays } from '../../helpers/stage.js'
import { later, soon } from './world.js'

export type Collection =
  | 'policies'
  | 'policy-calendars'
  | 'policy-events'
  | 'policy-notices'
  | 'policy-reviews'
  | 'policy-versions'
  | 'users'

/** A write that somebody attempts. */
export type Write = {
  by: Member
  collection: Collection
  data?: Record<string, unknown>
} & ({ id: number; operation: 'delete' | 'update' } | { id?: undefined; operation: 'create' })

/** What is written to which document, by whom. */
export type Attack = {
  name: string
  /** What it is refused with, where the road leads to the rules and its person has every role. */
  code: RegExp
  /** It is attempted over the roads that are variants of others, too. */
  isGrave?: true
  /** It is made of what the plugin sets by itself: where the write is let through, none of it gets in. */
  isForgery?: true
  /** It asks for a step of the workflow, which takes a person. */
  isStep?: true
  /** Why the database alone would let it through, where it would. */
  isUpToHooks?: string
  write: (world: World) => Write
}

const aDay = '2020-01-01T00:00:00.000Z'
const otherText = `sha256:${'0'.repeat(64)}`
const somebody = { id: 1, name: 'Nobody', collection: 'users' }

/** What the plugin sets by itself, forged. */
const forged = {
  authors: [],
  effectiveAt: aDay,
  fingerprint: otherText,
  publishedAt: aDay,
  publishedBy: somebody,
  snapshot: { format: 1 },
  withdrawnAt: aDay,
}

/** Terms that promise nothing. */
const noPromise = {
  ...calendarDays(0),
  material: { ...calendarDays(0).material, period: { amount: 0, unit: 'none' } },
}

type More = Omit<Attack, 'code' | 'name' | 'write'>
type Data = Record<string, unknown> | ((world: World) => Record<string, unknown>)

/** Updates the version of a state. */
const update =
  (state: State, data: Data, by: keyof World['cast'] = 'admin'): Attack['write'] =>
  (world) => ({
    id: world.versions[state],
    by: world.cast[by],
    collection: 'policy-versions',
    data: typeof data === 'function' ? data(world) : data,
    operation: 'update',
  })

/** Attacks from rows of a table. */
const attacksOf = (
  rows: readonly (readonly [name: string, codes: string, write: Attack['write'], more?: More])[],
  all: More = {},
): Attack[] =>
  rows.map(([name, codes, write, more]) => ({
    name,
    code: new RegExp(`^(${codes})$`),
    write,
    ...all,
    ...more,
  }))

const grave = { isGrave: true } as const

const step = (state: State, status: string) => update(state, { status })

const edits = attacksOf([
  ['edits the text in force', 'SEALED', update('inForce', { body: textOf('x') }), grave],
  ['edits an announced title', 'SEALED', update('upcoming', { title: 'x' })],
  ['edits a withdrawn text', 'SEALED', update('withdrawn', { body: textOf('x') })],
  ['edits an announced date', 'SEALED', update('upcoming', { effectiveOn: '2099-01-01' })],
  ['edits what was promised', 'SEALED', update('inForce', { noticeTerms: noPromise }), grave],
  ['edits the announced channels', 'SEALED', update('upcoming', { noticeChannels: [] }), grave],
  ['edits a label in force', 'SEALED', update('inForce', { label: 'x' })],
  [
    'makes an announced change a small one',
    'SEALED',
    update('upcoming', { materialChange: false }),
  ],
  [
    'claims an exception after the announcement',
    'SEALED',
    update('upcoming', { exception: { explanation: 'x', reason: 'legal_obligation' } }),
  ],
  [
    'makes history of what is in force',
    'SEALED|INVALID_PARAMETER',
    update('inForce', { imported: { source: 'x' } }),
  ],
  [
    'replaces a version after the announcement',
    'SEALED',
    update('upcoming', ({ versions }) => ({ replaces: { version: versions.inForce } })),
  ],
  [
    'moves what is in force to another policy',
    'SEALED',
    update('inForce', ({ other }) => ({ policy: other })),
  ],
  ['forges what the plugin set of what is in force', 'SEALED', update('inForce', forged), grave],
  ['takes what is in force back to draft', 'ILLEGAL_TRANSITION', step('inForce', 'draft'), grave],
  ['forges a withdrawal away', 'SEALED', update('withdrawn', { withdrawnAt: null })],
])

const onDrafts = attacksOf([
  [
    'moves a draft to another policy',
    'INVALID_PARAMETER',
    update('draft', ({ other }) => ({ policy: other })),
  ],
  ['takes a label', 'LABEL_TAKEN', update('draft', { label: 'inForce' })],
])

const steps = attacksOf(
  [
    ['takes an announcement back to approved', 'ILLEGAL_TRANSITION', step('upcoming', 'approved')],
    ['publishes what is in force again', 'SEALED|ILLEGAL_TRANSITION', step('inForce', 'published')],
    ['publishes what was withdrawn', 'ILLEGAL_TRANSITION', step('withdrawn', 'published')],
    ['withdraws what is in force', 'ILLEGAL_TRANSITION', step('inForce', 'withdrawn'), grave],
    ['withdraws a draft', 'ILLEGAL_TRANSITION', step('draft', 'withdrawn')],
    ['publishes a draft', 'ILLEGAL_TRANSITION', step('draft', 'published'), grave],
    ['publishes what is in review', 'ILLEGAL_TRANSITION', step('inReview', 'published'), grave],
    ['publishes what was sent back', 'ILLEGAL_TRANSITION', step('changesRequested', 'published')],
    ['publishes what changed since', 'ILLEGAL_TRANSITION', step('returned', 'published')],
    ['approves a draft', 'ILLEGAL_TRANSITION', step('draft', 'approved')],
    ['approves what was sent back', 'ILLEGAL_TRANSITION', step('changesRequested', 'approved')],
    ['publishes history too late', 'ILLEGAL_TRANSITION', step('lateImport', 'published')],
    ['publishes early', 'NOTICE_PERIOD_TOO_SHORT', step('early', 'published'), grave],
  ],
  { isStep: true },
)

const withPublication = (state: State, data: Data) =>
  update(state, (world) => ({
    ...(typeof data === 'function' ? data(world) : data),
    status: 'published',
  }))
const sentAlong = attacksOf(
  [
    ['publishes another title', 'APPROVAL_VOID', withPublication('approved', { title: 'x' })],
    ['publishes another text', 'APPROVAL_VOID', withPublication('approved', { body: textOf('x') })],
    [
      'publishes for an earlier day',
      'APPROVAL_VOID',
      withPublication('approved', { effectiveOn: soon }),
    ],
    [
      'publishes early, for a later day',
      'NOTICE_PERIOD_TOO_SHORT',
      withPublication('early', { effectiveOn: later }),
    ],
    [
      'publishes as a small change',
      'APPROVAL_VOID',
      withPublication('approved', { materialChange: false }),
    ],
    [
      'publishes weaker promises',
      'APPROVAL_VOID',
      withPublication('approved', { noticeTerms: noPromise }),
    ],
    [
      'publishes through other channels',
      'APPROVAL_VOID',
      withPublication('approved', { noticeChannels: [] }),
      grave,
    ],
    [
      'publishes for another policy',
      'APPROVAL_VOID|NOTICE_PERIOD_TOO_SHORT',
      withPublication('approved', ({ other }) => ({ policy: other })),
    ],
    [
      'publishes early, by an exception',
      'NOTICE_PERIOD_TOO_SHORT',
      withPublication('early', { exception: { explanation: 'x', reason: 'legal_obligation' } }),
    ],
    [
      'publishes what was shown as something else',
      'APPROVAL_VOID',
      withPublication('approved', { fingerprint: otherText }),
    ],
  ],
  { isStep: true },
)

const isOwn = 'the change alone brings no publication any nearer'
const approvals = attacksOf(
  [
    [
      'approves own work',
      'SELF_APPROVAL',
      update('inReview', { status: 'approved' }, 'author'),
      { isGrave: true },
    ],
    [
      'approves own work by the name of the step',
      'SELF_APPROVAL',
      update('inReview', { transition: 'approve' }, 'author'),
      { isUpToHooks: 'the name of a step is no column' },
    ],
    [
      'approves own work and leaves the authors',
      'SELF_APPROVAL',
      update('inReview', { authors: [], status: 'approved' }, 'author'),
    ],
    [
      'sends own work back',
      'SELF_APPROVAL',
      update('inReview', { status: 'changes_requested' }, 'author'),
      { isUpToHooks: isOwn },
    ],
    [
      'approves what was shown as something else',
      'APPROVAL_VOID',
      update('inReview', { fingerprint: otherText, status: 'approved' }, 'reviewer'),
      grave,
    ],
    [
      'approves a text of their own',
      'APPROVAL_VOID',
      update('inReview', { status: 'approved', title: 'x' }),
    ],
    [
      'approves an exception that is not claimed',
      'EXCEPTION_NOT_ALLOWED',
      update('inReview', { scope: 'exception', status: 'approved' }, 'reviewer'),
    ],
    [
      'approves and is no reviewer',
      'FORBIDDEN',
      update('inReview', { status: 'approved' }, 'publisher'),
    ],
  ],
  { isStep: true },
)

const forgeries = attacksOf(
  [
    [
      'forges what the plugin sets of a draft',
      'ILLEGAL_TRANSITION',
      update('draft', forged),
      grave,
    ],
    [
      'forges the authors of what is in review',
      'SELF_APPROVAL',
      update('inReview', { authors: [] }, 'author'),
    ],
    [
      'forges what the plugin sets of an approved version',
      'ILLEGAL_TRANSITION|SELF_APPROVAL',
      update('approved', { authors: [], publishedAt: aDay, snapshot: {} }),
    ],
  ],
  { isForgery: true },
)

const creating =
  (data: Record<string, unknown>): Attack['write'] =>
  ({ cast, policy }) => ({
    by: cast.admin,
    collection: 'policy-versions',
    data: { body: textOf('x'), policy, status: 'draft', title: 'x', ...data },
    operation: 'create',
  })
const creations = attacksOf([
  [
    'creates a published version',
    'ILLEGAL_TRANSITION',
    creating({ ...forged, status: 'published' }),
    { isGrave: true },
  ],
  ['creates an approved version', 'ILLEGAL_TRANSITION', creating({ status: 'approved' })],
  ['creates a version with a taken label', 'LABEL_TAKEN', creating({ label: 'inForce' })],
  [
    'creates a version without promises',
    'TERMS_INVALID',
    creating({ noticeTerms: {} }),
    { isUpToHooks: 'terms are judged again at publication' },
  ],
])

const recordCollections = ['policy-events', 'policy-notices', 'policy-reviews'] as const

/** Rows with everything that their tables demand, and nothing in them that happened. */
const invented = {
  'policy-events': {
    actor: somebody,
    at: aDay,
    hash: otherText,
    previousHash: otherText,
    sequence: 9_999,
    type: 'published',
  },
  'policy-notices': {
    channel: 'letter',
    message: { en: { after: 'x', before: 'x' } },
    postedAt: aDay,
    url: 'https://example.com',
    visibleUntil: aDay,
  },
  'policy-reviews': {
    decision: 'approved',
    fingerprint: otherText,
    reviewer: somebody,
    scope: 'text',
    submission: 1,
  },
}

const onRecord = recordCollections.flatMap((collection) =>
  attacksOf([
    [
      `edits a row of ${collection}`,
      'SEALED',
      ({ cast, records }) => ({
        id: records[collection],
        by: cast.admin,
        collection,
        data: invented[collection],
        operation: 'update',
      }),
      collection === 'policy-events' ? grave : {},
    ],
    [
      `deletes a row of ${collection}`,
      'SEALED',
      ({ cast, records }) => ({
        id: records[collection],
        by: cast.admin,
        collection,
        operation: 'delete',
      }),
      collection === 'policy-notices' ? grave : {},
    ],
    [
      `inserts a row into ${collection}`,
      'SEALED',
      ({ cast, policy, versions }) => ({
        by: cast.admin,
        collection,
        data: {
          ...(collection !== 'policy-reviews' && { policy }),
          ...invented[collection],
          version: versions.inReview,
        },
        operation: 'create',
      }),
      collection === 'policy-reviews' ? grave : {},
    ],
  ]),
)

const deletions = (['inForce', 'upcoming', 'withdrawn', 'approved', 'returned'] as const).flatMap(
  (state) =>
    attacksOf([
      [
        `deletes a version with a record: ${state}`,
        'SEALED',
        ({ cast, versions }) => ({
          id: versions[state],
          by: cast.admin,
          collection: 'policy-versions',
          operation: 'delete',
        }),
        state === 'inForce' ? grave : {},
      ],
    ]),
)

const onPolicy =
  (data: Record<string, unknown>): Attack['write'] =>
  ({ cast, policy }) => ({
    id: policy,
    by: cast.admin,
    collection: 'policies',
    data,
    operation: 'update',
  })
const onPolicies = attacksOf([
  ['gives a policy with a record another slug', 'SEALED', onPolicy({ slug: 'x' }), grave],
  ['gives a policy with a record another zone', 'SEALED', onPolicy({ timeZone: 'Asia/Tokyo' })],
  [
    'deletes a policy with a record',
    'SEALED',
    ({ cast, policy }) => ({
      id: policy,
      by: cast.admin,
      collection: 'policies',
      operation: 'delete',
    }),
    { isGrave: true },
  ],
])

const onCalendars = attacksOf([
  [
    'edits a proclaimed day',
    'SEALED',
    ({ calendarEntry, cast }) => ({
      id: calendarEntry,
      by: cast.admin,
      collection: 'policy-calendars',
      data: { reason: 'x' },
      operation: 'update',
    }),
  ],
  [
    'deletes a proclaimed day',
    'SEALED',
    ({ calendarEntry, cast }) => ({
      id: calendarEntry,
      by: cast.admin,
      collection: 'policy-calendars',
      operation: 'delete',
    }),
  ],
])

/** What is attempted over every road of Payload. */
export const attacks: Attack[] = [
  ...edits,
  ...onDrafts,
  ...steps,
  ...sentAlong,
  ...approvals,
  ...forgeries,
  ...creations,
  ...onRecord,
  ...deletions,
  ...onPolicies,
  ...onCalendars,
]
