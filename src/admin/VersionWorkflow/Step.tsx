'use client'
import { toast } from '@payloadcms/ui'
import { type ReactNode, useId, useState } from 'react'

import type { Transition } from '../../domain/lifecycle.js'

import { useWords } from '../useWords.js'
import { StepActions } from './StepActions.js'

type FieldError = { message: string; path: string }
type Refusal = {
  errors?: { data?: { code?: string; errors?: FieldError[] }; message: string }[]
}

/** Asks for a comment, takes one step of the workflow, and shows a refusal where it belongs. */
export const Step = ({
  address,
  channelsToAttest,
  children,
  done,
  explanation,
  fingerprint,
  isAboutException,
  isReasonAsked = false,
  label,
  onCancel,
  onFieldErrors = () => undefined,
  onRefused = () => undefined,
  onTaken,
  transition,
}: {
  address: string
  /** Channels of a publication that people use by themselves, and vouch for. */
  channelsToAttest: string[]
  /** What the step brings about, shown before the comment. */
  children?: ReactNode
  /** Said when the step was taken. */
  done: string
  explanation: string
  /** Of the text on the screen: a decision never falls on another one. */
  fingerprint: string
  isAboutException: boolean
  /** Asks, without insisting, why a change is not material that seems to be. */
  isReasonAsked?: boolean
  label: string
  onCancel: () => void
  onFieldErrors?: (errors: FieldError[]) => void
  /** Told the code of a refusal. */
  onRefused?: (code: string | undefined) => void
  onTaken: () => Promise<void>
  transition: Transition
}) => {
  const { refusal: refusalWords, word } = useWords()
  const id = useId()
  const [comment, setComment] = useState('')
  const [evidence, setEvidence] = useState<Record<string, string>>({})
  const [isBusy, setIsBusy] = useState(false)
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string>()

  const take = async () => {
    if (transition === 'request-changes' && comment.trim() === '') {
      setRefusal(word('commentAsked'))
      return
    }
    setIsBusy(true)
    setRefusal(undefined)

    try {
      const response = await fetch(`${address}/${transition}`, {
        body: JSON.stringify({
          attestations: attestationsIn(evidence),
          comment,
          exception: isAboutException,
          fingerprint,
          // Written together with the step, so that nobody's edit comes in between.
          ...(reason.trim() !== '' && { materialityReason: reason }),
        }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })

      if (response.ok) {
        toast.success(done)
        await onTaken()
        return
      }

      const [error] = ((await response.json()) as Refusal).errors ?? []
      setRefusal(refusalWords(error?.message ?? response.statusText))
      onFieldErrors(error?.data?.errors ?? [])
      onRefused(error?.data?.code)
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
    setIsBusy(false)
  }

  return (
    <div className="policy-workflow__step">
      <p>{explanation}</p>
      {children}
      {channelsToAttest.length > 0 && (
        <fieldset className="policy-workflow__attestations">
          <legend>{word('attestHelp')}</legend>
          {channelsToAttest.map((channel) => (
            <label key={channel}>
              <span>{word('attestChannel', { channel })}</span>
              <input
                onChange={(event) => setEvidence({ ...evidence, [channel]: event.target.value })}
                type="text"
                value={evidence[channel] ?? ''}
              />
            </label>
          ))}
        </fieldset>
      )}
      {isReasonAsked && (
        <>
          <label htmlFor={`${id}-reason`}>{word('reasonAsked')}</label>
          <textarea
            id={`${id}-reason`}
            onChange={(event) => setReason(event.target.value)}
            rows={2}
            value={reason}
          />
        </>
      )}
      <label htmlFor={id}>{word('comment')}</label>
      {/* The step was just asked for by a click: typing goes on where the person is. */}
      <textarea
        autoFocus
        id={id}
        onChange={(event) => setComment(event.target.value)}
        rows={2}
        value={comment}
      />
      <StepActions
        isBusy={isBusy}
        label={label}
        onCancel={onCancel}
        onTake={take}
        refusal={refusal}
      />
    </div>
  )
}

const attestationsIn = (evidence: Record<string, string>) => {
  const given = Object.entries(evidence).filter(([, words]) => words.trim() !== '')

  return given.length > 0
    ? given.map(([channel, words]) => ({ channel, evidence: words }))
    : undefined
}
