import type { GuardedTables } from './guardedTables.js'
import type { GuardFunction } from './helperFunctions.js'

import { namer } from './guardedTables.js'
import { changesChannel } from '../changes.js'
import { refuse, unlocked } from './refusal.js'

/** Watches what the record is made of: appended to by the workflow, and never changed. */
export const recordGuards = (tables: GuardedTables): GuardFunction[] => {
  const { guard, object, table } = namer(tables)
  const trigger = (name: string, body: string): GuardFunction => ({
    name: object(name),
    arguments: '',
    body,
    language: 'plpgsql',
    plainName: guard(name),
    returns: 'trigger',
  })
  const policyOfVersion = `(select v.policy_id from ${table('versions')} v where v.id = new.version_id)`

  return [
    trigger(
      'guard_kept',
      `
begin
  ${refuse('SEALED', 'The record in % is never changed or deleted: it tells what happened. What happens next is appended by the workflow.', 'tg_table_name')}
end
`,
    ),
    trigger(
      'guard_review',
      `
declare
  reviewed record;
begin
  select v.* into reviewed from ${table('versions')} v where v.id = new.version_id;
  if not ${object('is_locked')}(reviewed.policy_id) then
    ${unlocked('A review')}
  end if;
  if reviewed.status::text <> 'in_review' then
    ${refuse('ILLEGAL_TRANSITION', 'Version % is "%"; only one that is in review is reviewed. Submit it first.', 'reviewed.label', 'reviewed.status')}
  end if;
  if new.fingerprint is distinct from reviewed.fingerprint then
    ${refuse('APPROVAL_VOID', 'The review is of another text than version % has now. Review what stands there.', 'reviewed.label')}
  end if;
  if exists (
    select from jsonb_array_elements(coalesce(reviewed.authors, '[]'::jsonb)) author
    where author ->> 'collection' = new.reviewer ->> 'collection' and author ->> 'id' = new.reviewer ->> 'id'
  ) then
    ${refuse('SELF_APPROVAL', 'The reviewer is among the authors of version %, and nobody reviews their own work. Ask another reviewer.', 'reviewed.label')}
  end if;
  if coalesce(new.reviewer ->> 'collection', '') = '' or coalesce(new.reviewer ->> 'id', '') = '' then
    ${refuse('ACTOR_REQUIRED', 'A review of version % names who reviewed it. Have it reviewed by its workflow.', 'reviewed.label')}
  end if;
  if new.submission is distinct from ${object('submission')}(reviewed.id) then
    ${refuse('APPROVAL_VOID', 'The review is not of the present submission of version %. Review what was submitted last.', 'reviewed.label')}
  end if;
  -- Computed here, whatever was sent.
  new.digest := ${object('digest')}(to_jsonb(reviewed));
  return new;
end
`,
    ),
    trigger(
      'guard_notice',
      `
begin
  if new.policy_id is distinct from ${policyOfVersion} or not ${object('is_locked')}(new.policy_id) then
    ${unlocked('A notice')}
  end if;
  if not exists (select from ${table('versions')} v where v.id = new.version_id and new.posted_at in (v.published_at, v.withdrawn_at))
    or not ${object('is_now')}(new.policy_id, new.posted_at) then
    ${refuse('ILLEGAL_TRANSITION', 'A notice is posted with the publication or the withdrawal that it announces, at that instant.')}
  end if;
  return new;
end
`,
    ),
    trigger(
      'guard_event',
      `
declare
  head record;
begin
  if new.policy_id is distinct from ${policyOfVersion} or not ${object('is_locked')}(new.policy_id) then
    ${unlocked('An event')}
  end if;
  select e.at, e.hash, e.sequence into head from ${table('events')} e
  where e.policy_id = new.policy_id order by e.sequence desc limit 1;
  if new.sequence <> coalesce(head.sequence, 0) + 1 or new.previous_hash is distinct from head.hash then
    ${refuse('SEALED', 'An event continues the chain of its policy: its number and its previous hash are those after event %.', 'coalesce(head.sequence, 0)')}
  end if;
  -- Or, where the clock was set back since, together with the one before it.
  if not ${object('is_now')}(new.policy_id, new.at) and new.at is distinct from head.at then
    ${refuse('ILLEGAL_TRANSITION', 'An event is recorded when it happens, not at another instant.')}
  end if;
  if new.hash <> ${object('fingerprint')}(jsonb_build_object(
    'id', new.id, 'actor', new.actor, 'at', to_char(new.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', new.data, 'policy', new.policy_id, 'previousHash', new.previous_hash,
    'seals', new.seals, 'sequence', new.sequence, 'type', new.type, 'version', new.version_id
  )) then
    ${refuse('SEALED', 'The hash of event % is not that of what it tells.', 'new.sequence')}
  end if;
  -- Told on commit, to whoever keeps public answers.
  perform pg_notify('${changesChannel}', new.policy_id::text);
  return new;
end
`,
    ),
    trigger(
      'guard_policy',
      `
begin
  if tg_op = 'DELETE' then
    if exists (select from ${table('events')} e where e.policy_id = old.id) then
      ${refuse('SEALED', 'Policy % has a record and cannot be deleted.', 'old.slug')}
    end if;
    return old;
  end if;
  if new.slug = old.slug and new.time_zone = old.time_zone and new.id = old.id then
    return new;
  end if;
  if not ${object('is_locked')}(old.id) then
    ${unlocked('The slug or the time zone of a policy')}
  end if;
  if exists (select from ${table('versions')} v where v.policy_id = old.id and v.published_at is not null) then
    ${refuse('SEALED', 'The slug and the time zone of policy % are fixed since its first publication: links and dates rest on them.', 'old.slug')}
  end if;
  return new;
end
`,
    ),
    trigger(
      'guard_child',
      `
declare
  row jsonb;
  parent record;
  version text;
begin
  foreach row in array case tg_op
    when 'INSERT' then array[to_jsonb(new)] when 'DELETE' then array[to_jsonb(old)]
    else array[to_jsonb(old), to_jsonb(new)] end
  loop
    execute tg_argv[1] into version using row ->> tg_argv[0];
    select v.label, v.policy_id, v.published_at into parent
    from ${table('versions')} v where v.id = version::${tables.idType};
    -- Gone with its version, a draft, in a cascade.
    continue when not found;
    if parent.published_at is not null then
      ${refuse('SEALED', 'Version % was published and is sealed: what was announced is never edited. Start a new version instead.', 'parent.label')}
    end if;
    if not ${object('is_locked')}(parent.policy_id) then
      ${unlocked('A version')}
    end if;
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end
`,
    ),
  ]
}
