import { describe, expect, it } from 'vitest'

import type { NoticeWindow } from '../../../src/operations/noticeWindow.js'

import { sayIn } from '../../../src/admin/say.js'
import {
  datesOf,
  explanationOf,
  whyNoNotice,
} from '../../../src/admin/VersionWorkflow/consequenceWords.js'
import { englishWords } from '../../helpers/englishWords.js'
import { noticeWindowWith } from '../../helpers/noticeWindows.js'

const say = sayIn({ language: 'en-US', t: englishWords })
const clause: NoticeWindow['governing'][number] = {
  by: 'version 1',
  days: [],
  earliestEffectiveOn: '2026-12-17' as NoticeWindow['noticeEndsOn'],
  lastDay: '2026-12-16' as NoticeWindow['noticeEndsOn'],
  period: '30 business days',
  preset: null,
  tier: 'material',
  version: { id: 1, label: '1' },
}
const datesIn = (more: Partial<NoticeWindow>) =>
  Object.fromEntries(datesOf({ action: 'submit', say, window: noticeWindowWith(more) }))

describe('what a step is', () => {
  const explained = (action: 'publish' | 'withdraw', more: Partial<NoticeWindow>) =>
    explanationOf({ action, say, window: noticeWindowWith(more) })
  const announcement = {
    changeSummary: {},
    channels: [],
    kind: 'announcement',
    label: '2',
    message: {},
  } as unknown as NoticeWindow['notices'][number] // What is shown of it is not looked at.
  const ends = { noticeEndsOn: '2026-12-16' as NoticeWindow['noticeEndsOn'] }

  it('says of a notice and its period only where there are any', () => {
    expect(explained('publish', { notices: [announcement], ...ends })).toMatch(
      /change notice become public at once, and the notice period starts\./,
    )
    expect(explained('publish', { notices: [announcement], noticeEndsOn: null })).toMatch(
      /change notice become public at once\. Nothing/,
    )
    expect(explained('publish', { notices: [], noticeEndsOn: null })).toBe(
      'The version becomes public at once. Nothing of it can be edited afterwards.',
    )
  })

  it('does not say that a period starts which began with the announcement that is replaced', () => {
    const replaces = { id: 2, effectiveAt: '2026-12-17T05:00:00.000Z', label: '2' }

    expect(explained('publish', { notices: [announcement], replaces, ...ends })).not.toMatch(
      /period/,
    )
    expect(explained('withdraw', { replaces })).toMatch(
      /Version 2, whose place it took, stays withdrawn\.$/,
    )
    expect(explained('withdraw', {})).not.toMatch(/stays withdrawn/)
  })
})

describe('the dates that a step brings about', () => {
  it('are those of the notice period and of the effect', () => {
    expect(
      datesIn({ governing: [clause], noticeEndsOn: '2026-12-16' as NoticeWindow['noticeEndsOn'] }),
    ).toMatchObject({
      'End of the notice period': 'Wednesday, December 16, 2026',
      'Publish before': 'Tuesday, November 17, 2026 at 24:00 EST',
      'Takes effect': expect.stringMatching(/^Friday, January 1, 2027/) as unknown,
    })
    expect(datesIn({ effectiveAt: '2026-11-02T20:00:00.000Z' })).toMatchObject({
      'End of the notice period': 'none',
      'Takes effect': 'Monday, November 2, 2026, at once',
    })
  })

  it('have the deadline of the day also where something else would be refused', () => {
    expect(datesIn({ isLawful: false })).toHaveProperty('Publish before')
    expect(datesIn({ isDateLawful: false, isLawful: false })).not.toHaveProperty('Publish before')
  })

  it('are unknown where the period cannot be counted, and not none and at once', () => {
    const uncounted = { ...clause, earliestEffectiveOn: null, lastDay: null }

    expect(
      datesIn({
        effectiveAt: null,
        effectiveOn: null,
        governing: [uncounted],
        isDateLawful: false,
        isLawful: false,
        publicationDeadline: null,
      }),
    ).toMatchObject({
      'End of the notice period': 'cannot be counted',
      'Takes effect': 'unknown',
    })
  })
})

describe('where no notice can be shown', () => {
  const why = (more: Partial<NoticeWindow>) => whyNoNotice({ say, window: noticeWindowWith(more) })

  it('it is said whether there is nobody to tell, or no day to tell of', () => {
    expect(why({})).toMatch(/^Nobody\. It is the first version/)
    expect(why({ governing: [clause] })).toMatch(/^Nobody\. The terms in force ask for no notice/)
    expect(
      why({ effectiveAt: null, governing: [{ ...clause, earliestEffectiveOn: null }] }),
    ).toMatch(/^The notice names the day .* cannot be counted now/)
  })
})
