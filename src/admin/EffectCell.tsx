import type { DefaultServerCellComponentProps, Payload } from 'payload'

import { cache } from 'react'

import { contextOf } from '../operations/contextOf.js'
import { sayIn } from './say.js'

type Row = {
  imported?: { effectiveOn?: null | string; source?: null | string }
  policy?: { id: number | string } | number | string
  withdrawnAt?: null | string
}

/** The day on which a version takes effect, in its policy's zone, in a list; struck out where it was withdrawn before, and of an import without a date nobody knows. */
export const EffectCell = async ({
  cellData,
  i18n: { language, t },
  payload,
  rowData,
}: DefaultServerCellComponentProps) => {
  // Payload types its own words only.
  const { moment, shortDay, word } = sayIn({ language, t: t as Parameters<typeof sayIn>[0]['t'] })
  const { imported, policy, withdrawnAt } = rowData as Row // Of versions alone, with what is selected always.

  if (imported?.source && !imported.effectiveOn) {
    return <span>{word('unknownDate')}</span>
  }
  if (!cellData) {
    return <span>–</span>
  }
  const instant = new Date(cellData as Date | string).toISOString() // The value of a date.
  const zones = await zonesOf(payload)
  const timeZone = zones.get(String(typeof policy === 'object' ? policy.id : policy))
  const day = timeZone ? shortDay(instant, timeZone) : `${moment(instant, 'UTC')} UTC`

  return <span>{withdrawnAt ? <s>{day}</s> : day}</span>
}

/** The zone of each policy, fixed since its first publication; asked for once for all rows of a list. */
const zonesOf = cache(async (payload: Payload): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await payload.db.find<{ id: number | string; timeZone: string }>({
    collection: contextOf(payload).slugs.policies,
    joins: false,
    limit: 0,
    pagination: false,
    select: { timeZone: true },
  })

  return new Map(docs.map(({ id, timeZone }) => [String(id), timeZone]))
})
