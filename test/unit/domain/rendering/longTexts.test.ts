import { describe, expect, it } from 'vitest'

import { renderText } from '../../../../src/domain/rendering/renderText.js'
import {
  body,
  element,
  heading,
  linebreak,
  link,
  list,
  type Node,
  paragraph,
  quote,
  table,
  text,
} from './editorNodes.js'

const length = 60_000
const filled = (piece: string): string => piece.repeat(Math.ceil(length / piece.length))

/** A node with as many children, too many for the arguments of a function. */
const filledWith = (node: Node, child: (index: number) => Node): Node => ({
  ...node,
  children: Array.from({ length }, (_, index) => child(index)),
})

/** What goes back and forth over such a text takes minutes, and does not end within the test's time. */
describe('a text of 60,000 characters is rendered', () => {
  it.each([
    ...[
      'a',
      ' ',
      '\t',
      '\n',
      '#',
      '# ',
      '-',
      '- ',
      '1. ',
      '1',
      '>',
      '=',
      '*',
      '**',
      '_',
      '`',
      '` ',
    ],
    ...['[', ']', '](', '!', '![', '<', '&', '&amp;', '&#', '\\', '|', '~', '~~', 'www.', 'http:'],
    ...['@', 'a@b.', '\u00a0', '\u0000', '😀', 'é', '"', '^', 'a ', 'a b\n', '  \n'],
  ])('of nothing but %j', (piece) => {
    const words = filled(piece)
    const parts = [
      text(words),
      text(words, 1),
      text(words, 16),
      link('https://cider.example', words),
    ]
    const { html } = renderText({
      body: body(paragraph(...parts), heading(2, ...parts), quote(...parts), table([[words]])),
    })

    expect(html.length).toBeGreaterThan(length)
  })

  it.each([
    ['texts', filledWith(paragraph(), (index) => text('a', index % 64))],
    ['links', filledWith(paragraph(), () => link('#a', 'a'))],
    ['lines', filledWith(paragraph(), (index) => (index ? linebreak : text('a')))],
    ['items', filledWith(list('number'), () => element('listitem', 'a'))],
    ['gaps', filledWith(list('number'), () => ({ ...element('listitem', 'a'), value: 7 }))],
    ['nested lists', filledWith(list('bullet'), () => element('listitem', list('bullet', 'a')))],
    ['rows', filledWith(table([]), () => element('tablerow', element('tablecell', 'a')))],
    [
      'cells',
      element(
        'table',
        filledWith(element('tablerow'), () => element('tablecell', 'a')),
      ),
    ],
    ['unknown nodes', filledWith(element('riddle'), () => element('riddle', 'a'))],
    ['paragraphs', filledWith(quote(), () => paragraph('a'))],
  ])('in as many %s', (_, node) => {
    const { html, markdown, text: plain } = renderText({ body: body(node) })

    expect(html).toContain('a')
    expect(markdown).toContain('a')
    expect(plain).toContain('a')
  })

  it('under as many headings of the same words', () => {
    const root = filledWith(element('root'), () => heading(2, 'Cider'))

    expect(renderText({ body: { root } }).html).toContain(`id="section-cider-${length}"`)
  })
})
