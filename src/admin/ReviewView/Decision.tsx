'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { NoticeWindow } from '../../operations/noticeWindow.js'

import { type Action, actions, offeredActions } from '../VersionWorkflow/actions.js'
import { Consequences } from '../VersionWorkflow/Consequences.js'
import { statusLine } from '../VersionWorkflow/statusLine.js'
import { Step } from '../VersionWorkflow/Step.js'
import { useWords } from '../useWords.js'

/** Of a reviewer; the other steps are taken where the version is edited. */
const decisions: Action[] = ['approve', 'approve-exception', 'request-changes']

/** Where the version stands, and the decision of the reviewer about exactly the text on the screen. */
export const Decision = ({
  address,
  fingerprint,
  onReload,
  onTaken,
  refresh,
  window,
}: {
  address: string
  /** Of the text on the screen; null where two texts are. */
  fingerprint: null | string
  onReload: () => Promise<void>
  onTaken: () => Promise<void>
  refresh: () => Promise<void>
  window: NoticeWindow
}) => {
  const say = useWords()
  const [chosen, setChosen] = useState<Action>()
  const isStale = fingerprint === null || fingerprint !== window.fingerprint
  const offered = offeredActions(window).filter((action) => decisions.includes(action))

  return (
    <section
      aria-label={say.word('workflow')}
      className={`policy-workflow policy-workflow--${window.state ?? window.status}`}
    >
      <p className="policy-workflow__status">{statusLine({ say, window })}</p>
      <div aria-live="polite">
        {isStale && (
          <div className="policy-workflow__warnings policy-review__stale">
            <p>{say.word('reviewStale')}</p>
            <Button
              margin={false}
              onClick={() => {
                setChosen(undefined)
                void onReload()
              }}
              size="small"
            >
              {say.word('reviewLoadNewer')}
            </Button>
          </div>
        )}
      </div>
      {chosen && fingerprint !== null ? (
        <Step
          address={address}
          channelsToAttest={[]}
          done={say.word(actions[chosen].done)}
          explanation={say.word(actions[chosen].explanation, {
            explanation: window.exception?.explanation ?? '',
          })}
          fingerprint={fingerprint}
          isAboutException={chosen === 'approve-exception'}
          label={say.word(actions[chosen].label)}
          onCancel={() => setChosen(undefined)}
          onRefused={() => void refresh()}
          onTaken={async () => {
            setChosen(undefined)
            await onTaken()
          }}
          transition={chosen === 'approve-exception' ? 'approve' : chosen}
        >
          <Consequences action={chosen} isRefused={false} window={window} />
        </Step>
      ) : (
        offered.length > 0 &&
        !isStale && (
          <div className="policy-workflow__actions">
            {offered.map((action) => (
              <Button
                buttonStyle={action === 'request-changes' ? 'secondary' : 'primary'}
                key={action}
                margin={false}
                onClick={() => setChosen(action)}
                size="medium"
              >
                {say.word(actions[action].label)}
              </Button>
            ))}
          </div>
        )
      )}
    </section>
  )
}
