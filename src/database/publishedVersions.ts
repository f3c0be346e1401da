import type { PublishedVersion } from '../domain/situation.js'
import type { Query, Tables } from './statement.js'

import { derived } from './derivedColumns.js'

/** The same, with instants as JSON has them. */
type Row = Omit<PublishedVersion, 'effectiveAt' | 'noticeFrom' | 'publishedAt' | 'withdrawnAt'> & {
  effectiveAt: string
  noticeFrom: null | string
  publishedAt: string
  withdrawnAt: null | string
}

/** What of a policy's published versions bears on the next publication, withdrawn ones included. */
export const readPublishedVersions = async ({
  policy,
  query,
  tables,
}: {
  policy: number | string
  query: Query
  tables: Tables
}): Promise<PublishedVersion[]> => {
  const rows = await query<Row[]>({
    text: `
      select coalesce(json_agg(json_build_object(
        'id', v.id,
        'channels', (
          select coalesce(json_agg(distinct n.channel), '[]')
          from ${tables.notices} n where n.version_id = v.id
        ),
        'label', label,
        'effectiveAt', effective_at,
        'exception', sealed.publication -> 'exception',
        'imported', sealed.publication -> 'imported',
        'materialChange', coalesce(material_change, false),
        'noticeFrom', ${derived('count', 'v')} ->> 'noticeFrom',
        'noticeTerms', notice_terms,
        'presets', coalesce(sealed.presets, '{}'),
        'publishedAt', published_at,
        'withdrawnAt', withdrawn_at
      ) order by effective_at, published_at), '[]') as answer
      from ${tables.versions} v
      left join lateral jsonb_to_record(${derived('particulars', 'v')}) as sealed(
        presets jsonb, publication jsonb
      ) on true
      where v.policy_id = $1 and v.published_at is not null`,
    values: [policy],
  })

  return rows.map((row) => ({
    ...row,
    effectiveAt: new Date(row.effectiveAt),
    noticeFrom: new Date(row.noticeFrom ?? row.publishedAt),
    publishedAt: new Date(row.publishedAt),
    withdrawnAt: row.withdrawnAt ? new Date(row.withdrawnAt) : null,
  }))
}
