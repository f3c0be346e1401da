/** A step as a button: a transition, or the approval of the exception, which is one of its own. */
export const actions = {
  approve: { explanation: 'confirmApprove', label: 'actionApprove' },
  'approve-exception': {
    explanation: 'confirmApproveException',
    label: 'actionApproveException',
  },
  publish: { explanation: 'confirmPublish', label: 'actionPublish' },
  'request-changes': { explanation: 'confirmRequestChanges', label: 'actionRequestChanges' },
  submit: { explanation: 'confirmSubmit', label: 'actionSubmit' },
  withdraw: { explanation: 'confirmWithdraw', label: 'actionWithdraw' },
} as const

export type Action = keyof typeof actions
