import { describe, expect, it } from 'vitest'

import { type Row, rowsOf } from '../../../src/admin/ReviewView/rows.js'
import { lexicalFromText } from '../../../src/domain/plainText/lexicalFromText.js'
import { compareTexts } from '../../../src/domain/redline/compareTexts.js'
import { compare, heading } from '../domain/redline/states.js'

const glance = (rows: readonly Row[]) =>
  rows.map((row) =>
    row.type === 'block'
      ? row.block.segments.map(({ text }) => text).join('')
      : `${row.type} ${row.blocks.length}${row.type === 'fold' ? ` ${row.cosmetic}` : ''}`,
  )
const sections = compare(
  [heading('One'), 'First thing.', 'Second thing.', heading('Two'), 'Third “thing”.', 'It is old.'],
  [heading('One'), 'First thing.', 'Second thing.', heading('Two'), 'Third "thing".', 'It is new.'],
).sections

describe('the rows of a review', () => {
  it('are what changed below its heading, with everything else folded', () => {
    expect(glance(rowsOf({ isCosmeticShown: false, sections }))).toEqual([
      'fold 3 0',
      'Two',
      'fold 1 1',
      'It is oldnew.',
    ])
  })

  it('show cosmetic changes when they are asked for', () => {
    expect(glance(rowsOf({ isCosmeticShown: true, sections })).slice(0, 2)).toEqual([
      'fold 3 0',
      'Two',
    ])
    expect(
      rowsOf({ isCosmeticShown: true, sections }).filter(({ type }) => type === 'block'),
    ).toHaveLength(3)
  })

  it('name both ends of a move', () => {
    const long = 'This paragraph is long enough to be recognised at another place.'
    const moved = compare(
      [long, 'One stays here as it is.', 'Two stays here as it is.'],
      ['One stays here as it is.', 'Two stays here as it is.', long],
    ).sections
    const rows = rowsOf({ isCosmeticShown: false, sections: moved })

    expect(
      rows.flatMap((row) => (row.type === 'moved' ? row.blocks.map(({ status }) => status) : [])),
    ).toEqual(['moved_away', 'moved'])
  })

  it('are few where little of a text of 20,000 words changed', () => {
    const paragraphs = Array.from(
      { length: 1_000 },
      (_, index) =>
        `Paragraph ${index} of this text says that the library lends its books to everybody who brings them back again in time.`,
    )
    const before = paragraphs.join('\n\n')
    const after = paragraphs
      .map((words, index) => (index % 100 === 50 ? words.replace('everybody', 'nobody') : words))
      .join('\n\n')
    const redline = compareTexts({
      from: { body: lexicalFromText(before) },
      to: { body: lexicalFromText(after) },
    })
    const rows = rowsOf({ isCosmeticShown: false, sections: redline.sections })

    expect(rows.filter(({ type }) => type === 'block')).toHaveLength(10)
    expect(rows.filter(({ type }) => type === 'fold')).toHaveLength(11)
  })
})
