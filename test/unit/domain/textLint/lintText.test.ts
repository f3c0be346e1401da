import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseCivilDate } from '../../../../src/domain/civilDate.js'
import { lintText } from '../../../../src/domain/textLint/lintText.js'
import { body, heading, link, numberedList, paragraph, terms, tier } from './states.js'

const record = {
  effectiveOn: parseCivilDate('2031-01-01'),
  noticeTerms: terms({
    material: tier({ allOf: ['email'], relation: 'at_or_before' }),
    other: tier({ relation: 'at_or_before' }),
  }),
  publishedOn: parseCivilDate('2030-12-01'),
}

const findings = (...blocks: Parameters<typeof body>) => lintText({ body: body(...blocks), record })

describe('a text', () => {
  it('has every kind of finding, each with words of its own', () => {
    const found = findings(
      'Effective May 3, 2021',
      '1. Changes',
      'We announce changes to this policy 30 days before they apply.',
      '1. Contact',
      'privacy@cider',
      '1. More',
    )

    expect(found.map(({ key }) => key)).toEqual([
      'DATE_CONTRADICTS_RECORD:Effective May 3, 2021',
      'NOTICE_CONTRADICTS_TERMS:30 days before',
      'EMAIL_BROKEN:privacy@cider',
      'LIST_RESTARTS:1. Changes',
    ])
  })

  it('has one finding for words that it repeats', () => {
    const address = link({ url: 'mailto:privacy@cider', words: 'privacy@cider' })

    expect(findings('privacy@cider', paragraph(address), 'privacy@cider.')).toHaveLength(1)
  })

  it('keeps the keys of its findings when other parts of it change', () => {
    const [before] = findings('Effective May 3, 2021')

    expect(findings('We sell cider.', 'Effective May 3, 2021', 'help@cider')[0]).toEqual(before)
  })

  it('is quoted briefly', () => {
    expect(findings(`privacy@${'cider'.repeat(100)}`)[0]?.excerpt).toHaveLength(100)
  })

  it('has no findings where it agrees with its record or is none', () => {
    expect(
      findings('Effective January 1, 2031', 'Updated December 1, 2030', 'help@cider.org'),
    ).toEqual([])
    expect(lintText({ body: null, record })).toEqual([])
  })

  it('has no dates that contradict a record without dates', () => {
    expect(
      lintText({
        body: body('Effective May 3, 2021', 'Last updated May 3, 2021'),
        record: { ...record, effectiveOn: null, publishedOn: null },
      }),
    ).toEqual([])
  })
})

/** A pattern that goes back and forth over such a text takes minutes, and does not end within the test's time. */
const findingsInLong = (...blocks: Parameters<typeof body>): unknown[] =>
  lintText({ body: body(...blocks), record })

const length = 200_000
const filled = (piece: string): string => piece.repeat(Math.ceil(length / piece.length))

describe('a hostile text of 200,000 characters is read to its end', () => {
  it.each([
    ...['@', 'a@', 'a@b.', '@ ', 'a @b.org ', 'a@b c.org ', 'mailto:a@', 'a@b ', '.', '-', '‘'],
    ...['1', '1. ', '1. a\n', '(', '(a ', ' ', '\n ', '\t', 'é', '\u{1F34E}', 'A. '],
    ...['effective ', 'effective : ', 'effective: ', 'effective as of the ', 'effective this a '],
    ...['effective 2020-01-01 ', 'Effective 2020-01-01. ', 'This policy is effective May 3, 2021 '],
    ...['last updated this ', 'last updated: May ', 'date of ', 'policy (effective 3 May 2021) '],
    ...['Saturday, ', '19th day of ', 'change to this ', 'changes policy ', 'change, (“'],
    ...['thirty ', 'thirty-', 'one hundred and ', '30 (a ', "30 days' ", '30 days after notice '],
    ...['change policy 30 days before ', 'notice of ', 'prior to the ', 'notice in advance of '],
    ...['notify before changes ', 'notice before it changes to be updated ', 'prior a a notice '],
    ...[
      'not a a a a ',
      'n’t ',
      'not notify you ',
      'no individual ',
      'will not individually notify ',
    ],
  ])('of nothing but %j', (piece) => {
    expect(findingsInLong(heading('Changes to this policy'), filled(piece))).toBeInstanceOf(Array)
  })

  it.each(['Effective', '1. a', 'a@b', 'Changes to this policy.'])(
    'in as many blocks as it has words: %s',
    (words) => {
      const blocks = Array.from({ length: length / 10 }, (_, index) =>
        index % 2 ? words : index % 4 ? heading(words) : numberedList({ items: [words] }),
      )

      expect(findingsInLong(...blocks)).toBeInstanceOf(Array)
    },
  )

  it('of any piece that is made of what the patterns look for', () => {
    const piece = fc
      .array(
        fc.oneof(
          fc.constantFrom(' ', ' ', ' ', '@', '.', ',', ':', '-', '(', ')', '’', '\n', '“'),
          fc.constantFrom('policy', 'notice', 'this', 'our', 'the', 'of', 'changes', 'update'),
          fc.constantFrom('effective', 'last updated', 'date', 'before', 'prior to', 'take', 'not'),
          fc.constantFrom('30', 'thirty', 'days', 'May', '3', '2021', '2020-01-01', 'individual'),
          fc.string({ maxLength: 3 }),
        ),
        { maxLength: 12, minLength: 1 },
      )
      .map((parts) => parts.join(''))
      .filter((text) => text !== '')

    fc.assert(
      fc.property(piece, (text) => {
        expect(findingsInLong(filled(text))).toBeInstanceOf(Array)
      }),
      { numRuns: 40 },
    )
  })
})
