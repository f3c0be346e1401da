'use client'
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from '@payloadcms/ui/shared'
import { useState } from 'react'

import type { RebasedDraft } from '../../operations/rebaseDraft.js'

import { useNoticeWindow } from '../useNoticeWindow.js'
import { useWords } from '../useWords.js'
import './index.css'
import { BaseNotice } from './BaseNotice.js'
import { RebaseButton } from './RebaseButton.js'
import { RebaseOutcome } from './RebaseOutcome.js'
import { useReload } from './useReload.js'

/** Says which version a draft was started from, and offers to rebase it where its text has changed since. */
export const VersionBase = ({ slug }: { slug: string }) => {
  const { word } = useWords()
  const { id, hasSavePermission } = useDocumentInfo()
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { address, refresh, window } = useNoticeWindow({ slug })
  const reload = useReload({ address })
  const [rebased, setRebased] = useState<RebasedDraft>()

  if (id === undefined || address === undefined || !window?.basedOn) {
    return null
  }

  const { basedOn, newBase } = window
  const mayRebase =
    Boolean(hasSavePermission) &&
    (window.status === 'draft' || window.status === 'changes_requested')

  return (
    <section aria-label={word('base')} className="policy-base">
      <p className="policy-base__from">{word('baseOf', { label: basedOn.label })}</p>
      {newBase && (
        <BaseNotice basedOn={basedOn} newBase={newBase} timeZone={window.timeZone}>
          <span className="policy-base__actions">
            <Button
              buttonStyle="secondary"
              el="link"
              margin={false}
              size="medium"
              to={formatAdminURL({ adminRoute, path: `/collections/${slug}/${id}/review` })}
            >
              {word('compare')}
            </Button>
            {mayRebase ? (
              <RebaseButton
                address={address}
                fingerprint={window.fingerprint}
                label={newBase.label}
                onRebased={async (outcome) => {
                  setRebased(outcome)
                  await reload()
                  await refresh()
                }}
              />
            ) : (
              <span>{word('rebaseNotNow')}</span>
            )}
          </span>
        </BaseNotice>
      )}
      <div aria-live="polite">{rebased && <RebaseOutcome rebased={rebased} />}</div>
    </section>
  )
}
