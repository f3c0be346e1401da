import type { NoticeWindow } from '../../operations/noticeWindow.js'

/** A step as a button: a transition, or the approval of the exception, which is one of its own. */
export const actions = {
  approve: { done: 'doneApprove', explanation: 'confirmApprove', label: 'actionApprove' },
  'approve-exception': {
    done: 'doneApproveException',
    explanation: 'confirmApproveException',
    label: 'actionApproveException',
  },
  publish: { done: 'donePublish', explanation: 'confirmPublish', label: 'actionPublish' },
  'request-changes': {
    done: 'doneRequestChanges',
    explanation: 'confirmRequestChanges',
    label: 'actionRequestChanges',
  },
  submit: { done: 'doneSubmit', explanation: 'confirmSubmit', label: 'actionSubmit' },
  withdraw: { done: 'doneWithdraw', explanation: 'confirmWithdraw', label: 'actionWithdraw' },
} as const

export type Action = keyof typeof actions

/** The steps that the person may take now. */
export const offeredActions = ({ actions: allowed, exception }: NoticeWindow): Action[] =>
  allowed.flatMap((action): Action[] =>
    action === 'request-changes' && exception?.mayApprove
      ? ['approve-exception', action]
      : [action],
  )
