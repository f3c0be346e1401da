'use client'
import { Button, ConfirmationModal, useFormModified, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { RebasedDraft } from '../../operations/rebaseDraft.js'

import { post } from '../post.js'
import { useWords } from '../useWords.js'

/** Explains what a rebase does, asks once more, and does it. */
export const RebaseButton = ({
  address,
  fingerprint,
  label,
  onRebased,
}: {
  address: string
  /** Of the text on the screen: nobody's edit in the meantime is lost. */
  fingerprint: string
  /** Of the version that the draft is rebased onto. */
  label: string
  onRebased: (rebased: RebasedDraft) => Promise<void>
}) => {
  const { word } = useWords()
  const isModified = useFormModified()
  const { openModal } = useModal()
  const modalSlug = useId()
  const [refusal, setRefusal] = useState<string>()

  const rebase = async () => {
    setRefusal(undefined)

    try {
      await onRebased(await post<RebasedDraft>(`${address}/rebase`, { fingerprint }))
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <>
      <Button
        disabled={isModified}
        margin={false}
        onClick={() => openModal(modalSlug)}
        size="medium"
      >
        {word('rebase')}
      </Button>
      {isModified && <span>{word('notAvailable')}</span>}
      {refusal !== undefined && (
        <span className="policy-base__refusal" role="alert">
          {refusal}
        </span>
      )}
      <ConfirmationModal
        body={
          <ul>
            <li>{word('rebaseUnchanged', { label })}</li>
            <li>{word('rebaseChanged')}</li>
            <li>{word('rebaseBoth', { label })}</li>
            <li>{word('rebaseVoids')}</li>
          </ul>
        }
        className="policy-base__dialog"
        confirmLabel={word('rebase')}
        heading={word('rebaseHeading', { label })}
        modalSlug={modalSlug}
        onConfirm={rebase}
      />
    </>
  )
}
