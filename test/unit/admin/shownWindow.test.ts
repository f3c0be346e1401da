import { describe, expect, it } from 'vitest'

import type { NoticeWindow } from '../../../src/operations/noticeWindow.js'

import { nothingShown, shownAfter } from '../../../src/admin/shownWindow.js'

/** An answer about a text, of which nothing else matters here. */
const about = (fingerprint: string) => ({ fingerprint }) as NoticeWindow

const answered = ({
  answer,
  isRecount = false,
  question,
  shown = nothingShown,
}: {
  answer?: NoticeWindow
  isRecount?: boolean
  question: number
  shown?: typeof nothingShown
}) => shownAfter({ answer, isRecount, question, shown })

describe('what is shown of where a version stands', () => {
  it('stays where it is not known anew, and says so', () => {
    const shown = answered({ answer: about('old'), question: 1 })

    expect(answered({ question: 2, shown })).toEqual({
      hasFailed: true,
      question: 2,
      window: about('old'),
    })
    expect(answered({ question: 1 })).toEqual({ hasFailed: true, question: 1, window: undefined })
  })

  it('is what stands there after a save, also where the answer from before comes later', () => {
    const shown = answered({ answer: about('saved'), question: 2 })

    expect(answered({ answer: about('old'), question: 1, shown })).toBe(shown)
    expect(answered({ question: 1, shown })).toBe(shown)
  })

  it('is known again after a failure', () => {
    const shown = answered({ question: 1 })

    expect(answered({ answer: about('text'), question: 2, shown })).toEqual({
      hasFailed: false,
      question: 2,
      window: about('text'),
    })
  })

  it('stays by a recount that is about another text', () => {
    const shown = answered({ answer: about('shown'), question: 1 })

    expect(answered({ answer: about('other'), isRecount: true, question: 2, shown })).toBe(shown)
    expect(answered({ answer: about('shown'), isRecount: true, question: 2, shown }).question).toBe(
      2,
    )
  })
})
