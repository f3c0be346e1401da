import { describe, expect, it } from 'vitest'

import { periodsIn } from '../../../../src/domain/textLint/periodsIn.js'

describe('a period in a text', () => {
  it.each([
    ['thirty (30) business days', [30, 30], 'business_days'],
    ['30 (thirty) business days', [30], 'business_days'],
    ['thirty (60) days', [30, 60], 'calendar_days'],
    ['ten working days', [10], 'business_days'],
    ['15 calendar days', [15], 'calendar_days'],
    ['30 day(s)', [30], 'calendar_days'],
    ['thirty-day', [30], 'calendar_days'],
    ['two weeks', [14], 'calendar_days'],
    ['a month', [1], 'months'],
    ['Two months', [2], 'months'],
    ['one year', [12], 'months'],
    ['forty-five days', [45], 'calendar_days'],
    ['sixteen days', [16], 'calendar_days'],
    ['one hundred and eighty (180) days', [180, 180], 'calendar_days'],
  ])('is read: %s', (words, amounts, unit) => {
    expect(periodsIn(`at least ${words}.`)).toEqual([
      { amounts, end: 9 + words.length, start: 9, unit },
    ])
  })

  it.each(['24 hours', 'today', '30 daytime', '1.30 days', 'thirty', 'someone days'])(
    'is something else than %s',
    (words) => {
      expect(periodsIn(words)).toEqual([])
    },
  )
})
