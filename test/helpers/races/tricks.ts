import type { Decision } from '../../../src/domain/decision.js'
import type { Transition } from '../../../src/domain/lifecycle.js'
import type { Snapshot } from '../../../src/domain/snapshot.js'
import type { Random } from './random.js'
import type { StoredVersion } from '../../../src/operations/storedVersion.js'

const hour = 3_600_000

/** What a step is about to write. */
export type Written = { decision: Decision; snapshot?: Snapshot | undefined }

/** Changes what a step is about to write into something that breaks an invariant, or would if it could. */
export type Trick = (written: Written, stored: StoredVersion) => Written

const fields = (
  { decision, snapshot }: Written,
  changed: Partial<Decision['fields']>,
): Written => ({
  decision: { ...decision, fields: { ...decision.fields, ...changed } },
  snapshot,
})
/** What is sealed tells of the notice's start twice, so that a forgery changes both. */
const count = ({ decision, snapshot }: Written, changed: Partial<Snapshot['count']>): Written => ({
  decision,
  snapshot: snapshot && {
    ...snapshot,
    count: { ...snapshot.count, ...changed },
    publication: {
      ...snapshot.publication,
      ...('noticeFrom' in changed && { noticeFrom: changed.noticeFrom ?? null }),
    },
  },
})
const review = ({ decision, snapshot }: Written, changed: object): Written => ({
  decision: { ...decision, ...(decision.review && { review: { ...decision.review, ...changed } }) },
  snapshot,
})
const later = (instant: Date, hours: number): Date => new Date(+instant + hours * hour)

/** The tricks by the step that they are played with, each with what it does in words. */
export const tricks: Record<Transition, Record<string, Trick>> = {
  approve: {
    'another text': (written) => review(written, { fingerprint: `sha256:${'0'.repeat(64)}` }),
    'their own work': (written, { authors }) => review(written, { reviewer: authors?.[0] }),
    'without a review': ({ decision }) => ({ decision: { ...decision, review: undefined } }),
  },
  publish: {
    'as if every promise were kept by then': (written) => {
      const { clauses = [] } = written.snapshot?.count ?? {}
      const { instant } = written.decision
      const earliestEffectiveAt = instant.toISOString()
      return count(takingEffect(written, instant), {
        clauses: clauses.map((clause) => ({ ...clause, earliestEffectiveAt })),
      })
    },
    'as if it had been announced a year ago': (written) =>
      count(takingEffect(written, later(written.decision.instant, 1)), {
        noticeFrom: later(written.decision.instant, -8_760).toISOString(),
      }),
    'as if nobody had promised anything': (written) => count(written, { clauses: [] }),
    'at once, whatever was promised': (written) => takingEffect(written, written.decision.instant),
    'for the day before': (written) => takingEffect(written, later(written.decision.instant, -24)),
    tomorrow: (written) => published(written, later(written.decision.instant, 24)),
    'with another text than was approved': ({ decision, snapshot }) => ({
      decision,
      snapshot: snapshot && { ...snapshot, content: { ...snapshot.content, title: 'Another' } },
    }),
    yesterday: (written) => published(written, later(written.decision.instant, -24)),
  },
  'request-changes': {
    'of their own work': (written, { authors }) => review(written, { reviewer: authors?.[0] }),
  },
  submit: {
    'as approved': (written) => fields(written, { status: 'approved' }),
    'as published': (written) => fields(written, { status: 'published' }),
  },
  withdraw: {
    tomorrow: (written) => fields(written, { withdrawnAt: later(written.decision.instant, 24) }),
    yesterday: (written) => fields(written, { withdrawnAt: later(written.decision.instant, -24) }),
  },
}

/** Another instant of effect, in the row as in what is sealed with it. */
const takingEffect = ({ decision, snapshot }: Written, effectiveAt: Date): Written =>
  fields(
    {
      decision,
      snapshot: snapshot && {
        ...snapshot,
        publication: { ...snapshot.publication, effectiveAt: effectiveAt.toISOString() },
      },
    },
    { effectiveAt },
  )

/** Another instant of publication, likewise. */
const published = (written: Written, instant: Date): Written =>
  count(
    fields({ ...written, decision: { ...written.decision, instant } }, { publishedAt: instant }),
    {
      publishedAt: instant.toISOString(),
    },
  )

/** What goes wrong where nothing is checked. */
export type Mischief = {
  /** An edit of a version that is not recorded as one. */
  forgetsEdit: () => boolean
  /** A statement that is run beside a write, with the version's id as its parameter. */
  statement: () => string | undefined
  trick: (transition: Transition) => Trick | undefined
}

/** Mischief now and then. */
export const randomMischief = (random: Random): Mischief => ({
  forgetsEdit: () => random.chance(0.2),
  statement: () => (random.chance(0.1) ? random.pick(statements) : undefined),
  trick: (transition) =>
    random.chance(0.25) ? random.pick(Object.values(tricks[transition])) : undefined,
})

/** Statements that somebody with the database's password may try on a version ($1), beside what Payload does. */
const statements = [
  `update policy_versions set authors = '[]' where id = $1`,
  `update policy_versions set status = 'approved' where id = $1`,
  `update policy_versions set status = 'withdrawn', withdrawn_at = now() where id = $1`,
  `update policy_versions set published_at = now(), effective_at = now() where id = $1`,
  `update policy_versions set effective_at = effective_at - interval '1 day' where id = $1`,
  `update policy_versions set snapshot = jsonb_set(snapshot, '{publication,label}', '"other"') where id = $1`,
  `update policy_reviews set fingerprint = 'sha256:0' where version_id = $1`,
  `insert into policy_reviews (version_id, reviewer, decision, scope, fingerprint, submission)
    select id, '{"collection":"users","id":999,"name":"Nobody"}', 'approved', 'text', 'sha256:0', 0
    from policy_versions where id = $1`,
  `delete from policy_notices where version_id = $1`,
  `update policy_events set data = '{}' where version_id = $1`,
  `insert into policy_events (policy_id, version_id, sequence, type, at, data, hash, previous_hash)
    select policy_id, id, 1000, 'published', now(), '{}', 'sha256:0', 'sha256:0'
    from policy_versions where id = $1`,
  `update policy_versions_texts set text = 'pigeon' where parent_id = $1`,
]
