import type { GuardedTables } from './guardedTables.js'

import { usFederalCalendar } from '../../domain/calendars/usFederal.js'
import { weekendsCalendar } from '../../domain/calendars/weekends.js'
import { legalObligation } from '../../domain/noticeException.js'
import { assertApproval } from './approvalRule.js'
import { literal, namer } from './guardedTables.js'
import { refuse } from './refusal.js'
import { sealedRules } from './sealedRules.js'

/** The built-in calendars, which no host replaces. */
const withWeekends = [usFederalCalendar, weekendsCalendar].map(({ id }) => literal(id)).join(', ')

/**
 * PL/pgSQL for a version that is being published: approved as it stands, at the clock's instant, no
 * earlier than what was sealed with it and than what the versions that govern it promised.
 */
export const publicationRules = (tables: GuardedTables): string => {
  const { object, table } = namer(tables)

  return `
  if new.published_at is not null then
    if old.status::text <> 'approved' or new.status::text <> 'published' or new.withdrawn_at is not null
      or new.effective_at is null or new.snapshot is null or new.published_by is null
      or new.fingerprint is distinct from old.fingerprint then
      ${refuse('ILLEGAL_TRANSITION', 'Version % is "%"; a version is published from "approved", as it was approved. Have it reviewed and approved.', 'old.label', 'old.status')}
    end if;
    ${assertApproval({ scope: 'text', tables })}
    if coalesce(new.exception_reason, '') <> '' then
      ${assertApproval({ scope: 'exception', tables })}
    end if;
    if not ${object('is_now')}(new.policy_id, new.published_at)
      or new.published_at <= (select max(v.published_at) from ${table('versions')} v where v.policy_id = new.policy_id) then
      ${refuse('ILLEGAL_TRANSITION', 'Version % would be published at an instant other than the present one. Publish it by its workflow.', 'new.label')}
    end if;
    ${sealedRules(tables)}
    if coalesce(new.imported_source, '') <> '' then
      if exists (
        select from ${table('versions')} v
        where v.policy_id = new.policy_id and v.published_at is not null and coalesce(v.imported_source, '') = ''
      ) then
        ${refuse('ILLEGAL_TRANSITION', 'Version % is history, which is imported before the first regular publication of its policy only.', 'new.label')}
      end if;
      if new.effective_at >= (
        select coalesce(min(v.published_at), new.published_at) from ${table('versions')} v where v.policy_id = new.policy_id
      ) then
        ${refuse('EFFECTIVE_DATE_PAST', 'Version % is history and has to have taken effect before the record of its policy begins.', 'new.label')}
      end if;
      return new;
    end if;
    if new.effective_at < new.published_at then
      ${refuse('EFFECTIVE_DATE_PAST', 'Version % would take effect before it is published. Choose a later date.', 'new.label')}
    end if;
    if new.effective_on <> '' and abs(extract(epoch from new.effective_at - (new.effective_on || 'T11:00Z')::timestamptz)) > 25 * 3600 then
      ${refuse('SEALED', 'Version % was approved for another day than the one on which it would take effect. Publish it by its workflow.', 'new.label')}
    end if;
    select v.* into replaced from ${table('versions')} v
    where v.id = new.replaces_version_id and v.policy_id = new.policy_id
      and v.withdrawn_at = new.published_at and v.effective_at > new.published_at;
    if new.snapshot #>> '{count,replaced,id}' is distinct from replaced.id::text
      or new.replaces_version_id is distinct from replaced.id then
      ${refuse('SEALED', 'Version % was approved to take the place of no other version than the one that it names. Publish it by its workflow.', 'new.label')}
    end if;
    notice_from := (new.snapshot #>> '{count,noticeFrom}')::timestamptz;
    if notice_from is null
      or notice_from <> new.published_at and (
        notice_from is distinct from (replaced.snapshot #>> '{count,noticeFrom}')::timestamptz
        or new.replaces_material_difference or new.material_change and not replaced.material_change
      )
      or new.effective_at < replaced.effective_at then
      ${refuse('NOTICE_PERIOD_TOO_SHORT', 'The notice of version % would count from an instant at which nothing was announced.', 'new.label')}
    end if;
    excuse := sealed #>> '{exception,reason}';
    if excuse <> coalesce(new.exception_reason, '') then
      ${refuse('EXCEPTION_NOT_ALLOWED', 'Version % claims no exception that was approved.', 'new.label')}
    end if;

    -- In force now, or taking effect between now and then: each promised something about this change.
    for governing in
      select v.* from ${table('versions')} v
      where v.policy_id = new.policy_id and v.id <> new.id and v.published_at is not null
        and v.withdrawn_at is null and v.effective_at < new.effective_at
        and (v.effective_at > new.published_at or v.id = (
          select f.id from ${table('versions')} f
          where f.policy_id = new.policy_id and f.id <> new.id and f.published_at is not null
            and f.withdrawn_at is null and f.effective_at <= new.published_at
          order by f.effective_at desc limit 1
        ))
    loop
      if not exists (
        select from jsonb_array_elements(new.snapshot #> '{count,clauses}') clause
        where clause #>> '{version,id}' = governing.id::text and clause ->> 'preset' is null
      ) then
        ${refuse('NOTICE_PERIOD_TOO_SHORT', 'What version % promised about changes was left out of the count for version %.', 'governing.label', 'new.label')}
      end if;
      continue when excuse = ${literal(legalObligation)} or jsonb_exists(governing.notice_terms -> 'exceptions', excuse)
        or replaced.id is not null and replaced.material_change is not distinct from new.material_change
          and replaced.snapshot #>> '{publication,exception,reason}' is null and governing.effective_at < replaced.effective_at
          and notice_from <> new.published_at;
      if exists (
        select from jsonb_array_elements(new.snapshot #> '{count,clauses}') clause
        where clause #>> '{version,id}' = governing.id::text and (
          (clause ->> 'earliestEffectiveAt')::timestamptz is null
          or (clause ->> 'earliestEffectiveAt')::timestamptz > new.effective_at
          or clause #>> '{tier,relation}' = 'before' and new.effective_at <= notice_from
        )
      ) then
        ${refuse('NOTICE_PERIOD_TOO_SHORT', 'Version % would take effect sooner than what version % promised about changes allows.', 'new.label', 'governing.label')}
      end if;
      -- Whatever was sealed as counted: no months are shorter than 28 days, and no business days end
      -- sooner than as many calendar days and, in a calendar with weekends, the weekends among them.
      promised := governing.notice_terms #> array[case when new.material_change then 'material' else 'other' end, 'period'];
      amount := promised ->> 'amount';
      if promised ->> 'unit' <> 'none' and new.effective_at < notice_from + make_interval(
        days => case
          when promised ->> 'unit' = 'months' then 28 * amount
          when promised ->> 'unit' = 'business_days' and governing.notice_terms ->> 'calendar' in (${withWeekends}) then amount + 2 * ((amount - 1) / 5)
          else amount
        end - 1,
        hours => -3
      ) then
        ${refuse('NOTICE_PERIOD_TOO_SHORT', 'Version % would take effect sooner than the % days that version % promised.', 'new.label', `promised ->> 'amount'`, 'governing.label')}
      end if;
    end loop;
    return new;
  end if;
`
}
