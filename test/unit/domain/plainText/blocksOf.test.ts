import { describe, expect, it } from 'vitest'

import { blocksOf } from '../../../../src/domain/plainText/blocksOf.js'

const text = (...lines: string[]): string => lines.join('\n')

const heading = (level: 1 | 2 | 3, title: string) => ({ level, text: title, type: 'heading' })
const paragraph = (...lines: string[]) => ({ lines, type: 'paragraph' })

describe('sections whose numbers were lost', () => {
  const policy = text(
    'Orchard Data Notice',
    '',
    'Orchard notice, effective as of 3 May 2021',
    '',
    '  1. Shops',
    '',
    'This notice covers our shops:',
    '',
    '  1. the farm shop;',
    '  2. the web shop; and',
    '  3. the van.',
    '  1. Safety',
    '',
    'Safety. We lock the doors.',
    '',
    '  1. Our rule for minors:',
    '',
    'We sell no cider to minors.',
  )

  it('reads the title, the sections and the items apart', () => {
    expect(blocksOf(policy)).toEqual([
      heading(1, 'Orchard Data Notice'),
      paragraph('Orchard notice, effective as of 3 May 2021'),
      heading(2, 'Shops'),
      paragraph('This notice covers our shops:'),
      {
        items: ['the farm shop;', 'the web shop; and', 'the van.'],
        start: 1,
        type: 'orderedList',
      },
      heading(2, 'Safety'),
      paragraph('Safety. We lock the doors.'),
      heading(2, 'Our rule for minors:'),
      paragraph('We sell no cider to minors.'),
    ])
  })

  it('reads the same with the line ends of other systems', () => {
    for (const lineEnd of ['\r\n', '\r', '\u2028']) {
      expect(blocksOf(policy.replaceAll('\n', lineEnd))).toEqual(blocksOf(policy))
    }
  })
})

describe('numbers that count', () => {
  it('stay in the headings, as other clauses may refer to them', () => {
    expect(blocksOf(text('1. Scope', '', 'All shops.', '', '2. Fees', '', 'See 1.', ''))).toEqual([
      heading(2, '1. Scope'),
      paragraph('All shops.'),
      heading(2, '2. Fees'),
      paragraph('See 1.'),
    ])
  })

  it('make subsections where they have two parts', () => {
    expect(blocksOf(text('Rules', '', '2.1 Fees', '', 'There are none.'))).toEqual([
      heading(1, 'Rules'),
      heading(3, '2.1 Fees'),
      paragraph('There are none.'),
    ])
  })

  it('go on in a list after other blocks', () => {
    expect(
      blocksOf(text('We do this.', '1) pick;', '  - by hand;', '2) press;', '5) sell.', 'Done.')),
    ).toEqual([
      paragraph('We do this.'),
      { items: ['pick;'], start: 1, type: 'orderedList' },
      { items: ['by hand;'], type: 'unorderedList' },
      { items: ['press;'], start: 2, type: 'orderedList' },
      { items: ['sell.'], start: 5, type: 'orderedList' },
      paragraph('Done.'),
    ])
  })

  it('are items and no headings where items surround them', () => {
    expect(blocksOf(text('Our fruit.', '', '1. Apples', '', '2. Pears', '', 'All ripe.'))).toEqual([
      paragraph('Our fruit.'),
      { items: ['Apples', 'Pears'], start: 1, type: 'orderedList' },
      paragraph('All ripe.'),
    ])
  })

  it('count a list that repeats the first one', () => {
    expect(blocksOf(text('You pay:', '1. a fee;', '', '1. a tax.', 'No more.'))).toEqual([
      paragraph('You pay:'),
      { items: ['a fee;', 'a tax.'], start: 1, type: 'orderedList' },
      paragraph('No more.'),
    ])
  })
})

describe('lines', () => {
  const wrapped = [
    'Orchard keeps the names and the addresses of its customers for as long as they',
    'order cider from it and for one year after that. The last such year ended in',
    '2019. We ask for no more than that.',
  ]

  it('that a page was too narrow for become one paragraph', () => {
    expect(blocksOf(text(...wrapped, '', ...wrapped))).toEqual([
      paragraph(wrapped.join(' ')),
      paragraph(wrapped.join(' ')),
    ])
  })

  it('of a wrapped page without blank lines are told apart by their length', () => {
    expect(blocksOf(text('Data', ...wrapped, 'Your rights', ...wrapped))).toEqual([
      heading(1, 'Data'),
      paragraph(wrapped.join(' ')),
      heading(2, 'Your rights'),
      paragraph(wrapped.join(' ')),
    ])
  })

  it('of a wrapped item belong to the item', () => {
    expect(blocksOf(text(...wrapped, '- your name,', '  Title included;', '- your age.'))).toEqual([
      paragraph(wrapped.join(' ')),
      { items: ['your name, Title included;', 'your age.'], type: 'unorderedList' },
    ])
  })

  it('that a page break tore apart become one paragraph', () => {
    expect(blocksOf(text('We keep it because it is necessary to', '', 'ship your order.'))).toEqual(
      [paragraph('We keep it because it is necessary to ship your order.')],
    )
  })

  it('are paragraphs of their own where nothing was wrapped', () => {
    expect(blocksOf(text('Notice', 'We sell cider.', 'Your data', 'We keep it.'))).toEqual([
      heading(1, 'Notice'),
      paragraph('We sell cider.'),
      heading(2, 'Your data'),
      paragraph('We keep it.'),
    ])
  })

  it('of a postal address stay apart in one paragraph', () => {
    expect(
      blocksOf(
        text('Write to:', '', 'Orchard Ltd.', '', '12 Mill Road', '', 'Salem, OR  97301', 'Room 4'),
      ),
    ).toEqual([
      paragraph('Write to:'),
      paragraph('Orchard Ltd.', '12 Mill Road', 'Salem, OR 97301', 'Room 4'),
    ])
  })

  it('lose their control characters and keep a single no-break space', () => {
    expect(blocksOf('We\tship\u0000in 3\u00a0days.\u00a0 Always. \ud800')).toEqual([
      paragraph('We ship in 3\u00a0days. Always. \uFFFD'),
    ])
  })
})

describe('headings without marks', () => {
  it('stand above text, not above the rest of a sentence or as a lead-in to a list', () => {
    expect(
      blocksOf(
        text('Notice', 'Cookies', 'We set few:', '- one;', '- two.', 'Our site', 'sets both.'),
      ),
    ).toEqual([
      heading(1, 'Notice'),
      heading(2, 'Cookies'),
      paragraph('We set few:'),
      { items: ['one;', 'two.'], type: 'unorderedList' },
      paragraph('Our site sets both.'),
    ])
  })

  it('are not read from the fragments of a torn text', () => {
    expect(
      blocksOf(text('We sell cider.', '', 'This site of', '', 'Orchard', '', 'Inc. Sells it.')),
    ).toEqual([
      paragraph('We sell cider.'),
      paragraph('This site of'),
      paragraph('Orchard'),
      paragraph('Inc. Sells it.'),
    ])
  })

  it('name the document below its date', () => {
    expect(blocksOf(text('Updated 3 May 2021', '', 'Cider Notice', '', 'We sell cider.'))).toEqual([
      paragraph('Updated 3 May 2021'),
      heading(1, 'Cider Notice'),
      paragraph('We sell cider.'),
    ])
  })
})

describe('Markdown', () => {
  it('marks headings, items, quotations and line ends', () => {
    expect(
      blocksOf(
        text(
          '> From the archive.',
          '',
          '# Cider Notice',
          '**Updated:  May 3, 2021**  ',
          'We sell',
          'cider.',
          '',
          '**What we keep**  ',
          '* **Names:** all of them.',
          '',
          ' ',
          '* Ages',
          '',
          'Short line',
          '### More',
          '• one',
          '•two',
        ),
      ),
    ).toEqual([
      paragraph('From the archive.'),
      heading(1, 'Cider Notice'),
      paragraph('**Updated: May 3, 2021**', 'We sell cider.'),
      heading(2, 'What we keep'),
      { items: ['**Names:** all of them.', 'Ages'], type: 'unorderedList' },
      paragraph('Short line'),
      heading(3, 'More'),
      { items: ['one', 'two'], type: 'unorderedList' },
    ])
  })
})

it('finds no block in a text without words', () => {
  expect(blocksOf('')).toEqual([])
  expect(blocksOf(' \n\t\r\n\u00a0')).toEqual([])
})

it('takes a single line for a paragraph', () => {
  expect(blocksOf('Cider')).toEqual([paragraph('Cider')])
})
