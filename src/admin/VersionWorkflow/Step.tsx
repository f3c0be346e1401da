'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { Transition } from '../../domain/lifecycle.js'

import { useWords } from '../useWords.js'

type FieldError = { message: string; path: string }
type Refusal = { errors?: { data?: { errors?: FieldError[] }; message: string }[] }

const explanations = {
  approve: 'confirmApprove',
  publish: 'confirmPublish',
  'request-changes': 'confirmRequestChanges',
  submit: 'confirmSubmit',
  withdraw: 'confirmWithdraw',
} as const

/** Asks for a comment, takes one step of the workflow, and shows a refusal where it belongs. */
export const Step = ({
  address,
  fingerprint,
  label,
  onCancel,
  onFieldErrors,
  onTaken,
  transition,
}: {
  address: string
  /** Of the text on the screen: a decision never falls on another one. */
  fingerprint: string
  label: string
  onCancel: () => void
  onFieldErrors: (errors: FieldError[]) => void
  onTaken: () => Promise<void>
  transition: Transition
}) => {
  const { word } = useWords()
  const id = useId()
  const [comment, setComment] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  const take = async () => {
    setIsBusy(true)
    setRefusal(undefined)

    try {
      const response = await fetch(`${address}/${transition}`, {
        body: JSON.stringify({ comment, fingerprint }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })

      if (response.ok) {
        toast.success(label)
        await onTaken()
        return
      }

      const [error] = ((await response.json()) as Refusal).errors ?? []
      setRefusal(error?.message ?? response.statusText)
      onFieldErrors(error?.data?.errors ?? [])
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
    setIsBusy(false)
  }

  return (
    <div className="policy-workflow__step">
      <p>{word(explanations[transition])}</p>
      <label htmlFor={id}>{word('comment')}</label>
      {/* The step was just asked for by a click: typing goes on where the person is. */}
      <textarea
        autoFocus
        id={id}
        onChange={(event) => setComment(event.target.value)}
        rows={2}
        value={comment}
      />
      {refusal !== undefined && (
        <p className="policy-workflow__refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="policy-workflow__actions">
        <Button disabled={isBusy} margin={false} onClick={() => void take()} size="medium">
          {label}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={onCancel}
          size="medium"
        >
          {word('cancel')}
        </Button>
      </div>
    </div>
  )
}
