import { describe, expect, it } from 'vitest'

import type { CallOut } from '../../../../src/domain/redline/redline.js'

import { compare, heading, link, type Node, paragraph } from './states.js'

const callOuts = (
  from: readonly (Node | string)[],
  to: readonly (Node | string)[],
): Omit<CallOut, 'blocks' | 'kind'>[] =>
  compare(from, to).callOuts.map(({ after, before, type }) => ({ after, before, type }))

describe('what a change touches is called out', () => {
  it.each<[CallOut['type'], null | string, null | string, string, string]>([
    ['email', 'a@b.example', 'c@b.example', 'Write to a@b.example.', 'Write to c@b.example.'],
    ['email', 'a@b.example', null, 'Write to a@b.example today.', 'Write to us today.'],
    [
      'link',
      'https://a.example/x',
      'https://a.example/y',
      'See https://a.example/x now.',
      'See https://a.example/y now.',
    ],
    [
      'date',
      '3 May 2021',
      'June 4, 2022',
      'As of 3 May 2021 it holds.',
      'As of June 4, 2022 it holds.',
    ],
    [
      'date',
      '2021-05-03',
      '2021-05-04',
      'As of 2021-05-03 it holds.',
      'As of 2021-05-04 it holds.',
    ],
    [
      'date',
      '3. Mai 2021',
      '4. Mai 2021',
      'Ab dem 3. Mai 2021 gilt es.',
      'Ab dem 4. Mai 2021 gilt es.',
    ],
    [
      'date',
      '2021年5月3日',
      '2021年5月4日',
      '本規約は2021年5月3日に施行します。',
      '本規約は2021年5月4日に施行します。',
    ],
    [
      'phone',
      '+41 44 555 01 01',
      '+41 44 555 01 02',
      'Call +41 44 555 01 01 now.',
      'Call +41 44 555 01 02 now.',
    ],
    ['phone', '1-800-555-0101', null, 'Call 1-800-555-0101 or write.', 'Call or write.'],
    [
      'postal',
      '12 Main Street, Springfield, IL 62701',
      '14 Main Street, Springfield, IL 62701',
      '12 Main Street, Springfield, IL 62701',
      '14 Main Street, Springfield, IL 62701',
    ],
  ])('%s: %s became %s', (type, before, after, from, to) => {
    expect(callOuts(['We greet you.', from], ['We greet you.', to])).toEqual([
      { after, before, type },
    ])
  })

  it('also in what was inserted or deleted as a whole', () => {
    expect(callOuts(['One.'], ['One.', 'Write to a@b.example by 3 May 2021.'])).toEqual([
      { after: 'a@b.example', before: null, type: 'email' },
      { after: '3 May 2021', before: null, type: 'date' },
    ])
  })

  it('with the address of a link under the same words', () => {
    const linked = (url: string) => [paragraph('See ', link('our site', url), '.')]

    expect(callOuts(linked('https://a.example'), linked('https://b.example'))).toEqual([
      { after: 'https://b.example', before: 'https://a.example', type: 'link' },
    ])
    expect(callOuts(linked('mailto:a@b.example'), ['See our site.'])).toEqual([
      { after: null, before: 'a@b.example', type: 'email' },
    ])
  })

  it('with a postal address line by line as one', () => {
    const address = (street: string) => [
      paragraph('Acme Inc.', { type: 'linebreak' }, street, { type: 'linebreak' }, '8004 Zürich'),
    ]

    expect(callOuts(address('12 Main Street'), address('14 Main Street'))).toEqual([
      {
        after: 'Acme Inc., 14 Main Street, 8004 Zürich',
        before: 'Acme Inc., 12 Main Street, 8004 Zürich',
        type: 'postal',
      },
    ])
  })

  it('once, with every block that it stands in', () => {
    const [callOut, ...others] = compare(
      ['Write to a@b.example.', 'Nothing new.', 'Ask a@b.example first.'],
      ['Write to c@b.example.', 'Nothing new.', 'Ask c@b.example first.'],
    ).callOuts

    expect(others).toEqual([])
    expect(callOut).toMatchObject({ blocks: [1, 3], kind: 'substantial' })
  })
})

describe('what only looks new is not called out', () => {
  it.each<[string, (Node | string)[], (Node | string)[]]>([
    ['a date written another way', ['As of 3 May 2021 it is so.'], ['As of May 3, 2021 it is so.']],
    [
      'what moved',
      ['Write to a@b.example today.', 'One more thing.', 'And another thing.'],
      ['One more thing.', 'And another thing.', 'Write to a@b.example today.'],
    ],
    [
      'what left one sentence for another',
      ['Write to a@b.example in the first place.', 'Do so soon.'],
      ['In the first place do write.', 'Do so soon: a@b.example.'],
    ],
    [
      'years and amounts',
      ['In 2018-2020 we sold 1000000 pipes.'],
      ['In 2019-2021 we sold 2000000 pipes.'],
    ],
    [
      'what stands beside a change',
      ['Write to a@b.example within 30 days.'],
      ['Write to a@b.example within 20 days.'],
    ],
    ['a heading', [heading('A'), 'See www.b.example.'], [heading('B'), 'See www.b.example.']],
  ])('%s', (_, from, to) => {
    expect(callOuts(from, to)).toEqual([])
  })
})
