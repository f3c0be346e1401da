import type { GuardedTables } from './guardedTables.js'

import { namer, quoted } from './guardedTables.js'
import { refuse } from './refusal.js'

/**
 * PL/pgSQL for what is sealed with a version that is being published: its row as it stands, the text
 * of every language, its policy, and for all but history from before the plugin the instants of now.
 * What a text is rendered to no database can tell; `verifyRecord` renders it again.
 */
export const sealedRules = (tables: GuardedTables): string => {
  const { object, table } = namer(tables)

  return `
    sealed := new.snapshot -> 'publication';
    if jsonb_typeof(new.snapshot #> '{count,clauses}') is distinct from 'array'
      or ${object('fingerprint')}(new.snapshot -> 'content') <> new.fingerprint
      or (new.snapshot #>> '{count,publishedAt}')::timestamptz is distinct from new.published_at
      or coalesce((sealed ->> 'effectiveAt')::timestamptz, new.effective_at) <> new.effective_at
      or coalesce(new.imported_source, '') = '' and (
        sealed ->> 'effectiveAt' is null or new.snapshot ->> 'knownFrom' is not null
        or (sealed ->> 'publishedAt')::timestamptz is distinct from new.published_at
        or sealed ->> 'noticeFrom' is distinct from new.snapshot #>> '{count,noticeFrom}'
      )
      or sealed ->> 'label' is distinct from new.label
      or sealed -> 'materialChange' is distinct from to_jsonb(coalesce(new.material_change, false))
      or sealed -> 'noticeTerms' is distinct from new.notice_terms
      or coalesce(sealed #>> '{imported,source}', '') <> coalesce(new.imported_source, '')
      or not exists (
        select from ${table('policies')} p
        where p.id = new.policy_id and p.slug = new.snapshot #>> '{policy,slug}'
          and p.time_zone = new.snapshot #>> '{policy,timeZone}' and p.kind::text = new.snapshot #>> '{policy,kind}'
      )
      or ${isTextOfOthers(tables)} then
      ${refuse('SEALED', 'What is sealed with version % does not match its row. Publish it by its workflow.', 'new.label')}
    end if;`
}

/** True in SQL where a sealed language has other words than the version, or there is none. */
const isTextOfOthers = ({ schema, texts }: GuardedTables): string => {
  const words =
    texts === null
      ? `select to_jsonb(new) as words`
      : `select to_jsonb(t) as words from ${quoted(schema, texts)} t
          where t._parent_id = new.id and t._locale::text = rendition.key`

  return `coalesce(new.snapshot -> 'renditions', '{}'::jsonb) = '{}'::jsonb
      or exists (
        select from jsonb_each(new.snapshot -> 'renditions') rendition
        where not exists (
          select from (${words}) version
          where words -> 'body' = rendition.value -> 'body'
            and words ->> 'title' is not distinct from new.snapshot #>> array['summaries', rendition.key, 'title']
            and words ->> 'change_summary' is not distinct from new.snapshot #>> array['summaries', rendition.key, 'changeSummary']
        )
      )`
}
