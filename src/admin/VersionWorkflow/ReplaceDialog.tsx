'use client'
import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from '@payloadcms/ui/shared'
import { useRouter } from 'next/navigation.js'
import { useId, useState } from 'react'

import type { NoticeWindow } from '../../operations/noticeWindow.js'

import { post } from '../post.js'
import { useWords } from '../useWords.js'
import { Dialog } from './Dialog.js'
import { StepActions } from './StepActions.js'

/** Explains what a replacement is, and starts a draft of one. */
export const ReplaceDialog = ({
  address,
  label,
  onClose,
  slug,
  window: { effectiveAt, timeZone },
}: {
  address: string
  /** Of the announced version. */
  label: string
  onClose: () => void
  slug: string
  window: NoticeWindow
}) => {
  const { day, word } = useWords()
  const commentId = useId()
  const router = useRouter()
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const [comment, setComment] = useState('')
  const [isMaterial, setIsMaterial] = useState(true)
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const date = effectiveAt ? day(effectiveAt, timeZone) : ''

  const start = async () => {
    setIsBusy(true)
    setRefusal(undefined)

    try {
      const { doc } = await post<{ doc: { id: number | string } }>(`${address}/replace`, {
        comment,
        materialDifference: isMaterial,
      })
      router.push(formatAdminURL({ adminRoute, path: `/collections/${slug}/${doc.id}` }))
      onClose()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
      setIsBusy(false)
    }
  }

  return (
    <Dialog heading={word('actionReplace')} onClose={onClose}>
      <div className="policy-workflow__step">
        <p>{word('confirmReplace', { date, label })}</p>
        <fieldset className="policy-workflow__attestations">
          <legend>{word('replaceMateriality')}</legend>
          {[
            { isChosen: isMaterial, key: 'replaceMaterial', value: true } as const,
            { isChosen: !isMaterial, key: 'replaceNotMaterial', value: false } as const,
          ].map(({ isChosen, key, value }) => (
            <label className="policy-dialog__choice" key={key}>
              <input
                checked={isChosen}
                name={commentId}
                onChange={() => setIsMaterial(value)}
                type="radio"
              />
              <span>{word(key, { date })}</span>
            </label>
          ))}
        </fieldset>
        <label htmlFor={commentId}>{word('replaceReason')}</label>
        <textarea
          id={commentId}
          onChange={(event) => setComment(event.target.value)}
          rows={2}
          value={comment}
        />
        <StepActions
          isBusy={isBusy}
          label={word('actionReplace')}
          onCancel={onClose}
          onTake={start}
          refusal={refusal}
        />
      </div>
    </Dialog>
  )
}
