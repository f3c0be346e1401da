'use client'
import type { JSONFieldClientProps } from 'payload'

import {
  Button,
  Drawer,
  toast,
  useDrawerSlug,
  useField,
  useForm,
  useFormFields,
  useModal,
} from '@payloadcms/ui'
import { useState } from 'react'

import type { TextSource } from '../../domain/textImport/textSource.js'
import type { TextImport } from '../../operations/importText.js'

import { useWords } from '../useWords.js'
import { formatWords } from './formatWords.js'
import './index.css'
import { Preview } from './Preview.js'
import { SourceForm } from './SourceForm.js'
import { type Source, useTextImport } from './useTextImport.js'

const nothing: Source = { copies: 'one', text: '' }

/** Above a version's text: where it came from, and a way to bring in another one. */
export const ImportText = ({
  path,
  readOnly = false,
  slug,
}: JSONFieldClientProps & { slug: string }) => {
  const say = useWords()
  const { disabled, value } = useField<null | TextSource>({ path })
  const { closeModal, openModal } = useModal()
  const drawer = useDrawerSlug('import-text')
  const isSealed = readOnly || disabled

  if (isSealed && !value) {
    return null
  }

  return (
    <div className="field-type policy-import">
      {!isSealed && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => openModal(drawer)}
          size="medium"
        >
          {say.word('textImport')}
        </Button>
      )}
      {value && <Origin source={value} />}
      <Drawer slug={drawer} title={say.word('textImport')}>
        <Importing onTaken={() => closeModal(drawer)} path={path} slug={slug} />
      </Drawer>
    </div>
  )
}

/** Where the text came from, in words. */
const Origin = ({ source }: { source: TextSource }) => {
  const { moment, word } = useWords()

  return (
    <p className="policy-import__origin">
      {word(source.fileName === null ? 'textSourcePasted' : 'textSourceFile', {
        // In one zone for everybody: the server's is not the browser's, and no reader's is the record's.
        date: `${moment(source.importedAt, 'UTC')} (UTC)`,
        file: source.fileName ?? '',
        format: word(formatWords[source.format]),
        name: source.importedBy.name,
      })}{' '}
      <code>{source.sha256}</code>
    </p>
  )
}

/** Asks for a text, shows what becomes of it, and puts it into the form. */
const Importing = ({
  onTaken,
  path,
  slug,
}: {
  onTaken: () => void
  path: string
  slug: string
}) => {
  const { word } = useWords()
  const { dispatchFields, setModified } = useForm()
  const { ask, forget, imported, isBusy, refusal } = useTextImport({ slug })
  const [source, setSource] = useState(nothing)
  const title: unknown = useFormFields(([fields]) => fields.title?.value)
  const hasText = useFormFields(([fields]) => Boolean(fields.body?.value))

  const preview = (changed: Source) => {
    setSource(changed)
    void ask(changed)
  }
  const take = ({ body, provenance }: TextImport, takenTitle: string | undefined) => {
    // The editor opens what the field says that it started with.
    const values = { body, [path]: provenance, ...(takenTitle && { title: takenTitle }) }

    for (const [field, value] of Object.entries(values)) {
      dispatchFields({ type: 'UPDATE', initialValue: value, path: field, value })
    }
    setModified(true)
    toast.success(word('textImportTaken'))
    onTaken()
  }

  return (
    <div aria-busy={isBusy} className="policy-import__drawer">
      {refusal !== undefined && (
        <p className="policy-import__refusal" role="alert">
          {refusal}
        </p>
      )}
      {imported ? (
        <Preview
          hasText={hasText}
          imported={imported}
          isBusy={isBusy}
          onBack={forget}
          onChange={(changed) => preview({ ...source, ...changed })}
          onTake={take}
          source={source}
          title={typeof title === 'string' ? title : ''}
        />
      ) : (
        <SourceForm isBusy={isBusy} onChange={setSource} onPreview={preview} source={source} />
      )}
      <p aria-live="polite" className="policy-import__busy">
        {isBusy ? word('textImportBusy') : ''}
      </p>
    </div>
  )
}
