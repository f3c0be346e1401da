import { describe, expect, it } from 'vitest'

import type { Redline } from '../../../../src/domain/redline/redline.js'

import { blocksIn, compare, glance, heading, list } from './states.js'

const outline = ({ sections }: Redline): string[] =>
  sections.map(({ status, title }) => `${title}: ${status}`)

const fees = [heading('Fees'), 'You pay us five francs a month.', 'We send a bill.']
const data = [heading('Data'), 'We keep your name.', 'We keep your address for a year.']
const law = [heading('Law'), 'Swiss law applies.']

describe('sections', () => {
  it('stand in the order of the new text, removed ones where they stood', () => {
    const rights = [heading('Rights'), 'You may ask.']

    expect(outline(compare([...fees, ...data, ...law], [...fees, ...law, ...rights]))).toEqual([
      'Fees: unchanged',
      'Data: removed',
      'Law: unchanged',
      'Rights: added',
    ])
    // What was added to the section in front stays in front of what was removed behind it.
    expect(outline(compare([...fees, ...data, ...law], [...fees, 'We wait.', ...law]))).toEqual([
      'Fees: changed',
      'Data: removed',
      'Law: unchanged',
    ])
  })

  it('are the same under another name', () => {
    const redline = compare(
      [...fees, ...data, ...law],
      [...fees, heading('What we know of you'), ...data.slice(1), ...law],
    )

    expect(outline(redline)).toEqual([
      'Fees: unchanged',
      'What we know of you: changed',
      'Law: unchanged',
    ])
    expect(glance(redline.sections[1]!.heading!.segments)).toBe('[Data]{What we know of you}')
  })

  it('are the same under another name and with an edited text', () => {
    const redline = compare(
      [...data, ...law],
      [
        heading('Your records'),
        'We keep your full name.',
        'We keep your address for ten years.',
        ...law,
      ],
    )

    expect(
      redline.sections.map(({ blocks, heading: first }) => [
        first?.status,
        blocks.map(({ status }) => status),
      ]),
    ).toEqual([
      ['edited', ['edited', 'edited']],
      ['unchanged', ['unchanged']],
    ])
  })

  it('with the same heading keep their own texts', () => {
    const basis = (reason: string) => [heading('Legal basis'), `It is ${reason}.`]
    const redline = compare(
      [...fees, ...basis('your consent'), ...data, ...basis('our contract with you')],
      [...fees, ...basis('your free consent'), ...data, ...basis('our contract with you')],
    )

    expect(outline(redline)).toEqual([
      'Fees: unchanged',
      'Legal basis: changed',
      'Data: unchanged',
      'Legal basis: unchanged',
    ])
  })

  it('of which only the heading went are a part of the one in front', () => {
    const redline = compare([...fees, ...data], [...fees, ...data.slice(1)])

    expect(outline(redline)).toEqual(['Fees: changed'])
    expect(redline.sections[0]?.blocks.map(({ status, type }) => `${status} ${type}`)).toEqual([
      'unchanged paragraph',
      'unchanged paragraph',
      'deleted heading',
      'unchanged paragraph',
      'unchanged paragraph',
    ])
  })

  it('before the first heading have none', () => {
    expect(compare(['We greet you.', ...law], ['We greet you.', ...law]).sections[0]).toMatchObject(
      {
        heading: null,
        title: null,
      },
    )
  })

  it('count their own changes', () => {
    const { counts, sections } = compare(
      [...fees, ...data],
      [
        heading('Fees'),
        'You pay us six francs a month.',
        'We send a bill',
        heading('Data:'),
        ...data.slice(1),
      ],
    )

    expect(sections.map((section) => section.counts)).toEqual([
      { cosmetic: 1, moved: 0, substantial: 1, wordsDeleted: 1, wordsInserted: 1 },
      { cosmetic: 1, moved: 0, substantial: 0, wordsDeleted: 0, wordsInserted: 0 },
    ])
    expect(counts).toEqual({
      cosmetic: 2,
      moved: 0,
      substantial: 1,
      wordsDeleted: 1,
      wordsInserted: 1,
    })
  })
})

describe('what moved', () => {
  it('as a whole section is one move', () => {
    const redline = compare([...fees, ...data, ...law], [...fees, ...law, ...data])

    expect(outline(redline)).toEqual(['Fees: unchanged', 'Law: moved', 'Data: unchanged'])
    expect(redline.counts).toMatchObject({ moved: 1, substantial: 0 })
  })

  it('says where it came from and where it went', () => {
    const clause = 'We may give your name to a court.'
    const redline = compare([...fees, clause, ...data, ...law], [...fees, ...data, clause, ...law])
    const moved = blocksIn(redline).filter(({ status }) => status.startsWith('moved'))

    expect(moved).toMatchObject([
      { moved: { section: 'Data' }, segments: [], status: 'moved_away' },
      { kind: 'cosmetic', moved: { section: 'Fees' }, status: 'moved' },
    ])
    expect(moved.map(({ id }) => id)).toEqual([moved[1]!.moved!.block, moved[0]!.moved!.block])
    expect(moved[0]!.change).toBe(moved[1]!.change)
  })

  it('may have been edited as well', () => {
    const redline = compare(
      [...fees, 'We never give your name and address to a court.', ...data, ...law],
      [...fees, ...data, 'We always give your name and address to a court.', ...law],
    )
    const moved = blocksIn(redline).find(({ status }) => status === 'moved')

    expect(glance(moved!.segments)).toBe(
      'We [never]{always} give your name and address to a court.',
    )
    expect(redline.counts).toMatchObject({ moved: 1, substantial: 1 })
  })

  it('within a list is an item of it', () => {
    const items = ['your name and title', 'your address', 'the day of your birth']
    const { counts } = compare([list(items)], [list([items[2]!, items[0]!, items[1]!])])

    expect(counts).toMatchObject({ moved: 1, substantial: 0 })
  })

  it('takes what was deleted of a moved section along', () => {
    const redline = compare(
      [...data, 'We keep nothing else.', ...fees, ...law],
      [...fees, ...law, ...data],
    )
    const moved = redline.sections.find(({ title }) => title === 'Data')

    expect(moved?.blocks.map(({ status }) => status)).toContain('deleted')
  })
})
