import type { NoticeRecord } from '../domain/delivery/source.js'
import type { Query, PublicTables } from './statement.js'

import { derived } from './derivedColumns.js'

/** Reads the notices of a channel whose time at an instant (null: now) is not over, in one statement. */
export const readNotices = ({
  at,
  channel,
  query,
  tables,
}: {
  at: Date | null
  channel: string
  query: Query
  tables: PublicTables
}): Promise<NoticeRecord & { now: string }> =>
  query({
    text: `
      with moment as materialized (select clock_timestamp() as now)
      select json_build_object(
        'now', (select now from moment),
        'endedAt', (
          select max(n.visible_until) from ${tables.notices} n
          where n.channel = $2 and n.visible_until <= coalesce($1::timestamptz, (select now from moment))
        ),
        'notices', (
          select coalesce(json_agg(json_build_object(
            'id', n.id,
            'effectiveAt', v.effective_at,
            'label', v.label,
            'message', n.message,
            'postedAt', n.posted_at,
            'sealed', ${derived('particulars', 'v')},
            'supersededAt', (
              select min(later.effective_at) from ${tables.versions} later
              where later.policy_id = v.policy_id and later.published_at is not null
                and later.withdrawn_at is null and later.effective_at > v.effective_at
            ),
            'url', n.url,
            'version', v.id,
            'visibleUntil', n.visible_until,
            'withdrawnAt', v.withdrawn_at
          ) order by v.effective_at, n.posted_at, n.id), '[]')
          from ${tables.notices} n
          join ${tables.versions} v on v.id = n.version_id and v.published_at is not null
          where n.channel = $2
            and n.visible_until > coalesce($1::timestamptz, (select now from moment))
        )
      ) as answer`,
    values: [at?.toISOString() ?? null, channel],
  })

/** The channels that notices were given through, in their order. */
export const readNoticeChannels = ({
  query,
  tables,
}: {
  query: Query
  tables: PublicTables
}): Promise<string[]> =>
  query({
    text: `select coalesce(json_agg(distinct n.channel order by n.channel), '[]') as answer from ${tables.notices} n`,
    values: [],
  })
