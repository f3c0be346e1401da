import { describe, expect, it } from 'vitest'

import type { WaitingTask } from '../../../src/operations/waitingTasks.js'

import { taskWords } from '../../../src/admin/PolicyDashboard/taskWords.js'
import { sayIn } from '../../../src/admin/say.js'
import { englishWords } from '../../helpers/englishWords.js'

const say = sayIn({ language: 'en-US', t: englishWords })
const wordsOf = (more: Partial<WaitingTask>) =>
  taskWords({
    say,
    task: {
      deadline: null,
      earliestEffectiveAt: null,
      isDateLawful: true,
      isTooEarly: false,
      policy: { id: 1, slug: 'privacy', timeZone: 'America/New_York', title: 'Privacy Policy' },
      step: 'publish',
      version: { id: 2, label: '2' },
      ...more,
    },
  })
const earliestEffectiveAt = '2026-12-17T05:00:00.000Z'

describe('what the dashboard says of an approved version', () => {
  it.each<[string, Partial<WaitingTask>, string]>([
    ['that may be published', {}, 'Approved. Publish it.'],
    [
      'that has to be published before a day begins',
      { deadline: '2026-11-18T05:00:00.000Z' },
      'Publish it before Tuesday, November 17, 2026 at 24:00 EST.',
    ],
    [
      'that is too early by now',
      { earliestEffectiveAt, isDateLawful: false, isTooEarly: true },
      'Approved for a day that is too early by now. Published now, it can take effect on Thursday, December 17, 2026 at the earliest.',
    ],
    [
      'that is not possible on its day for another reason',
      { earliestEffectiveAt, isDateLawful: false },
      'Approved. Published now, it can take effect on Thursday, December 17, 2026 at the earliest.',
    ],
    [
      'that no calendar reaches to',
      { isDateLawful: false },
      'Approved. As things stand, no day is lawful.',
    ],
  ])('%s', (_, task, words) => {
    expect(wordsOf(task)).toBe(words)
  })
})
