import { describe, expect, it } from 'vitest'

import { policyTextOf } from '../../../../src/domain/textLint/policyTextOf.js'
import { body, heading, link, numberedList, paragraph, text } from './states.js'

describe('the text of an editor state', () => {
  it('has headings, paragraphs and items in their order', () => {
    expect(
      policyTextOf(
        body(heading('Cider'), 'We press.', numberedList({ items: ['Apples', 'Pears'] })),
      ).blocks,
    ).toEqual([
      { text: 'Cider', type: 'heading' },
      { text: 'We press.', type: 'paragraph' },
      { text: 'Apples', type: 'item' },
      { text: 'Pears', type: 'item' },
    ])
  })

  it('joins what is formatted or linked with the words around it', () => {
    const state = body(
      paragraph(
        'Write \u00a0 to ',
        link({ url: 'mailto:a@cider.example', words: 'us' }),
        { type: 'tab' },
        'or ',
        { type: 'linebreak' },
        ' call',
      ),
    )

    expect(policyTextOf(state)).toEqual({
      blocks: [{ text: 'Write to us or\ncall', type: 'paragraph' }],
      lists: [],
      urls: ['mailto:a@cider.example'],
    })
  })

  it('reads the cells of a table and blocks that no editor knows', () => {
    const cell = (words: string) => ({ children: [paragraph(words)], type: 'tablecell' })
    const row = { children: [cell('Effective date'), cell('3 May 2021')], type: 'tablerow' }
    const state = body(
      { children: [row], type: 'table' },
      { children: [text('!')], type: 'riddle' },
    )

    expect(policyTextOf(state).blocks.map((block) => block.text)).toEqual([
      'Effective date',
      '3 May 2021',
      '!',
    ])
  })

  it('counts the items of numbered lists, but not the nested ones nor the bullets', () => {
    const nested = numberedList({ items: ['Golden', 'Red'] })
    const bullets = { ...numberedList({ items: ['Plum'] }), listType: 'bullet' }

    expect(
      policyTextOf(
        body(numberedList({ items: ['Apples', nested] }), bullets, {
          ...numberedList({ items: ['Pears', 'Figs'], start: 2 }),
        }),
      ).lists,
    ).toEqual([
      { first: 'Apples', length: 1, start: 1 },
      { first: 'Pears', length: 2, start: 2 },
    ])
  })
})

describe('what is no editor state', () => {
  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { root: null },
    { root: [] },
    { root: {} },
    { root: { children: 'text' } },
    { root: { children: [null, 7, 'text', [], {}, { children: [null] }, { type: 'list' }] } },
  ])('has no text: %j', (value) => {
    expect(policyTextOf(value)).toEqual({ blocks: [], lists: [], urls: [] })
  })

  it('is read to some depth only', () => {
    let node: Record<string, unknown> = text('deep')

    for (let depth = 0; depth < 100_000; depth += 1) {
      node = { children: [node], type: depth % 2 ? 'quote' : 'link' }
    }
    expect(policyTextOf(body(node)).blocks).toEqual([])
  })
})
