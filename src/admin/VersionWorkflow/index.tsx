'use client'
import {
  Button,
  useDocumentInfo,
  useForm,
  useFormModified,
  useRouteTransition,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { Transition } from '../../domain/lifecycle.js'

import { useNoticeWindow } from '../useNoticeWindow.js'
import { useWords } from '../useWords.js'
import './index.css'
import { statusLine } from './statusLine.js'
import { Step } from './Step.js'

const actionWords = {
  approve: 'actionApprove',
  publish: 'actionPublish',
  'request-changes': 'actionRequestChanges',
  submit: 'actionSubmit',
  withdraw: 'actionWithdraw',
} as const

/** Says on top of a version where it stands and what comes next, and offers the next steps. */
export const VersionWorkflow = ({ slug }: { slug: string }) => {
  const say = useWords()
  const { id } = useDocumentInfo()
  const { address, refresh, window } = useNoticeWindow({ slug })
  const { dispatchFields, setSubmitted } = useForm()
  const isModified = useFormModified()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [chosen, setChosen] = useState<Transition>()

  if (id === undefined) {
    return <section className="policy-workflow">{say.word('statusUnsaved')}</section>
  }
  if (!window || address === undefined) {
    return <section aria-busy="true" className="policy-workflow" />
  }

  const isSealed = window.status === 'published' || window.status === 'withdrawn'
  const taken = async () => {
    setChosen(undefined)
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
      {!isSealed && window.warnings.length > 0 && (
        <div className="policy-workflow__warnings">
          <p>{say.word('warnings')}</p>
          <ul>
            {window.warnings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      {chosen ? (
        <Step
          address={address}
          fingerprint={window.fingerprint}
          label={say.word(actionWords[chosen])}
          onCancel={() => setChosen(undefined)}
          onFieldErrors={(errors) => {
            dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
            // A field shows its error once its form was submitted, which a step of the workflow is too.
            setSubmitted(true)
          }}
          onTaken={taken}
          transition={chosen}
        />
      ) : (
        window.actions.length > 0 && (
          <div className="policy-workflow__actions">
            {window.actions.map((transition) => (
              <Button
                buttonStyle={
                  transition === 'request-changes' || transition === 'withdraw'
                    ? 'secondary'
                    : 'primary'
                }
                disabled={isModified}
                key={transition}
                margin={false}
                onClick={() => setChosen(transition)}
                size="medium"
              >
                {say.word(actionWords[transition])}
              </Button>
            ))}
            {isModified && (
              <span className="policy-workflow__note">{say.word('notAvailable')}</span>
            )}
          </div>
        )
      )}
    </section>
  )
}
