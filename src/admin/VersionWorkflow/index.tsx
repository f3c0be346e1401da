'use client'
import {
  Button,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useRouteTransition,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { useNoticeWindow } from '../useNoticeWindow.js'
import { useWords } from '../useWords.js'
import { type Action, actions, offeredActions } from './actions.js'
import { isDoubt } from './Doubts.js'
import './index.css'
import { statusLine } from './statusLine.js'
import { Step } from './Step.js'
import { Warnings } from './Warnings.js'

/** Says on top of a version where it stands and what comes next, and offers the next steps. */
export const VersionWorkflow = ({ slug }: { slug: string }) => {
  const say = useWords()
  const { id } = useDocumentInfo()
  const { address, refresh, window } = useNoticeWindow({ slug })
  const { dispatchFields, reset, setSubmitted } = useForm()
  const { code: locale } = useLocale()
  const isModified = useFormModified()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [chosen, setChosen] = useState<Action>()

  if (id === undefined) {
    return <section className="policy-workflow">{say.word('statusUnsaved')}</section>
  }
  if (!window || address === undefined) {
    return <section aria-busy="true" className="policy-workflow" />
  }

  const isSealed = window.status === 'published' || window.status === 'withdrawn'
  const offered = offeredActions(window)
  const isReasonAsked =
    chosen === 'submit' &&
    window.warnings.some((warning) => isDoubt(warning) && warning.acknowledged === undefined)
  const taken = async () => {
    setChosen(undefined)
    // The form would send back what stood there before, the old status too.
    const query = new URLSearchParams({ depth: '0', 'fallback-locale': 'null', locale })
    const response = await fetch(`${address}?${query.toString()}`, { credentials: 'include' })
    await reset(await response.json())
    await refresh()
    startRouteTransition(() => {
      router.refresh()
    })
  }

  return (
    <section
      aria-label={say.word('workflow')}
      className={`policy-workflow policy-workflow--${window.state ?? window.status}`}
    >
      <p className="policy-workflow__status">{statusLine({ say, window })}</p>
      {isSealed && <p className="policy-workflow__note">{say.word('sealed')}</p>}
      {window.authors.length > 0 && !isSealed && (
        <p className="policy-workflow__note">
          {say.word('authors')}: {window.authors.join(', ')}
          {window.approvals.approvers.length > 0 &&
            ` · ${say.word('approvals')}: ${window.approvals.approvers.join(', ')}`}
        </p>
      )}
      <Warnings
        address={address}
        isEditable={!isSealed && !isModified}
        onAcknowledged={taken}
        warnings={window.warnings}
      />
      {chosen ? (
        <Step
          address={address}
          channelsToAttest={chosen === 'publish' ? window.channelsToAttest : []}
          explanation={say.word(actions[chosen].explanation, {
            explanation: window.exception?.explanation ?? '',
          })}
          fingerprint={window.fingerprint}
          isAboutException={chosen === 'approve-exception'}
          isReasonAsked={isReasonAsked}
          label={say.word(actions[chosen].label)}
          onCancel={() => setChosen(undefined)}
          onFieldErrors={(errors) => {
            dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
            // A field shows its error once its form was submitted, which a step of the workflow is too.
            setSubmitted(true)
          }}
          onTaken={taken}
          transition={chosen === 'approve-exception' ? 'approve' : chosen}
        />
      ) : (
        (offered.length > 0 || isSealed) && (
          <div className="policy-workflow__actions">
            {offered.map((action) => (
              <Button
                buttonStyle={
                  action === 'request-changes' || action === 'withdraw' ? 'secondary' : 'primary'
                }
                disabled={isModified}
                key={action}
                margin={false}
                onClick={() => setChosen(action)}
                size="medium"
              >
                {say.word(actions[action].label)}
              </Button>
            ))}
            {isSealed && (
              <Button
                buttonStyle="secondary"
                el="anchor"
                margin={false}
                size="medium"
                url={`${address}/evidence`}
              >
                {say.word('exportRecord')}
              </Button>
            )}
            {isModified && (
              <span className="policy-workflow__note">{say.word('notAvailable')}</span>
            )}
          </div>
        )
      )}
    </section>
  )
}
