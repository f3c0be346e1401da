'use client'
import { useId } from 'react'

import { isTextFormat, type TextFormat, textFormats } from '../../domain/textImport/textFormat.js'
import { useWords } from '../useWords.js'
import { formatWords } from './formatWords.js'

/** Says what a text is. */
export const FormatChoice = ({
  canGuess = false,
  isDisabled = false,
  onChange,
  value,
}: {
  canGuess?: boolean
  isDisabled?: boolean
  onChange: (format: TextFormat | undefined) => void
  value: TextFormat | undefined
}) => {
  const { word } = useWords()
  const id = useId()

  return (
    <div className="policy-import__field">
      <label htmlFor={id}>{word('textImportFormat')}</label>
      <select
        disabled={isDisabled}
        id={id}
        onChange={({ target }) => onChange(isTextFormat(target.value) ? target.value : undefined)}
        value={value ?? ''}
      >
        {canGuess && <option value="">{word('textImportFormatGuessed')}</option>}
        {textFormats.map((format) => (
          <option key={format} value={format}>
            {word(formatWords[format])}
          </option>
        ))}
      </select>
    </div>
  )
}
