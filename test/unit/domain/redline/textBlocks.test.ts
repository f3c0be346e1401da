import { describe, expect, it } from 'vitest'

import { textBlocksOf } from '../../../../src/domain/redline/reading/textBlocks.js'
import { heading, link, list, paragraph, state, table, text } from './states.js'

const words = (body: unknown): string[] => textBlocksOf(body).map((block) => block.text)

describe('the blocks of an editor state', () => {
  it('keep every character, line by line', () => {
    expect(
      words(
        state([
          heading('Cider', 3),
          paragraph(
            'We  press ',
            text('it', 1),
            { type: 'linebreak' },
            'cold',
            { type: 'tab' },
            '.',
          ),
          paragraph(),
          '\u00ad \u200b',
        ]),
      ),
    ).toEqual(['Cider', 'We  press it\ncold\t.'])
  })

  it('know their form', () => {
    const nested = { ...list(['Golden']), listType: 'bullet' }
    const blocks = textBlocksOf(
      state([heading('Cider', 3), list(['Apples', nested, 'Pears'], 'number'), table(['a', 'b'])]),
    )

    expect(blocks).toMatchObject([
      { level: 3, text: 'Cider', type: 'heading' },
      { level: 1, number: 1, text: 'Apples', type: 'item' },
      { level: 2, number: null, text: 'Golden', type: 'item' },
      { level: 1, number: 3, text: 'Pears', type: 'item' },
      { level: 0, text: 'a | b', type: 'row' },
    ])
    expect(blocks[1]?.list).toBe(blocks[3]?.list)
  })

  it('know what is formatted and linked', () => {
    const [block] = textBlocksOf(
      state([paragraph('See ', link('us', 'https://a.example'), text(' now', 1))]),
    )

    expect(block?.runs).toEqual([
      { end: 4, format: 0, start: 0, url: null },
      { end: 6, format: 0, start: 4, url: 'https://a.example' },
      { end: 10, format: 1, start: 6, url: null },
    ])
  })

  it('say what is struck out, embedded, and linked inside the site', () => {
    const inside = {
      children: [text('terms')],
      fields: { doc: { relationTo: 'pages', value: 7 }, linkType: 'internal' },
      type: 'link',
    }

    expect(
      words(
        state([
          paragraph('We do ', text('not', 4), ' sell'),
          { fields: { blockType: 'banner', id: 'x', title: 'Hear!' }, type: 'block', version: 2 },
          { type: 'horizontalrule', version: 1 },
          { children: [{ children: ['no node', text('Who knows')], type: 'riddle' }], type: 'box' },
        ]),
      ),
    ).toEqual(['We do ~~not~~ sell', 'blockType: banner\ntitle: Hear!\ntype: block', 'Who knows'])
    expect(textBlocksOf(state([paragraph(inside)]))[0]?.runs[0]?.url).toBe(
      'relationTo: pages value: 7',
    )
  })

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { root: null },
    { root: [] },
    { root: { children: 'x' } },
  ])('are none for %j', (body) => {
    expect(textBlocksOf(body)).toEqual([])
  })
})
