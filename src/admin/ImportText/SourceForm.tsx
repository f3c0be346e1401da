'use client'
import { Button } from '@payloadcms/ui'
import { type ClipboardEvent, type DragEvent, useId, useState } from 'react'

import type { Source } from './useTextImport.js'

import { useWords } from '../useWords.js'
import { FormatChoice } from './FormatChoice.js'

/** Asks for a file or a text, and what it is. */
export const SourceForm = ({
  isBusy,
  onChange,
  onPreview,
  source,
}: {
  isBusy: boolean
  onChange: (source: Source) => void
  onPreview: (source: Source) => void
  source: Source
}) => {
  const { word } = useWords()
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const isEmpty = !source.file && source.text.trim() === ''

  const chooseFile = (file: File | undefined) => {
    if (file) {
      // What was chosen for another file says nothing of this one.
      onPreview({ copies: 'one', file, text: '' })
    }
  }
  const write = (text: string) => {
    // The format of a file, or of what was taken out again, is not that of a new text.
    const isNew = source.file !== undefined || text === ''

    onChange({ copies: 'one', text, ...(source.format && !isNew && { format: source.format }) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    chooseFile(event.dataTransfer.files[0])
  }
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html')
    const file = event.clipboardData.files[0]

    // Copied from a page or a word processor, a text still has its headings and lists.
    if (source.text === '' && hasStructure(html)) {
      event.preventDefault()
      onChange({ ...source, file: undefined, format: 'html', text: html })
    } else if (file && !event.clipboardData.getData('text/plain')) {
      event.preventDefault()
      chooseFile(file)
    }
  }

  return (
    <div
      className={`policy-import__source${isOver ? ' policy-import__source--over' : ''}`}
      onDragLeave={() => setIsOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDrop={drop}
    >
      <p>{word('textImportHelp')}</p>
      <div className="policy-import__field">
        <label htmlFor={`${id}-file`}>{word('textImportFile')}</label>
        <input
          accept=".docx,.htm,.html,.markdown,.md,.txt,text/*"
          aria-describedby={`${id}-help`}
          autoFocus
          disabled={isBusy}
          id={`${id}-file`}
          onChange={(event) => chooseFile(event.target.files?.[0])}
          type="file"
        />
        <small id={`${id}-help`}>{word('textImportFileHelp')}</small>
      </div>
      <div className="policy-import__field">
        <label htmlFor={`${id}-text`}>{word('textImportPaste')}</label>
        <textarea
          id={`${id}-text`}
          onChange={(event) => write(event.target.value)}
          onPaste={paste}
          rows={12}
          value={source.text}
        />
      </div>
      <FormatChoice
        canGuess
        onChange={(format) => onChange({ ...source, format })}
        value={source.format}
      />
      <div className="policy-import__actions">
        <Button
          disabled={isBusy || isEmpty}
          margin={false}
          onClick={() => onPreview({ ...source, copies: 'one' })}
          size="medium"
        >
          {word('textImportPreview')}
        </Button>
      </div>
    </div>
  )
}

/** True for HTML that says more than the plain text does; editors of source code copy their colors. */
const hasStructure = (html: string): boolean => /<(?:h[1-6]|li|p|table|a)[\s>]/iu.test(html)
