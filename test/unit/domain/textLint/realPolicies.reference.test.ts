import { describe, expect, it } from 'vitest'

import type { NoticeTerms } from '../../../../src/domain/noticeTerms.js'

import { type CivilDate, parseCivilDate } from '../../../../src/domain/civilDate.js'
import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'
import { lintText } from '../../../../src/domain/textLint/lintText.js'
import { realPolicy } from '../../../helpers/references.js'
import { body, numberedList, terms, tier } from './states.js'

const keysOf = ({
  effectiveOn = null,
  noticeTerms = terms(),
  publishedOn = null,
  state,
}: {
  effectiveOn?: CivilDate | null
  noticeTerms?: NoticeTerms
  publishedOn?: CivilDate | null
  state: unknown
}): string[] =>
  lintText({ body: state, record: { effectiveOn, noticeTerms, publishedOn } }).map(({ key }) => key)

/** Dates and terms that no real policy has, so that everything it says contradicts them. */
const contrary = {
  effectiveOn: parseCivilDate('2031-01-01'),
  noticeTerms: terms({
    material: tier({ allOf: ['email'], relation: 'at_or_before' }),
    other: tier({ allOf: ['letter'], relation: 'at_or_before' }),
  }),
  publishedOn: parseCivilDate('2030-12-01'),
}

describe.each(['000_11759fba5cbcb234.txt', '001_739ed53d4d33ebd7.txt'])('%s', (file) => {
  it('says no date and no number, so that nothing contradicts it', () => {
    expect(keysOf({ ...contrary, state: lexicalFromText(realPolicy(file)) })).toEqual([])
  })
})

describe('002, with a date, thirty business days and a broken address', () => {
  const text = realPolicy('002_21db523916e42192.txt')
  const state = lexicalFromText(text)
  const [address] = /\w+@\w+ [\w-]+\.org/u.exec(text) ?? []
  const broken = `EMAIL_BROKEN:${address}`
  const agreed = {
    effectiveOn: parseCivilDate('2020-09-19'),
    noticeTerms: terms({ material: tier({ period: { amount: 30, unit: 'business_days' } }) }),
  }

  it('contradicts another record', () => {
    expect(keysOf({ ...contrary, state })).toEqual([
      'DATE_CONTRADICTS_RECORD:effective as of September 19, 2020',
      'NOTICE_CONTRADICTS_TERMS:thirty (30) business days prior',
      broken,
    ])
  })

  it('agrees with its own record but for the address', () => {
    expect(keysOf({ ...agreed, publishedOn: contrary.publishedOn, state })).toEqual([broken])
  })

  it('has lost its numbering where it is pasted with a list for every section', () => {
    expect(keysOf({ ...agreed, state: pastedWithLists(text) })).toEqual([
      broken,
      expect.stringMatching(/^LIST_RESTARTS:1\. \w+$/u),
    ])
  })

  it('has lost its numbering where it is pasted line by line', () => {
    expect(keysOf({ ...agreed, state: body(...linesOf(text)) })).toEqual([
      broken,
      expect.stringMatching(/^LIST_RESTARTS:1\. \w+$/u),
    ])
  })
})

describe('003, with a day of update and notice before the effect', () => {
  const state = lexicalFromText(realPolicy('003_ad307c84c927be57.txt'))

  it('contradicts another record', () => {
    expect(keysOf({ ...contrary, state })).toEqual([
      'DATE_CONTRADICTS_RECORD:Updated: April 2, 2018',
      'NOTICE_CONTRADICTS_TERMS:prior to the change becoming effective',
    ])
  })

  it('agrees with its own record, whatever its effective date', () => {
    expect(
      keysOf({
        effectiveOn: contrary.effectiveOn,
        noticeTerms: terms({ other: tier({ relation: 'at_or_before' }) }),
        publishedOn: parseCivilDate('2018-04-02'),
        state,
      }),
    ).toEqual([])
  })
})

describe('004, with a date inside a clause and no individual notice', () => {
  const state = lexicalFromText(realPolicy('004_1c6c8da8d87a6163.txt'))

  it('contradicts another record', () => {
    expect(keysOf({ ...contrary, state })).toEqual([
      'DATE_CONTRADICTS_RECORD:effective as of January 15, 2021',
      'NOTICE_CONTRADICTS_TERMS:will not individually notify',
    ])
  })

  it('agrees with its own record', () => {
    expect(
      keysOf({
        effectiveOn: parseCivilDate('2021-01-15'),
        noticeTerms: terms({ material: tier({ allOf: ['homepage'] }) }),
        publishedOn: contrary.publishedOn,
        state,
      }),
    ).toEqual([])
  })
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The state that the editor makes of a web page: numbered lines right below each other are a list. */
const pastedWithLists = (text: string): unknown => {
  const blocks: Parameters<typeof body> = []
  let items: string[] = []

  const endList = () => {
    if (items.length > 0) {
      blocks.push(numberedList({ items }))
    }
    items = []
  }

  for (const line of text.split('\n').map((source) => source.trim())) {
    const [, number, item] = /^(\d)\. (.*)$/u.exec(line) ?? []

    if (number === '1' || item === undefined) {
      endList()
    }
    if (item !== undefined) {
      items.push(item)
    } else if (line !== '') {
      blocks.push(line)
    }
  }
  endList()
  return body(...blocks)
}
