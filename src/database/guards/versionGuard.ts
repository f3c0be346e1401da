import type { GuardedTables } from './guardedTables.js'
import type { GuardFunction } from './helperFunctions.js'

import { derivedNames } from '../derivedColumns.js'
import { assertApproval } from './approvalRule.js'
import { namer } from './guardedTables.js'
import { publicationRules } from './publicationRules.js'
import { refuse, unlocked } from './refusal.js'

/** Watches the rows of versions: drafts are written under the policy's lock, published ones never but to withdraw them. */
export const versionGuard = (tables: GuardedTables): GuardFunction => {
  const { guard, object, table } = namer(tables)

  return {
    name: object('guard_version'),
    arguments: '',
    body: `
declare
  amount int;
  approval record;
  excuse text;
  governing record;
  notice_from timestamptz;
  promised jsonb;
  replaced record;
  sealed jsonb;
  submitted numeric;
begin
  if tg_op = 'DELETE' then
    if old.published_at is not null or exists (select from ${table('events')} e where e.version_id = old.id) then
      ${refuse('SEALED', 'Version % is part of the record and cannot be deleted. Leave it as it is.', 'old.label')}
    end if;
    return old;
  end if;

  if tg_op = 'UPDATE' and old.published_at is not null then
    -- As texts, since 1 and 1.0 are the same to jsonb.
    if ${isSame([])} then
      return new;
    end if;
    if old.withdrawn_at is not null or new.withdrawn_at is null or new.status::text <> 'withdrawn'
      or not ${isSame(['withdrawn_at', 'status', 'updated_at'])} then
      ${refuse('SEALED', 'Version % was published and is sealed: what was announced is never edited. Start a new version instead.', 'old.label')}
    end if;
    if not ${object('is_locked')}(old.policy_id) then
      ${unlocked('A version')}
    end if;
    if old.effective_at <= new.withdrawn_at or new.withdrawn_at < old.published_at
      or not ${object('is_now')}(old.policy_id, new.withdrawn_at) then
      ${refuse('ILLEGAL_TRANSITION', 'Version % can be withdrawn before it takes effect only, and at the present time. Publish a new version instead.', 'old.label')}
    end if;
    return new;
  end if;

  if not ${object('is_locked')}(new.policy_id) then
    ${unlocked('A version')}
  end if;

  if tg_op = 'INSERT' then
    -- Payload writes updates as upserts, which come by here first. Held, so that it is an update still
    -- when the row is written: another connection may be deleting the one that is there.
    perform from ${table('versions')} v where v.id = new.id for key share;
    if found then
      return new;
    end if;
    if new.status::text <> 'draft' or ${isTouchedByPublication} then
      ${refuse('ILLEGAL_TRANSITION', 'A new version starts as a draft. Create it, then submit it for review.')}
    end if;
    return new;
  end if;

  if new.policy_id <> old.policy_id or new.id <> old.id then
    ${refuse('INVALID_PARAMETER', 'A version belongs to its policy for good. Start a new version of the other policy.')}
  end if;
  if not coalesce(new.authors, '[]'::jsonb) @> coalesce(old.authors, '[]'::jsonb) then
    ${refuse('SELF_APPROVAL', 'Who has worked on version % stays among its authors.', 'old.label')}
  end if;

  submitted := ${object('submission')}(new.id);
${publicationRules(tables)}
  if ${isTouchedByPublication} then
    ${refuse('ILLEGAL_TRANSITION', 'What a publication sets was written to version % without publishing it. Publish it instead.', 'old.label')}
  end if;
  if new.status = old.status or new.status::text = 'draft'
    or old.status::text = 'draft' and new.status::text = 'in_review'
    or old.status::text = 'in_review' and new.status::text = 'changes_requested' then
    return new;
  end if;
  if old.status::text = 'in_review' and new.status::text = 'approved' then
    ${assertApproval({ tables, scope: 'text' })}
    return new;
  end if;
  ${refuse('ILLEGAL_TRANSITION', 'Nothing takes version % from "%" to "%". An edit of its content makes a version a draft again.', 'old.label', 'old.status', 'new.status')}
end
`,
    language: 'plpgsql',
    plainName: guard('guard_version'),
    returns: 'trigger',
  }
}

/** True in SQL where nothing is written but these columns. What the database derives it has not derived yet. */
const isSame = (but: readonly string[]): string => {
  const left = `array['${[...derivedNames, ...but].join("', '")}']`
  return `(to_jsonb(new) - ${left})::text = (to_jsonb(old) - ${left})::text`
}

const isTouchedByPublication =
  'new.published_at is not null or new.effective_at is not null or new.withdrawn_at is not null or new.published_by is not null or new.snapshot is not null'
