'use client'
import {
  Button,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useRouteTransition,
} from '@payloadcms/ui'
import { LockIcon } from '@payloadcms/ui/icons/Lock'
import { formatAdminURL } from '@payloadcms/ui/shared'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'

import type { NoticeWindow } from '../../operations/noticeWindow.js'

import { useNoticeWindow } from '../useNoticeWindow.js'
import { useStoredDocument } from '../useStoredDocument.js'
import { useWords } from '../useWords.js'
import { WindowFailure } from '../WindowFailure.js'
import { type Action, actions, offeredActions } from './actions.js'
import { Consequences } from './Consequences.js'
import { explanationOf } from './consequenceWords.js'
import { Dialog } from './Dialog.js'
import { isDoubt } from './Doubts.js'
import './index.css'
import { ReplaceDialog } from './ReplaceDialog.js'
import { statusLine } from './statusLine.js'
import { Step } from './Step.js'
import { Warnings } from './Warnings.js'

/** Says on top of a version where it stands and what comes next, and offers the next steps. */
export const VersionWorkflow = ({ slug }: { slug: string }) => {
  const say = useWords()
  const { id, data, hasSavePermission } = useDocumentInfo()
  const {
    config: {
      routes: { admin },
    },
  } = useConfig()
  const { address, hasFailed, isCurrent, recount, refresh, window } = useNoticeWindow({ slug })
  const { dispatchFields, setSubmitted } = useForm()
  const loadStored = useStoredDocument({ address })
  const isModified = useFormModified()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [chosen, setChosen] = useState<'replace' | Action>()
  const [isRefused, setIsRefused] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)

  if (id === undefined) {
    return <section className="policy-workflow">{say.word('statusUnsaved')}</section>
  }
  if (!window || address === undefined) {
    return (
      <section aria-busy={!hasFailed} className="policy-workflow">
        {hasFailed && <WindowFailure isStale={false} onRetry={refresh} />}
      </section>
    )
  }

  /** What the dialog shows is as of the moment it is opened. */
  const open = (action: 'replace' | Action) => {
    setChosen(action)
    setIsRefused(false)
    void recount()
  }
  const isSealed = window.status === 'published' || window.status === 'withdrawn'
  // A step is about the text in the form, not about one that was saved elsewhere since it was opened.
  const isStale = isCurrent && data?.fingerprint !== window.fingerprint
  const offered = isStale ? [] : offeredActions(window)
  const isReasonAsked =
    chosen === 'submit' &&
    window.warnings.some((warning) => isDoubt(warning) && warning.acknowledged === undefined)
  const load = async () => {
    await loadStored()
    await refresh()
  }
  const taken = async () => {
    // The dialog stays until the page says what it brought about: nobody takes the step twice.
    await load().finally(() => setChosen(undefined))
    // The button that the dialog was opened with is gone by now.
    status.current?.focus()
    startRouteTransition(() => {
      router.refresh()
    })
  }

  return (
    <section
      aria-label={say.word('workflow')}
      className={`policy-workflow policy-workflow--${window.state ?? window.status}`}
    >
      {hasFailed && <WindowFailure isStale onRetry={refresh} />}
      <p aria-live="polite" className="policy-workflow__status" ref={status} tabIndex={-1}>
        {statusLine({ say, window })}
      </p>
      {window.changesRequested && (
        <div>
          <p>
            <bdi>{window.changesRequested.by}</bdi> {say.word('reviewChangesRequested')}
          </p>
          {window.changesRequested.comment && (
            <blockquote dir="auto">{window.changesRequested.comment}</blockquote>
          )}
        </div>
      )}
      {isSealed && (
        <p className="policy-workflow__sealed">
          <span aria-hidden="true">
            <LockIcon />
          </span>
          {say.word('sealed')}
        </p>
      )}
      {window.isImport && !isSealed && !hasSavePermission && (
        <p className="policy-workflow__sealed">
          <span aria-hidden="true">
            <LockIcon />
          </span>
          {say.word('importedLocked')}
        </p>
      )}
      {window.authors.length > 0 && !isSealed && (
        <p className="policy-workflow__note">
          {say.word('authors')}: {window.authors.join(', ')}
          {window.isAuthor && window.status === 'in_review' && `. ${say.word('authorsYou')}`}
          {window.approvals.approvers.length > 0 &&
            ` · ${say.word('approvals')}: ${window.approvals.approvers.join(', ')}`}
        </p>
      )}
      {window.exception && window.exception.approvers.length > 0 && (
        <p className="policy-workflow__note">
          {say.word('exceptionApprovedBy')}: {window.exception.approvers.join(', ')}
        </p>
      )}
      <div aria-live="polite">
        {isStale && (
          <div className="policy-workflow__warnings">
            <p>{say.word('reviewStale')}</p>
            {!isModified && (
              <Button margin={false} onClick={() => void taken()} size="small">
                {say.word('reviewLoadNewer')}
              </Button>
            )}
          </div>
        )}
      </div>
      <Warnings
        address={address}
        isEditable={!isSealed && !isModified}
        notices={isSealed ? [] : window.notices}
        onAcknowledged={taken}
        warnings={window.warnings}
      />
      {(offered.length > 0 || isSealed) && (
        <div className="policy-workflow__actions">
          {offered.map((action) => (
            <Button
              buttonStyle={
                action === 'request-changes' || action === 'withdraw' ? 'secondary' : 'primary'
              }
              disabled={isModified || !isCurrent}
              key={action}
              margin={false}
              onClick={() => open(action)}
              size="medium"
            >
              {say.word(actions[action].label)}
            </Button>
          ))}
          {window.mayReplace && (
            <Replacement
              adminRoute={admin}
              onReplace={() => open('replace')}
              slug={slug}
              window={window}
            />
          )}
          {window.followedBy && (
            <Button
              buttonStyle="secondary"
              el="link"
              margin={false}
              size="medium"
              to={formatAdminURL({
                adminRoute: admin,
                path: `/collections/${slug}/${window.followedBy.id}`,
              })}
            >
              {say.word('newVersionOpenDraft', { label: window.followedBy.label })}
            </Button>
          )}
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
          {isModified && <span className="policy-workflow__note">{say.word('notAvailable')}</span>}
        </div>
      )}
      {chosen === 'replace' && (
        <ReplaceDialog
          address={address}
          label={String(data?.label)}
          onClose={() => setChosen(undefined)}
          slug={slug}
          window={window}
        />
      )}
      {chosen && chosen !== 'replace' && (
        <Dialog heading={say.word(actions[chosen].label)} onClose={() => setChosen(undefined)}>
          <Step
            address={address}
            channelsToAttest={toAttest({ action: chosen, window })}
            done={say.word(actions[chosen].done)}
            explanation={explanationOf({ action: chosen, say, window })}
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
            onRefused={() => setIsRefused(true)}
            onTaken={taken}
            transition={chosen === 'approve-exception' ? 'approve' : chosen}
          >
            <Consequences action={chosen} isRefused={isRefused} window={window} />
          </Step>
        </Dialog>
      )}
    </section>
  )
}

/** Starts a version in place of an announced one, or opens the draft that is there already. */
const Replacement = ({
  adminRoute,
  onReplace,
  slug,
  window: { replacement },
}: {
  adminRoute: string
  onReplace: () => void
  slug: string
  window: NoticeWindow
}) => {
  const { word } = useWords()

  return replacement ? (
    <Button
      buttonStyle="secondary"
      el="link"
      margin={false}
      size="medium"
      to={formatAdminURL({ adminRoute, path: `/collections/${slug}/${replacement.id}` })}
    >
      {word('openReplacement', { label: replacement.label })}
    </Button>
  ) : (
    <Button buttonStyle="secondary" margin={false} onClick={onReplace} size="medium">
      {word('actionReplace')}
    </Button>
  )
}

/** Channels that people use by themselves: of a publication, and of the announcement that is withdrawn. */
const toAttest = ({ action, window }: { action: Action; window: NoticeWindow }): string[] => {
  if (action === 'publish') {
    return window.channelsToAttest
  }
  return action === 'withdraw'
    ? window.notices.flatMap(({ channels }) =>
        channels.flatMap(({ hasDriver, name }) => (hasDriver ? [] : name)),
      )
    : []
}
