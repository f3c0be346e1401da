'use client'
import type { DefaultCellComponentProps } from 'payload'

import { isCivilDate } from '../domain/civilDate.js'
import { useWords } from './useWords.js'

/** A civil date in a list, in words; a dash where none was chosen. */
export const DayCell = ({ cellData }: DefaultCellComponentProps) => {
  const { shortDate } = useWords()

  return <span>{isCivilDate(cellData) ? shortDate(cellData) : '–'}</span>
}
