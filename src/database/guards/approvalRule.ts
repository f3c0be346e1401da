import type { GuardedTables } from './guardedTables.js'

import { namer } from './guardedTables.js'
import { refuse } from './refusal.js'

/** PL/pgSQL that finds an approval of the present submission and the present content, by none of the authors. */
export const assertApproval = ({
  scope,
  tables,
}: {
  scope: 'exception' | 'text'
  tables: GuardedTables
}): string => {
  const { object, table } = namer(tables)

  return `select count(*) as any_text,
      count(*) filter (where r.digest = ${object('digest')}(to_jsonb(new)) and r.fingerprint = new.fingerprint) as this_text
      into approval
    from ${table('reviews')} r
    where r.version_id = new.id and r.submission = submitted
      and r.decision::text = 'approved' and r.scope::text = '${scope}'
      and not exists (
        select from jsonb_array_elements(coalesce(new.authors, '[]'::jsonb)) author
        where author ->> 'collection' = r.reviewer ->> 'collection' and author ->> 'id' = r.reviewer ->> 'id'
      );
    if approval.any_text = 0 then
      ${refuse('NOT_APPROVED', `Version % has no approval of its ${scope} by somebody who is not among its authors. Have it reviewed.`, 'new.label')}
    end if;
    if approval.this_text = 0 then
      ${refuse('APPROVAL_VOID', `Version % was changed since its ${scope} was approved. Have it reviewed again.`, 'new.label')}
    end if;`
}
