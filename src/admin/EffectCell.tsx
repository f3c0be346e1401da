'use client'
import type { DefaultCellComponentProps } from 'payload'

import { useWords } from './useWords.js'

/** When a version takes effect, in a list; of an import without a date nobody knows. */
export const EffectCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { moment, word } = useWords()
  const { imported } = rowData as { imported?: { effectiveOn?: null | string; source?: string } }

  if (imported?.source && !imported.effectiveOn) {
    return <span>{word('unknownDate')}</span>
  }
  return <span>{typeof cellData === 'string' ? moment(cellData, 'UTC') + ' UTC' : '–'}</span>
}
