import { expect, it } from 'vitest'

import { changedSentences } from '../../../../src/domain/redline/changedSentences.js'
import { compare, heading, link, paragraph } from './states.js'

it('are those that a substantial change touches, on both sides', () => {
  const redline = compare(
    [
      heading('Fees'),
      'You pay. You pay within 30 days. We’re glad.',
      heading('Data'),
      'We keep it. We sell it.',
      'We burn it.',
    ],
    [
      heading('Fees'),
      "You pay. You pay within 20 days. We're glad.",
      heading('Data'),
      'We keep it. We never sell it. We like it.',
    ],
  )

  expect(changedSentences(redline)).toEqual([
    { after: ['You pay within 20 days.'], before: ['You pay within 30 days.'], section: 'Fees' },
    {
      after: ['We never sell it.', 'We like it.'],
      before: ['We sell it.', 'We burn it.'],
      section: 'Data',
    },
  ])
})

it('are none for cosmetic changes and moves', () => {
  expect(
    changedSentences(
      compare(
        ['1. It’s so.', 'One more thing there is.', 'And here is another one.'],
        ['One more thing there is.', 'And here is another one.', "2. It's so."],
      ),
    ),
  ).toEqual([])
})

it('are those whose link leads elsewhere as well', () => {
  const text = (url: string) => [paragraph('We greet you. See ', link('this', url), '. Bye.')]

  expect(changedSentences(compare(text('https://a.example'), text('https://b.example')))).toEqual([
    { after: ['See this.'], before: ['See this.'], section: null },
  ])
})
