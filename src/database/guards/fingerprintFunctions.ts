import type { GuardedTables } from './guardedTables.js'
import type { GuardFunction } from './helperFunctions.js'

import { namer } from './guardedTables.js'

/**
 * The fingerprint as the product takes it, so that the database can tell whether a hash is that of
 * what it is written beside. Null, which refuses nothing, where JSON in Postgres and in JavaScript
 * would be written differently: numbers of more than 21 digits or below a millionth, and keys that
 * are not ASCII.
 */
export const fingerprintFunctions = (tables: GuardedTables): GuardFunction[] => {
  const { guard, object } = namer(tables)
  const canonical = object('canonical')
  const written = `case
          when jsonb_typeof(item) in ('object', 'array') then ${canonical}(item)
          when jsonb_typeof(item) = 'number' and item::text ~ '^-?([0-9]{22}|0[.]000000)' then null
          else item::text
        end`

  return [
    {
      name: canonical,
      arguments: 'value jsonb',
      // Canonical JSON (RFC 8785) of an object or an array.
      body: `
begin
  if jsonb_typeof(value) = 'array' then
    return (
      select case when bool_or(part is null) then null else '[' || coalesce(string_agg(part, ',' order by place), '') || ']' end
      from (
        select place, ${written} as part
        from jsonb_array_elements(value) with ordinality as entry(item, place)
      ) parts
    );
  end if;
  return (
    select case when bool_or(part is null or key ~ '[^\\x01-\\x7f]') then null
      else '{' || coalesce(string_agg(to_json(key)::text || ':' || part, ',' order by key collate "C"), '') || '}' end
    from (select key, ${written} as part from jsonb_each(value) as entry(key, item)) parts
  );
end
`,
      language: 'plpgsql',
      plainName: guard('canonical'),
      returns: 'text',
    },
    {
      name: object('fingerprint'),
      arguments: 'value jsonb',
      body: ` select 'sha256:' || encode(sha256(convert_to(${canonical}(value), 'UTF8')), 'hex') `,
      language: 'sql',
      plainName: guard('fingerprint'),
      returns: 'text',
    },
  ]
}
