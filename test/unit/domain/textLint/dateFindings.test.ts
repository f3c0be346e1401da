import { describe, expect, it } from 'vitest'

import type { TextBlock } from '../../../../src/domain/textLint/policyTextOf.js'

import { parseCivilDate } from '../../../../src/domain/civilDate.js'
import { dateFindings } from '../../../../src/domain/textLint/dateFindings.js'

const blocksOf = (texts: string[]): TextBlock[] =>
  texts.map((text) =>
    text.startsWith('# ') ? { text: text.slice(2), type: 'heading' } : { text, type: 'paragraph' },
  )

const findings = ({
  effectiveOn = '2031-01-01',
  publishedOn = '2030-12-01',
  texts,
}: {
  effectiveOn?: string | null
  publishedOn?: string | null
  texts: string[]
}) =>
  dateFindings({
    blocks: blocksOf(texts),
    effectiveOn: effectiveOn === null ? null : parseCivilDate(effectiveOn),
    publishedOn: publishedOn === null ? null : parseCivilDate(publishedOn),
  })

const excerpts = (...texts: string[]): string[] => findings({ texts }).map(({ excerpt }) => excerpt)

describe('an effective date in the text', () => {
  it.each([
    ['Effective date: 19 September 2020', 'Effective date: 19 September 2020'],
    ['Effective September 19, 2020', 'Effective September 19, 2020'],
    ['EFFECTIVE AS OF SEPT. 19TH, 2020', 'EFFECTIVE AS OF SEPT. 19TH, 2020'],
    ['(Effective: 2020-09-19)', 'Effective: 2020-09-19'],
    [
      'This Privacy Policy is effective as of January 15, 2021. We may change it.',
      'effective as of January 15, 2021',
    ],
    [
      'Privacy and Cookie Statement, effective as of September 19, 2020',
      'effective as of September 19, 2020',
    ],
    ['CIDER PRIVACY POLICY | Effective 3 May 2021', 'Effective 3 May 2021'],
    ['Our notice takes effect on 2020-09-19.', 'takes effect on 2020-09-19'],
    ['These terms have been in force since 3 May 2021.', 'in force since 3 May 2021'],
    [
      'These Terms of Service (the “Terms”) for the web shop are effective 3 May 2021.',
      'effective 3 May 2021',
    ],
    [
      'The effective date of this Privacy Policy is May 3, 2021.',
      'effective date of this Privacy Policy is May 3, 2021',
    ],
    [
      'This Policy was adopted on May 1, 2019 and became effective on June 1, 2019.',
      'effective on June 1, 2019',
    ],
    [
      'Effective May 3, 2021, this policy replaces all that were there before.',
      'Effective May 3, 2021',
    ],
    ['We sell cider. Effective May 3, 2021.', 'Effective May 3, 2021'],
    ['Privacy Policy\nEffective May 3, 2021\nWe sell cider.', 'Effective May 3, 2021'],
    ['Effective date: February 30, 2020', 'Effective date: February 30, 2020'],
    ['Effective date: 09/19/2020', 'Effective date: 09/19/2020'],
  ])('is found: %s', (text, excerpt) => {
    expect(findings({ publishedOn: null, texts: [text] })).toMatchObject([
      { code: 'DATE_CONTRADICTS_RECORD', excerpt, key: `DATE_CONTRADICTS_RECORD:${excerpt}` },
    ])
  })

  it('is found in the block after its label', () => {
    expect(excerpts('# Effective Date', 'September 19, 2020')).toEqual([
      'Effective Date September 19, 2020',
    ])
    expect(excerpts('Effective date:\n19 September 2020')).toEqual([
      'Effective date: 19 September 2020',
    ])
  })

  it.each([
    'Effective date: January 1, 2031',
    'This policy is effective as of 1 January 2031.',
    'Effective 01/01/2031',
    'Effective date: 2031-01-01',
  ])('may agree with the record: %s', (text) => {
    expect(excerpts(text)).toEqual([])
  })

  it('agrees where one of its readings is the recorded date', () => {
    for (const effectiveOn of ['2020-09-10', '2020-10-09']) {
      expect(findings({ effectiveOn, texts: ['Effective 09/10/2020'] })).toEqual([])
    }
  })

  it('contradicts nothing as long as the recorded date is unknown', () => {
    expect(findings({ effectiveOn: null, texts: ['Effective 3 May 2021'] })).toEqual([])
  })

  it('is told with the date that it contradicts', () => {
    expect(findings({ texts: ['Effective 3 May 2021'] })[0]?.message).toBe(
      'The text says “Effective 3 May 2021”, but the effective date of this version is 2031-01-01. Correct the one that is wrong.',
    )
  })
})

describe('a day of update in the text', () => {
  it.each([
    ['Updated:  April 2, 2018'.replace('  ', ' '), 'Updated: April 2, 2018'],
    ['Last updated: 2 April 2018 by our lawyers', 'Last updated: 2 April 2018'],
    ['Last modified on 2018-04-02', 'Last modified on 2018-04-02'],
    ['Last revised April 2nd, 2018', 'Last revised April 2nd, 2018'],
    ['Date of last revision: April 2, 2018', 'Date of last revision: April 2, 2018'],
    ['Privacy Policy – Last Updated April 2, 2018', 'Last Updated April 2, 2018'],
    ['This statement was last updated on April 2, 2018.', 'last updated on April 2, 2018'],
    [
      'We last updated this Privacy Notice on April 2, 2018.',
      'last updated this Privacy Notice on April 2, 2018',
    ],
    ['Adopted May 1, 2010; last amended April 2, 2018', 'last amended April 2, 2018'],
  ])('is found: %s', (text, excerpt) => {
    expect(findings({ effectiveOn: null, texts: [text] })).toMatchObject([{ excerpt }])
  })

  it('is compared with the day of publication alone', () => {
    const texts = ['Last updated: April 2, 2018', 'Effective May 3, 2018']

    expect(findings({ effectiveOn: '2018-05-03', publishedOn: '2018-04-02', texts })).toEqual([])
    expect(findings({ effectiveOn: '2018-04-02', publishedOn: '2018-05-03', texts })).toHaveLength(
      2,
    )
    expect(findings({ effectiveOn: '2018-05-03', publishedOn: null, texts })).toEqual([])
  })
})

describe('a date of something else', () => {
  it.each([
    'We follow the GDPR, effective May 25, 2018.',
    'This policy follows the GDPR, effective May 25, 2018.',
    'This policy explains your rights under a law that took effect on January 1, 2020.',
    'Our work follows the terms of the GDPR, effective May 25, 2018.',
    'Effective January 1, 2020, the CCPA gives you these rights.',
    'The Act was passed in 2018. It was amended on September 23, 2018.',
    'The previous version of this policy, effective May 3, 2018, is kept here.',
    'The effective date of our earlier privacy policy was May 3, 2018.',
    'We rely on the terms of our supplier, effective May 3, 2018.',
    'Our servers were last updated on May 3, 2018.',
    'The effective date of the GDPR was May 25, 2018.',
    'A cost-effective 2018-05-25 plan.',
    'This policy was written on May 3, 2018.',
    'This policy is effective until May 3, 2018.',
    'The Terms of Service were withdrawn effective May 3, 2018.',
    'Effective dates: see our site of May 3, 2018',
  ])('is left alone: %s', (text) => {
    expect(excerpts(text)).toEqual([])
  })

  it('is left alone in a list of other versions, up to the next heading', () => {
    expect(
      excerpts(
        '# Previous versions',
        'Effective May 3, 2018',
        '# Contact',
        'Effective May 4, 2018',
      ),
    ).toEqual(['Effective May 4, 2018'])
  })
})

describe('a date of a version that is not published', () => {
  it('is told as what it would be, since the day of publication is not known yet', () => {
    const found = (ifPublishedToday: readonly ('effect' | 'update')[]) =>
      dateFindings({
        blocks: blocksOf(['Effective May 3, 2021', 'Last updated May 1, 2021']),
        effectiveOn: parseCivilDate('2031-01-01'),
        ifPublishedToday,
        publishedOn: parseCivilDate('2030-12-01'),
      }).map(({ message }) => message)

    expect(found(['update'])).toEqual([
      'The text says “Effective May 3, 2021”, but the effective date of this version is 2031-01-01. Correct the one that is wrong.',
      'The text says “Last updated May 1, 2021”, but if this version is published today, its day of publication is 2030-12-01. Write the day that it will be.',
    ])
    expect(found(['effect', 'update'])[0]).toMatch(
      /if this version is published today, its effective/,
    )
  })
})
