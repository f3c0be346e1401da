import { describe, expect, it } from 'vitest'

import { numberingFindings } from '../../../../src/domain/textLint/numberingFindings.js'
import { policyTextOf } from '../../../../src/domain/textLint/policyTextOf.js'
import { body, heading, numberedList, paragraph } from './states.js'

const findings = (...blocks: Parameters<typeof body>) =>
  numberingFindings(policyTextOf(body(...blocks)))

const list = (...items: string[]) => numberedList({ items })

describe('numbering that was lost', () => {
  it('is found in three lists of one item each, as one finding', () => {
    expect(findings(list('Fruit'), 'Apples.', list('Press'), 'By hand.', list('Sale'))).toEqual([
      {
        code: 'LIST_RESTARTS',
        excerpt: '1. Fruit',
        key: 'LIST_RESTARTS:1. Fruit',
        message:
          'The text says “1. Fruit”, and 2 more times it starts again at 1 without a 2: the numbering was lost. Number the sections anew, or take the numbers out.',
      },
    ])
  })

  it.each([
    ['headings', heading],
    ['paragraphs', paragraph],
  ])('is found in three %s', (_, block) => {
    expect(
      findings(block('1. Fruit'), 'Apples.', block('1. Press'), 'By hand.', block('1.Sale')),
    ).toMatchObject([{ excerpt: '1. Fruit' }])
  })

  it('is found although lists inside the sections count', () => {
    expect(
      findings('1. Fruit', '1. apples', '2. pears', '1. Press', '1. Sale', '1. Contact'),
    ).toHaveLength(1)
  })
})

describe('numbering that counts', () => {
  it.each([
    ['two lists of one item', [list('Fruit'), list('Press')]],
    ['lists of several items', [list('a', 'b'), list('c', 'd'), list('e', 'f')]],
    [
      'one list that goes on',
      [1, 2, 3, 4].map((start) => numberedList({ items: ['Fruit'], start })),
    ],
    ['sections', ['1. Fruit', '2. Press', '3. Sale']],
    ['subsections', ['1.1 Fruit', '1.2 Press', '1.3 Sale', '1.4 Contact']],
    ['sections with one item each', ['1. A', '1. a', '2. B', '1. b', '3. C', '1. c', '4. D']],
    ['lists as paragraphs', ['1. a', '2. b', '1. c', '2. d', '1. e', '2. f']],
    ['amounts', ['1,000 apples', '1,000 pears', '1,000 figs']],
  ])('is left alone: %s', (_, blocks) => {
    expect(findings(...blocks)).toEqual([])
  })
})
