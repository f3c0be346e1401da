import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'
import { lostWord, plainTextOf } from './words.js'

const element = { direction: null, format: '', indent: 0, version: 1 }

const textNode = (text: string, format = 0) => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
})

describe('the nodes', () => {
  it('are those that the editor stores', () => {
    const policy = [
      '# Cider',
      '',
      'Ask help@cider.example  ',
      '**today**.',
      '',
      '3. press;',
      '4. sell.',
      '',
      '- www.cider.example',
    ].join('\n')

    expect(lexicalFromText(policy)).toEqual({
      root: {
        ...element,
        children: [
          { ...element, children: [textNode('Cider')], tag: 'h1', type: 'heading' },
          {
            ...element,
            children: [
              textNode('Ask '),
              {
                ...element,
                children: [textNode('help@cider.example')],
                fields: { linkType: 'custom', newTab: false, url: 'mailto:help@cider.example' },
                id: '000000000000000000000001',
                type: 'link',
                version: 3,
              },
              { type: 'linebreak', version: 1 },
              textNode('today', 1),
              textNode('.'),
            ],
            textFormat: 0,
            textStyle: '',
            type: 'paragraph',
          },
          {
            ...element,
            children: [
              { ...element, children: [textNode('press;')], type: 'listitem', value: 3 },
              { ...element, children: [textNode('sell.')], type: 'listitem', value: 4 },
            ],
            listType: 'number',
            start: 3,
            tag: 'ol',
            type: 'list',
          },
          {
            ...element,
            children: [
              {
                ...element,
                children: [
                  {
                    ...element,
                    children: [textNode('www.cider.example')],
                    fields: { linkType: 'custom', newTab: false, url: 'https://www.cider.example' },
                    id: '000000000000000000000002',
                    type: 'link',
                    version: 3,
                  },
                ],
                type: 'listitem',
                value: 1,
              },
            ],
            listType: 'bullet',
            start: 1,
            tag: 'ul',
            type: 'list',
          },
        ],
        type: 'root',
      },
    })
  })

  it('have an empty paragraph for a text without words, as a root needs a child', () => {
    expect(lexicalFromText(' \n').root.children).toEqual([
      { ...element, children: [], textFormat: 0, textStyle: '', type: 'paragraph' },
    ])
  })
})

/** Texts of what a policy is made of, in an order that no policy has. */
const policyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\n\n', '  \n', '\r\n', ' ', '  ', '\u00a0', '\f', '\t'),
      fc.constantFrom('1. ', '2. ', '3) ', '- ', '* ', '• ', '# ', '## ', '> ', '**', '*', '(a) '),
      fc.constantFrom(
        'Cookies',
        'we',
        'Our policy',
        'data; and',
        'it ends.',
        'to:',
        '12 Mill',
        '[',
      ),
      fc.constantFrom(
        'https://cider.example/a',
        'www.cider.example',
        'help@cider.example',
        '@',
        ')',
      ),
      fc.constantFrom('Salem, OR 97301', 'Effective 3 May 2021', 'long '.repeat(30)),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

describe('every text', () => {
  it('keeps what the heading of a numbered section goes on with in its next line', () => {
    const { root } = lexicalFromText('1. Information that\nwe share\n\nWe share nothing at all.')

    expect(root.children[0]).toMatchObject({
      children: [{ text: '1. Information that we share' }],
      type: 'heading',
    })
    const text = '1. A\nto:\nSalem, OR 97301'
    expect(lostWord({ document: lexicalFromText(text), text })).toBeUndefined()
  })

  it('keeps its words, in their order', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        expect(lostWord({ document: lexicalFromText(text), text })).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same nodes again, without empty texts and with ids of their own', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const document = lexicalFromText(text)
        const stored = JSON.stringify(document)
        const ids = [...stored.matchAll(/"id":"(\w+)"/gu)].map(([, id]) => id)

        expect(JSON.stringify(lexicalFromText(text))).toBe(stored)
        expect(stored).not.toMatch(/"text":""|\\u0000|\\ud[89a-f]/u)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('is not changed by reading its own plain text again, its words at least', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const again = plainTextOf(lexicalFromText(text))

        expect(lostWord({ document: lexicalFromText(again), text: again })).toBeUndefined()
      }),
    )
  })
})

describe('a hostile text of a megabyte', () => {
  it.each(['*', '**a ', '[', '[a](http://', '@', 'a@b.', 'www.', 'awww.', 'http://a.bc/(', ')'])(
    'of nothing but %s is read to its end',
    (piece) => {
      const text = piece.repeat(200_000 / piece.length)
      // A pattern that goes back and forth over such a text would not end within the test's time.
      expect(lexicalFromText(text).root.children.length).toBeGreaterThan(0)
    },
  )

  it.each(['A\n\n', '- a\n b\n', '1. a\n', ' ', '(', '.)'])(
    'of many lines or blanks is read to its end: %j',
    (piece) => {
      const text = piece.repeat(200_000 / piece.length)
      // A pattern that goes back and forth over such a text would not end within the test's time.
      expect(lexicalFromText(text).root.children.length).toBeGreaterThan(0)
    },
  )
})
