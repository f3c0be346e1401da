'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { TextImport } from '../../operations/importText.js'
import type { Source } from './useTextImport.js'

import { useWords } from '../useWords.js'
import { FormatChoice } from './FormatChoice.js'
import { Losses } from './Losses.js'

/** What would become of a text, what was dropped of it, and the choice to take it. */
export const Preview = ({
  hasText,
  imported,
  isBusy,
  onBack,
  onChange,
  onTake,
  source,
  title: current,
}: {
  /** Whether a text stands in the form, which would be replaced. */
  hasText: boolean
  imported: TextImport
  isBusy: boolean
  onBack: () => void
  onChange: (changed: Partial<Source>) => void
  onTake: (imported: TextImport, title: string | undefined) => void
  /** What was asked for, which the next answer is about. */
  source: Source
  /** The version's title in the form. */
  title: string
}) => {
  const { word } = useWords()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { html, provenance, repeated, title } = imported
  const [isTitleTaken, setIsTitleTaken] = useState(current === '')
  const isTitleOffered = title !== undefined && title !== current

  useEffect(() => {
    // What was asked for is here: whoever listens to the page, or goes through it by key, is there too.
    heading.current?.focus()
  }, [])

  return (
    <div className="policy-import__preview">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {word('textImportPreview')}
      </h3>
      <FormatChoice
        isDisabled={isBusy}
        onChange={(format) => onChange({ format })}
        value={source.format ?? provenance.format}
      />
      {repeated && (
        <fieldset className="policy-import__copies" disabled={isBusy}>
          <legend>{word('textImportRepeated', { count: String(repeated.copies) })}</legend>
          {(['one', 'all'] as const).map((copies) => (
            <label key={copies}>
              <input
                checked={source.copies === copies}
                name={`${id}-copies`}
                onChange={() => onChange({ copies, format: provenance.format })}
                type="radio"
              />
              {word(copies === 'one' ? 'textImportKeepOne' : 'textImportKeepAll')}
            </label>
          ))}
        </fieldset>
      )}
      <Losses imported={imported} />
      {/* The server made it of a closed set of elements, as it does for readers. */}
      <div
        aria-labelledby={id}
        className="policy-import__text"
        dangerouslySetInnerHTML={{ __html: html }}
        dir="auto"
        role="region"
        tabIndex={0}
      />
      {isTitleOffered && (
        <label className="policy-import__title">
          <input
            checked={isTitleTaken}
            onChange={(event) => setIsTitleTaken(event.target.checked)}
            type="checkbox"
          />
          {word('textImportTitle', { title })}
        </label>
      )}
      <p className="policy-import__warning">
        {word(hasText ? 'textImportReplaceHelp' : 'textImportTakeHelp')}
      </p>
      <div className="policy-import__actions">
        <Button
          disabled={isBusy}
          margin={false}
          onClick={() => onTake(imported, isTitleOffered && isTitleTaken ? title : undefined)}
          size="medium"
        >
          {word(hasText ? 'textImportReplace' : 'textImportTake')}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={onBack}
          size="medium"
        >
          {word('textImportBack')}
        </Button>
      </div>
    </div>
  )
}
