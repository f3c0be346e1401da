import type { App } from '../../helpers/app.js'
import type { State, World } from './world.js'

import { lockPrefix } from '../../../src/database/guards/helperFunctions.js'
import { contentOf } from '../../../src/domain/versionContent.js'

/** A statement with its parameters, or the rows that it copies in. */
export type Statement = { copied?: string; text: string; values?: unknown[] }

export type Snapshot = {
  content: object
  count: {
    clauses: Clause[] | null
    noticeFrom: null | string | undefined
    publishedAt: string
    replaced: unknown
  }
  policy: Record<string, unknown>
  publication: Record<string, unknown>
  renditions: Record<string, Record<string, unknown>>
  summaries: Record<string, Record<string, unknown>>
}

type Clause = {
  [name: string]: unknown
  earliestEffectiveAt: null | string
  version: { id: number }
}

/** What the workflow would seal with the version that may be published. */
export type Lawful = { effectiveAt: string; snapshot: Snapshot }

/** Publishes a version by the workflow, looks at what was sealed with it, and rolls it back. */
export const lawfulPublication = async (
  { app: { payload }, cast, versions }: World & { app: App },
  state: 'approved' | 'undated',
): Promise<Lawful> => {
  const transactionID = (await payload.db.beginTransaction())!
  const { effectiveAt, snapshot } = await payload.update({
    id: versions[state],
    collection: 'policy-versions',
    data: { status: 'published' },
    req: { transactionID },
    showHiddenFields: true,
    user: cast.publisher.user,
  })
  await payload.db.rollbackTransaction(transactionID)
  return { effectiveAt: effectiveAt as string, snapshot: snapshot as Snapshot }
}

/** Reads what the fingerprint of each version is taken of. */
export const contentsOf = async ({
  app: { payload },
  versions,
}: World): Promise<Record<State, object>> => {
  const contents = Object.entries(versions).map(async ([state, id]) => [
    state,
    contentOf(
      (await payload.db.findOne({
        collection: 'policy-versions',
        joins: false,
        where: { id: { equals: id } },
      }))!,
    ),
  ])
  return Object.fromEntries(await Promise.all(contents)) as Record<State, object>
}

/** Takes a policy's lock as the plugin does. */
export const locking = (policy: number): Statement => ({
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [`${lockPrefix}${policy}`],
})

/** What a publication by SQL writes, where that is not what the workflow would have written. */
export type Publication = {
  /** Further columns. */
  columns?: Record<string, unknown>
  /** What its fingerprint is taken of. */
  content: object
  effectiveAt?: string
  id: number
  label: string
  lawful: Lawful
  /** Milliseconds from now. */
  shift?: number
  /** Changes what is sealed. */
  snapshot?: (snapshot: Snapshot) => unknown
}

/** Publishes a version by one statement that computes everything which the workflow would. */
export const publishing = ({
  columns = {},
  content,
  effectiveAt,
  id,
  label,
  lawful,
  shift = 0,
  snapshot = (sealed) => sealed,
}: Publication): Statement => {
  const publishedAt = new Date(Date.now() + shift).toISOString()
  const effect = effectiveAt ?? lawful.effectiveAt
  const sealed = structuredClone(lawful.snapshot)
  const set = Object.entries({
    effective_at: effect,
    published_at: publishedAt,
    published_by: JSON.stringify({ id: 1, name: 'Paul', collection: 'users' }),
    snapshot: JSON.stringify(
      snapshot({
        ...sealed,
        content,
        count: { ...sealed.count, noticeFrom: publishedAt, publishedAt },
        publication: {
          ...sealed.publication,
          effectiveAt: effect,
          label,
          noticeFrom: publishedAt,
          publishedAt,
        },
      }),
    ),
    status: 'published',
    ...columns,
  })

  return {
    text: `update policy_versions set ${set.map(([name], at) => `${name} = $${at + 2}`).join(', ')} where id = $1`,
    values: [id, ...set.map(([, value]) => value)],
  }
}
