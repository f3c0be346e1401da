import type { AnnouncedRecord, WantedNews } from '../domain/delivery/source.js'
import type { PublicTables, Query } from './statement.js'

import { derived } from './derivedColumns.js'
import { isUndated, knownFrom, rowOf } from './versionRow.js'

/** The most versions that are told of at once; of upcoming ones as many beside those that took effect of late. */
const most = 50

/**
 * Reads which published versions of a policy (slug null: of all) there is news of, as known at an
 * instant (null: now), in one statement.
 */
export const readAnnounced = ({
  at,
  query,
  slug,
  tables,
  wanted,
}: {
  at: Date | null
  query: Query
  slug: null | string
  tables: PublicTables
  wanted: WantedNews
}): Promise<AnnouncedRecord & { now: string }> =>
  query({
    text: `
      with moment as materialized (select coalesce($1::timestamptz, clock_timestamp()) as now),
        published as materialized (
          select v.id, v.effective_at, v.fingerprint, v.published_at, ${isUndated('v')} as is_undated,
            case when v.withdrawn_at <= now then v.withdrawn_at end as withdrawn_at,
            -- An import was published when it says so, if it does.
            case when coalesce(v.imported_source, '') = '' then v.published_at
              else (${derived('particulars', 'v')} -> 'publication' ->> 'publishedAt')::timestamptz end as announced_at
          from ${tables.versions} v cross join moment
          where v.published_at is not null and ${knownFrom('v')} <= now
            ${slug === null ? '' : `and v.policy_id = (select id from ${tables.policies} where slug = $2)`}
        ),
        times as materialized (
          select max(greatest(published_at, withdrawn_at)) as changed_at,
            max(effective_at) filter (where effective_at <= now) as last_effect_at,
            min(effective_at) filter (where effective_at > now and withdrawn_at is null) as takes_effect_at,
            max(effective_at) filter (
              where effective_at <= now and withdrawn_at is null and not is_undated
            ) as took_effect_at
          from published cross join moment
        ),
        wanted as materialized (${wantedOf[wanted]})
      select json_build_object(
        'now', (select now from moment),
        'changedAt', changed_at,
        'first', (
          select json_build_object('fingerprint', fingerprint, 'publishedAt', published_at)
          from published order by published_at, id limit 1
        ),
        'isKnown', changed_at is not null,
        'takesEffectAt', takes_effect_at,
        'tookEffectAt', took_effect_at,
        'versions', (
          select coalesce(json_agg(row.value order by row.effective_at, row.id), '[]')
          from wanted cross join ${rowOf({ id: 'wanted.id', tables })}
        )
      ) as answer from times`,
    values: [at?.toISOString() ?? null, ...(slug === null ? [] : [slug])],
  })

const wantedOf: Record<WantedNews, string> = {
  latest: `
    select id from (
      select id, greatest(
        announced_at, withdrawn_at, case when effective_at <= now and not is_undated then effective_at end
      ) as told_at from published cross join moment
    ) news
    where told_at is not null order by told_at desc, id desc limit ${most}`,
  // No day is longer than two; the last that took effect is there to tell when the answer last changed.
  // Those behind have a limit of their own: many at once must not push out what is still to come.
  upcoming: `
    (
      select id from published cross join moment
      where effective_at > now order by effective_at, id limit ${most}
    )
    union all
    (
      select id from published cross join moment cross join times
      where effective_at between least(now - interval '2 days', last_effect_at) and now
      order by effective_at desc, id desc limit ${most}
    )`,
}
