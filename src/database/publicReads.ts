import type { PolicyRecord, Wanted } from '../domain/delivery/source.js'
import type { StoredText, WantedText } from '../domain/versionText.js'
import type { PublicTables, ReadRow } from './statement.js'

import { policyStatement } from './policyStatement.js'

/**
 * Reads a policy's published versions in one statement, from their snapshots: drafts are not asked
 * for, and nothing that can be edited later is looked at. Their texts stay where they are, but for that
 * of the version which is most likely answered, where it is wanted.
 */
export const readPolicyRecord = async ({
  at = null,
  readRow,
  slug,
  tables,
  text: wantedText,
  wanted,
}: {
  /** The present by a simulated clock; by the database's own where there is none. */
  at?: Date | null
  readRow: ReadRow
  slug: string
  tables: PublicTables
  text?: undefined | WantedText
  wanted: Wanted
}): Promise<PolicyRecord & { now: string }> => {
  const values = valuesOf({ at, wanted })
  // Neither of a whole timeline nor of where it begins is a version answered with its text.
  const isOfDates = wanted.kind === 'first' || wanted.kind === 'timeline'
  const text = isOfDates ? undefined : wantedText

  const row = await readRow<Row>({
    text: policyStatement({
      forms: text?.forms ?? [],
      isDated: at !== null,
      isSpan: wanted.kind === 'in_force' && values.length > 0,
      kind: wanted.kind,
      language: values.length + 2,
      tables,
    }),
    values: [slug, ...values, ...(text ? [text.locale] : [])],
  })
  const { answer, version, ...found } = row!
  // What has no text in that language has none in any form.
  const isThere = text && version && Object.values(found).some((form) => form !== null)

  return isThere ? { ...answer, text: { language: text.locale, text: found, version } } : answer
}

type Row = StoredText & {
  answer: PolicyRecord & { now: string }
  version?: null | number | string
}

/** The parameters of what is wanted, after the slug. */
const valuesOf = ({ at, wanted }: { at: Date | null; wanted: Wanted }): unknown[] => {
  switch (wanted.kind) {
    case 'fingerprint':
      return [wanted.fingerprint]
    case 'first':
      return []
    case 'in_force': {
      const { closes, opens } = wanted
      return opens && closes ? [opens.toISOString(), closes.toISOString()] : []
    }
    case 'labels': {
      const [first, second = first] = wanted.labels
      return [first, second, ...(at ? [at.toISOString()] : [])]
    }
    case 'timeline':
      return []
  }
}
