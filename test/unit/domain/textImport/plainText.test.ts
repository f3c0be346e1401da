import { describe, expect, it } from 'vitest'

import { counts, imported } from './states.js'

describe('plain text', () => {
  it('is whole again where a page ended in it, without the page’s number', () => {
    const result = imported(
      'Privacy\n\nWe keep what you told us and\n\n\f  - 3 -\n\nwhat we learned of you.\n\nPage 4 of 9\n\nThat is all.',
      'text',
    )

    expect(result.markdown).toBe(
      '# Privacy\n\nWe keep what you told us and what we learned of you.\n\nThat is all.',
    )
    expect(result.dropped).toEqual([
      { count: 2, kind: 'pageNumber', samples: ['- 3 -', 'Page 4 of 9'] },
    ])
  })

  it('keeps numbers that count nothing', () => {
    const result = imported('Kept for, in months:\n\n12\n\n6\n\n12', 'text')

    expect(result.dropped).toEqual([])
    expect(result.markdown).toMatch(/12\n\n6\n\n12/u)
  })

  it.each([
    ['[bookmark: bkDocID]We keep no data.', 'We keep no data.'],
    ['We keep { PAGE \\* MERGEFORMAT } no data.', 'We keep no data.'],
    [
      'See \u0013 HYPERLINK "https://a.example" \u0014our site\u0015 for more.',
      'See our site for more.',
    ],
    ['See HYPERLINK "https://a.example" \\h our site.', 'See our site.'],
    ['Data PAGEREF _Toc1234 \\h 3', 'Data 3'],
  ])('loses the codes of Word’s fields: %s', (text, words) => {
    const result = imported(text, 'text')

    expect(result.markdown).toBe(words)
    expect(counts(result)).toEqual({ fieldCode: 1 })
  })

  it.each(['We keep {} PAGE by page.', 'The TOC is here. See REF 5.', 'A {PAGEANT} of data.'])(
    'keeps what only looks like one: %s',
    (text) => {
      expect(imported(text, 'text').dropped).toEqual([])
    },
  )

  it('says which headings lost their number', () => {
    const text = '1. Data\n\nWe keep your data.\n\n1. Cookies\n\nWe keep no cookies.'
    const result = imported(text, 'text')

    expect(result.markdown).toBe(
      '## Data\n\nWe keep your data.\n\n## Cookies\n\nWe keep no cookies.',
    )
    expect(result.dropped).toEqual([
      { count: 2, kind: 'number', samples: ['1. Data', '1. Cookies'] },
    ])
  })

  it('is wrapped at any width, with any line ends, and with a mark of byte order', () => {
    const words =
      'We keep what you told us for as long as you are a customer of ours, and no longer.'
    const wrapped = `\uFEFFPrivacy\r\n\r\n${words.replace(/(.{20,52}) /gu, '$1\r\n')}\r\n`

    expect(imported(wrapped, 'text').markdown).toBe(`# Privacy\n\n${words}`)
  })
})
