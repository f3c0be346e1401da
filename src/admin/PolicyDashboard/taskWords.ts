import type { WaitingTask } from '../../operations/waitingTasks.js'
import type { Say } from '../say.js'

const steps = {
  approve: 'dashboardStepApprove',
  'approve-both': 'dashboardStepApproveBoth',
  'approve-exception': 'dashboardStepApproveException',
  edit: 'dashboardStepEdit',
  publish: 'dashboardStepPublish',
  submit: 'dashboardStepSubmit',
} as const

/** What to do about a version, and until when. */
export const taskWords = ({
  say: { day, deadline: deadlineWords, word },
  task: {
    deadline,
    earliestEffectiveAt,
    isDateLawful,
    isTooEarly,
    policy: { timeZone },
    step,
  },
}: {
  say: Say
  task: WaitingTask
}): string => {
  if (!isDateLawful) {
    const date = earliestEffectiveAt && day(earliestEffectiveAt, timeZone)

    if (date && isTooEarly) {
      return word('dashboardTooEarly', { date })
    }
    return `${word('statusApproved')} ${date ? word('earliest', { date }) : word('noEarliest')}`
  }
  return deadline
    ? word('dashboardPublishBefore', { moment: deadlineWords(deadline, timeZone) })
    : word(steps[step])
}
