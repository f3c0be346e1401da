import { describe, expect, it } from 'vitest'

import { inlinesOf } from '../../../../src/domain/plainText/inlinesOf.js'

/** The links of a text as `text → url`. */
const linksOf = (text: string): string[] =>
  inlinesOf(text).flatMap((inline) =>
    inline.type === 'link' ? [`${inline.text} → ${inline.url}`] : [],
  )

const shownBy = (text: string): string =>
  inlinesOf(text)
    .map((inline) => inline.text)
    .join('')

describe('addresses', () => {
  it('become links between the text around them', () => {
    expect(inlinesOf('Ask help@cider.example, or see www.cider.example.')).toEqual([
      { format: 0, text: 'Ask ', type: 'text' },
      { format: 0, text: 'help@cider.example', type: 'link', url: 'mailto:help@cider.example' },
      { format: 0, text: ', or see ', type: 'text' },
      { format: 0, text: 'www.cider.example', type: 'link', url: 'https://www.cider.example' },
      { format: 0, text: '.', type: 'text' },
    ])
  })

  it.each([
    ['https://cider.example/a?b=c&d#e!', 'https://cider.example/a?b=c&d#e'],
    ['(https://cider.example/a_(b)).', 'https://cider.example/a_(b)'],
    ['<https://cider.example/a/>.', 'https://cider.example/a/'],
    ['“HTTP://CIDER.EXAMPLE:8080”', 'HTTP://CIDER.EXAMPLE:8080'],
    ['https://cider.example’s shop', 'https://cider.example'],
    ['https://äpfel.example[1]', 'https://äpfel.example'],
  ])('leave the marks around %s out', (text, url) => {
    expect(linksOf(text)).toEqual([`${url} → ${url}`])
    expect(shownBy(text)).toBe(text)
  })

  it.each([
    ['"help@cider.example"', 'help@cider.example'],
    ["'help@cider.example'", 'help@cider.example'],
    ['mailto:first.last+tag@mail.cider.example?', 'first.last+tag@mail.cider.example'],
    ['Mail:\u00a0help@cider.example\u00a0or', 'help@cider.example'],
    ['help@cider.example’s', 'help@cider.example'],
  ])('leave the marks around %s out', (text, address) => {
    expect(linksOf(text)).toEqual([`${address} → mailto:${address}`])
    expect(shownBy(text)).toBe(text)
  })

  it.each([
    'help@Cider Shop.example',
    'help @cider.example',
    'help@cider',
    'help@cider.example.Please write',
    'help@cider.example@shop.example',
    'help@-cider.example',
    'help@cider-.example',
    'help@cider..example',
    '.help@cider.example',
    'he..lp@cider.example',
    "o'help@cider.example",
    'hälp@cider.example',
    `${'h'.repeat(65)}@cider.example`,
    `help@${'cider.'.repeat(50)}example`,
    'https://localhost/',
    'https://user@cider.example',
    'https://cider.example:secret@other.example/',
    'https://cider.example:99999/',
    'https://cider.example/pri- vacy',
    'xhttps://cider.example',
    'www.cider',
    'ftp://www.cider.example',
  ])('that are not surely right stay text: %s', (text) => {
    expect(inlinesOf(text)).toEqual([{ format: 0, text, type: 'text' }])
  })
})

describe('Markdown', () => {
  it('gives a link its own text', () => {
    expect(
      linksOf(
        '[our shop](https://cider.example/a_(b)) [help](mailto:help@cider.example?subject=x) [web](www.cider.example)',
      ),
    ).toEqual([
      'our shop → https://cider.example/a_(b)',
      'help → mailto:help@cider.example?subject=x',
      'web → https://www.cider.example',
    ])
  })

  it.each([
    '[shop](javascript:alert(1))',
    '[shop](/shop)',
    '[shop](mailto:help)',
    '[shop](https://user@cider.example)',
    '[](https)',
    '[shop](',
    '[a [b](c)',
  ])('leaves what leads to no address as text: %s', (text) => {
    expect(inlinesOf(text)).toEqual([{ format: 0, text, type: 'text' }])
  })

  it('marks bold words, links included', () => {
    expect(inlinesOf('**Names:  **all, **[shop](https://cider.example)**')).toEqual([
      { format: 1, text: 'Names:  ', type: 'text' },
      { format: 0, text: 'all, ', type: 'text' },
      { format: 1, text: 'shop', type: 'link', url: 'https://cider.example' },
    ])
  })

  it('marks a whole text as italic', () => {
    expect(inlinesOf('*From www.cider.example*')).toEqual([
      { format: 2, text: 'From ', type: 'text' },
      { format: 2, text: 'www.cider.example', type: 'link', url: 'https://www.cider.example' },
    ])
  })

  it.each(['fees* and **more', '*See below', 'a ** b ** c', '2**3', '****', '***a***', '**'])(
    'keeps the asterisks of %s',
    (text) => {
      expect(inlinesOf(text)).toEqual([{ format: 0, text, type: 'text' }])
    },
  )
})

it('finds nothing in an empty text', () => {
  expect(inlinesOf('')).toEqual([])
})
