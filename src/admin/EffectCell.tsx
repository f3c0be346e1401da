'use client'
import type { DefaultCellComponentProps } from 'payload'

import type { Snapshot } from '../domain/snapshot.js'

import { useWords } from './useWords.js'

type Row = {
  imported?: { effectiveOn?: null | string; source?: string }
  snapshot?: null | Pick<Snapshot, 'policy'>
}

/** The day on which a version takes effect, in its policy's zone, in a list; of an import without a date nobody knows. */
export const EffectCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { moment, shortDay, word } = useWords()
  const { imported, snapshot } = rowData as Row

  if (imported?.source && !imported.effectiveOn) {
    return <span>{word('unknownDate')}</span>
  }
  if (typeof cellData !== 'string') {
    return <span>–</span>
  }
  // The zone was sealed with the publication; a list that leaves it out shows the instant.
  return (
    <span>
      {snapshot ? shortDay(cellData, snapshot.policy.timeZone) : `${moment(cellData, 'UTC')} UTC`}
    </span>
  )
}
