import type { SealedCount } from '../domain/snapshot.js'
import type { CourseRow } from '../domain/versionCourse.js'
import type { Query, Tables } from './statement.js'

import { derived } from './derivedColumns.js'

/** What is stored of the courses of a policy's versions, drafts included, without their texts. */
export const readCourses = ({
  policy,
  query,
  tables,
}: {
  policy: number | string
  query: Query
  tables: Tables
}): Promise<CourseRow[]> =>
  query({
    text: `
      select coalesce(json_agg(json_build_object(
        'id', v.id,
        'createdAt', v.created_at,
        'earliestEffectiveAt', (
          select case when bool_or(clause ->> 'earliestEffectiveAt' is null) then null
            else max((clause ->> 'earliestEffectiveAt')::timestamptz) end
          from jsonb_array_elements(${derived('count', 'v')} -> 'clauses') clause
        ),
        'events', (
          select coalesce(json_agg(json_build_object(
            'at', e.at, 'data', json_build_object('status', e.data ->> 'status'),
            'sequence', e.sequence, 'type', e.type
          ) order by e.sequence), '[]')
          from ${tables.events} e
          where e.version_id = v.id and (e.type = 'returned_to_draft' or e.data ->> 'status' is not null)
        ),
        'label', v.label,
        'materialChange', coalesce(v.material_change, false),
        'notices', (
          select coalesce(json_agg(json_build_object(
            'channel', n.channel, 'postedAt', n.posted_at, 'visibleUntil', n.visible_until
          ) order by n.posted_at, n.id), '[]')
          from ${tables.notices} n where n.version_id = v.id
        ),
        'status', v.status::text
      )), '[]') as answer
      from ${tables.versions} v where v.policy_id = $1`,
    values: [policy],
  })

/** What each publication of a policy sealed of the clock, by the version's id, without its texts. */
export const readSealedCounts = ({
  policy,
  query,
  tables,
}: {
  policy: number | string
  query: Query
  tables: Tables
}): Promise<Record<string, SealedCount>> =>
  query({
    text: `
      select coalesce(json_object_agg(v.id, ${derived('count', 'v')}), '{}') as answer
      from ${tables.versions} v where v.policy_id = $1 and v.snapshot is not null`,
    values: [policy],
  })
