import type { CivilDate } from '../../../src/domain/civilDate.js'
import type { Person, VersionStatus } from '../../../src/domain/lifecycle.js'
import type { NoticeTerms } from '../../../src/index.js'

import { withDatabase } from '../catalog.js'

/** A version's row, with the channels that its author chose and the database's own digest of its content. */
export type VersionRow = {
  authors: null | Person[]
  chosenChannels: string[]
  digest: string
  effective_at: null | string
  effective_on: CivilDate | null
  exception_reason: null | string
  fingerprint: null | string
  id: number
  label: string
  material_change: boolean | null
  notice_terms: NoticeTerms
  policy_id: number
  published_at: null | string
  published_by: null | Person
  replaces_material_difference: boolean | null
  replaces_version_id: null | number
  snapshot: null | {
    content: unknown
    count: { replaced: { id: number } | null }
    publication: { exception: { reason: string } | null }
  }
  status: VersionStatus
  withdrawn_at: null | string
}

export type ReviewRow = {
  decision: 'approved' | 'changes_requested'
  digest: string
  fingerprint: string
  id: number
  reviewer: Person
  scope: 'exception' | 'text'
  submission: number
  version_id: number
}

export type NoticeRow = {
  channel: string
  id: number
  policy_id: number
  posted_at: string
  version_id: number
}

export type EventRow = {
  actor: null | Person
  at: string
  data: { [detail: string]: unknown; fingerprint?: string; scope?: string; status?: VersionStatus }
  hash: string
  id: number
  policy_id: number
  previous_hash: null | string
  seals: unknown
  sequence: number
  type: string
  version_id: number
}

export type DeliveryRow = {
  attempts: number
  channel: string
  delivered_at: null | string
  idempotency_key: string
  notice_id: number
}

/** What the tables hold about one policy; instants as ISO 8601. */
export type PolicyRows = {
  deliveries: DeliveryRow[]
  /** In the order of their numbers. */
  events: EventRow[]
  notices: NoticeRow[]
  policy: { id: number; slug: string; time_zone: string }
  /** In the order in which they were written. */
  reviews: ReviewRow[]
  versions: VersionRow[]
}

/** Reads everything that is recorded about every policy, in one statement and past the product. */
export const readRecord = (databaseUrl: string): Promise<PolicyRows[]> =>
  withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ record: PolicyRows }>(`
      select json_build_object(
        'policy', to_json(p),
        'deliveries', (
          select coalesce(json_agg(d order by d.id), '[]') from policy_deliveries d
          join policy_notices n on n.id = d.notice_id where n.policy_id = p.id
        ),
        'events', (
          select coalesce(json_agg(e order by e.sequence), '[]') from policy_events e
          where e.policy_id = p.id
        ),
        'notices', (
          select coalesce(json_agg(n order by n.id), '[]') from policy_notices n
          where n.policy_id = p.id
        ),
        'reviews', (
          select coalesce(json_agg(r order by r.id), '[]') from policy_reviews r
          join policy_versions v on v.id = r.version_id where v.policy_id = p.id
        ),
        'versions', (
          select coalesce(json_agg(to_jsonb(v) || jsonb_build_object(
            'digest', policy_versions_digest(to_jsonb(v)),
            'chosenChannels', (
              select coalesce(json_agg(t.text order by t."order"), '[]')
              from policy_versions_texts t where t.parent_id = v.id and t.path = 'noticeChannels'
            )
          ) order by v.id), '[]')
          from policy_versions v where v.policy_id = p.id
        )
      ) as record
      from policies p order by p.id`)

    return rows.map(({ record }) => record)
  })

/** The published versions of a policy, in the order of their publication. */
export const publishedOf = ({ versions }: PolicyRows): PublishedRow[] =>
  versions
    .filter((version): version is PublishedRow => version.published_at !== null)
    .sort((one, other) => +new Date(one.published_at) - +new Date(other.published_at))

/** A version that was published, withdrawn ones included. */
export type PublishedRow = VersionRow & { effective_at: string; published_at: string }
