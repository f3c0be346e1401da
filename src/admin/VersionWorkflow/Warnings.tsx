'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import type { NoticeWindow } from '../../operations/noticeWindow.js'

import { useWords } from '../useWords.js'
import { keyOfWarning, WarningMessage } from '../WarningMessage.js'
import { Advice } from './Advice.js'
import { Doubts } from './Doubts.js'

type Acknowledgement = { key: string; reason: string }

/** What stands against a publication, and what a person should look at and may let stand. */
export const Warnings = ({
  address,
  isEditable,
  notices,
  onAcknowledged,
  warnings,
}: Pick<NoticeWindow, 'notices' | 'warnings'> & {
  address: string
  isEditable: boolean
  onAcknowledged: () => Promise<void>
}) => {
  const { word } = useWords()
  const { hasSavePermission } = useDocumentInfo()
  const blocking = warnings.filter(({ blocks }) => blocks)

  const acknowledge = async (acknowledgement: Acknowledgement) => {
    const response = await fetch(`${address}/acknowledge`, {
      body: JSON.stringify(acknowledgement),
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    if (response.ok) {
      await onAcknowledged()
      return
    }
    const { errors } = (await response.json()) as { errors?: { message: string }[] }
    toast.error(errors?.[0]?.message ?? response.statusText)
  }

  return (
    <>
      {blocking.length > 0 && (
        <div className="policy-workflow__warnings">
          <p>{word('warnings')}</p>
          <ul>
            {blocking.map((warning) => (
              <li key={keyOfWarning(warning)}>
                <WarningMessage warning={warning} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Doubts warnings={warnings} />
      <Advice
        notices={notices}
        renderBeside={({ acknowledged, key }) =>
          acknowledged === undefined &&
          key !== undefined &&
          isEditable &&
          hasSavePermission && (
            <Acknowledge onDone={(reason) => void acknowledge({ key, reason })} />
          )
        }
        warnings={warnings}
      />
    </>
  )
}

/** Asks for the reason, without which nothing is let stand. */
const Acknowledge = ({ onDone }: { onDone: (reason: string) => void }) => {
  const { word } = useWords()
  const [reason, setReason] = useState<string>()

  return reason === undefined ? (
    <Button buttonStyle="secondary" margin={false} onClick={() => setReason('')} size="small">
      {word('acknowledge')}
    </Button>
  ) : (
    <span className="policy-workflow__acknowledge">
      <label>
        <span>{word('acknowledgeReason')}</span>
        <input
          autoFocus
          onChange={(event) => setReason(event.target.value)}
          type="text"
          value={reason}
        />
      </label>
      <Button
        disabled={reason.trim() === ''}
        margin={false}
        onClick={() => onDone(reason)}
        size="small"
      >
        {word('acknowledge')}
      </Button>
    </span>
  )
}
