import { describe, expect, it } from 'vitest'

import { dateAt } from '../../../../src/domain/textLint/dateAt.js'

describe('a date in a text', () => {
  it.each([
    'September 19, 2020',
    'SEPTEMBER 19 2020',
    'Sept. 19th, 2020',
    'Sep 19, 2020',
    'Saturday, September 19, 2020',
    '19 September 2020',
    '19th of September, 2020',
    '19th day of September 2020',
    '19-Sep-2020',
    '2020-09-19',
    '2020/9/19',
  ])('may be written %s', (text) => {
    expect(dateAt({ start: 2, text: `, ${text}.` })).toEqual({
      end: 2 + text.length,
      readings: ['2020-09-19'],
    })
  })

  it.each([
    ['09/10/2020', ['2020-09-10', '2020-10-09']],
    ['9.10.2020', ['2020-09-10', '2020-10-09']],
    ['09/19/2020', ['2020-09-19']],
    ['19/09/2020', ['2020-09-19']],
  ])('may mean several days: %s', (text, readings) => {
    expect(dateAt({ start: 0, text })?.readings).toEqual(readings)
  })

  it.each(['February 30, 2020', '2020-13-01', '32/13/2020'])('may be no day: %s', (text) => {
    expect(dateAt({ start: 0, text })?.readings).toEqual([])
  })

  it.each(['soon', 'May 2020', 'Mayor 3, 2020', '2020', '1.2.3', '2020-09/19', '1/2/20201'])(
    'is something else than %s',
    (text) => {
      expect(dateAt({ start: 0, text })).toBeUndefined()
    },
  )
})
