import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { htmlFaults } from '../../../helpers/htmlFaults.js'
import {
  type HtmlNode,
  htmlOfMarkdown,
  type MarkdownNode,
  nodesIn,
  parsedHtml,
  parsedMarkdown,
  wordsShown,
} from '../../../helpers/parsers.js'
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

/** Words of what Markdown and HTML take for something else, and of what stands between such things. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('*_`[]()<>#+-=.!|~&\\:/"\'@^{}$ab1é—€ ')),
      fc.constantFrom(
        'www.',
        'http://',
        '&amp;',
        '&#35;',
        '😀',
        '\u00a0',
        '\t',
        '\n',
        '**',
        '```',
        '<b>',
      ),
      fc.constantFrom(
        '1. ',
        '- ',
        '# ',
        '> ',
        '    ',
        '---',
        '===',
        '![',
        '](x)',
        'a@b.org',
        '~~~',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 8, minLength: 1 },
  )
  .map((parts) => parts.join(''))

const url = fc.oneof(
  fc.constantFrom('https://cider.example/a_(b)', '#x', '/a b', 'mailto:a@b.org', 'javascript:x'),
  words.map((part) => `https://cider.example/${part}`),
  words,
)

/** Bold, italic, struck out, underlined, code, lowered: what does not change which words there are. */
const format = fc.integer({ max: 63, min: 0 })

const inline = (struck: boolean) =>
  fc.oneof(
    fc.tuple(words, format).map(([part, bits]) => text(part, struck ? bits : bits & ~4)),
    fc.constant(linebreak),
    fc.tuple(url, words, format).map(([to, part, bits]) => link(to, text(part, bits & ~4))),
    words.map((part) => element('mark', part)),
  )

/** Texts as an editor may hold them, with unknown nodes in them. */
const blocks = ({ isTabled }: { isTabled: boolean }): fc.Arbitrary<Node[]> => {
  const inlines = fc.array(inline(isTabled), { maxLength: 4 })

  return fc.letrec<{ block: Node; blocks: Node[] }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      inlines.map((parts) => paragraph(...parts)),
      fc
        .tuple(fc.integer({ max: 7, min: 0 }), inlines)
        .map(([level, parts]) => heading(level, ...parts)),
      fc
        .tuple(
          fc.constantFrom('bullet' as const, 'number' as const),
          fc.array(fc.tuple(inlines, tie('blocks'), fc.nat({ max: 20 })), { maxLength: 3 }),
        )
        .map(([kind, items]) =>
          list(
            kind,
            ...items.map(([parts, nested, value]) => ({
              ...element('listitem', ...parts, ...nested),
              value: value > 10 ? value : undefined,
            })),
          ),
        ),
      fc.tuple(inlines, tie('blocks')).map(([parts, nested]) => quote(...parts, ...nested)),
      tie('blocks').map((nested) => element('riddle', ...nested)),
      fc.constant({ type: 'horizontalrule' }),
      ...(isTabled
        ? [
            fc
              .tuple(
                fc.array(fc.array(words, { maxLength: 3, minLength: 1 }), { maxLength: 3 }),
                fc.boolean(),
              )
              .map(([rows, headed]) => table(rows, { headed })),
          ]
        : []),
    ),
    blocks: fc.array(tie('block'), { depthIdentifier: 'blocks', maxLength: 4 }),
  })).blocks
}

/** Every character that is no blank: what is left where a parser drops, adds or joins blanks. */
const characters = (shown: string): string => shown.replace(/[\s\p{Cc}]+/gu, '')

const runs = { numRuns: 200 }

describe('any JSON', () => {
  const node = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.jsonValue(),
      fc.record(
        {
          checked: fc.jsonValue({ maxDepth: 1 }),
          children: fc.oneof(fc.array(tie('node')), fc.jsonValue({ maxDepth: 1 })),
          colSpan: fc.oneof(fc.integer(), fc.jsonValue({ maxDepth: 1 })),
          direction: fc.oneof(fc.constantFrom('ltr', 'rtl'), fc.string()),
          fields: fc.oneof(fc.record({ newTab: fc.boolean(), url }), fc.jsonValue({ maxDepth: 1 })),
          format: fc.oneof(fc.integer(), fc.constantFrom('center', 'end'), fc.string()),
          headerState: fc.oneof(fc.nat({ max: 4 }), fc.string()),
          indent: fc.oneof(fc.integer(), fc.string()),
          listType: fc.oneof(fc.constantFrom('number', 'bullet', 'check'), fc.string()),
          rowSpan: fc.oneof(fc.integer(), fc.jsonValue({ maxDepth: 1 })),
          start: fc.oneof(fc.integer(), fc.string()),
          tag: fc.oneof(fc.constantFrom('h1', 'h6', 'ol', 'script'), fc.string()),
          text: fc.oneof(words, fc.jsonValue({ maxDepth: 1 })),
          type: fc.oneof(
            fc.constantFrom('text', 'paragraph', 'heading', 'list', 'listitem', 'link', 'quote'),
            fc.constantFrom('table', 'tablerow', 'tablecell', 'autolink', 'tab', 'linebreak'),
            fc.constantFrom('__proto__', 'constructor', 'toString', 'block', 'root'),
            fc.string(),
          ),
          url,
          value: fc.oneof(fc.integer(), fc.string()),
        },
        { requiredKeys: [] },
      ),
    ),
  })).node

  it('is rendered, to HTML of the elements and attributes that a text may have', () => {
    fc.assert(
      fc.property(fc.array(node), fc.constantFrom('en', 'ar', 'x_y', ''), (children, language) => {
        expect(htmlFaults(renderText({ body: { root: { children } }, language }).html)).toEqual([])
      }),
      runs,
    )
  })

  it('gives the same renditions whenever it is rendered', () => {
    fc.assert(
      fc.property(fc.array(node), (children) => {
        const state = { root: { children } }

        expect(renderText({ body: state })).toEqual(renderText({ body: structuredClone(state) }))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the words of a text', () => {
  it('are all in its HTML, in their order', () => {
    fc.assert(
      fc.property(blocks({ isTabled: true }), (nodes) => {
        const { html } = renderText({ body: body(...nodes) })

        expect(characters(wordsShown(parsedHtml(html)))).toBe(characters(wordsOf(nodes)))
      }),
      runs,
    )
  })

  it('are each in its plain text', () => {
    fc.assert(
      fc.property(blocks({ isTabled: true }), (nodes) => {
        const { text: plain } = renderText({ body: body(...nodes) })

        for (const { text: shown } of nodes.flatMap(nodesIn)) {
          for (const word of typeof shown === 'string' ? shown.split(/[\s\p{Cc}]+/u) : []) {
            expect(plain).toContain(word)
          }
        }
      }),
      runs,
    )
  })

  it('come back from a parser of CommonMark, with their headings, lists and links', () => {
    fc.assert(
      fc.property(blocks({ isTabled: false }), (nodes) => {
        const { html, markdown } = renderText({ body: body(...nodes) })
        const inHtml = parsedHtml(html)
        const inMarkdown = parsedMarkdown(markdown)

        expect(characters(wordsShown(inMarkdown))).toBe(characters(wordsShown(inHtml)))
        expect(outline(inMarkdown)).toEqual(
          nodesIn(inHtml)
            .filter(({ nodeName }) => /^h\d$/u.test(nodeName))
            .map(({ nodeName }) => Number(nodeName.slice(1))),
        )
        expect(sorted(numbers(inMarkdown))).toEqual(
          sorted(
            nodesIn(inHtml).flatMap((node) => (node.nodeName === 'ol' ? numbersOf(node) : [])),
          ),
        )
        expect(
          nodesIn(inMarkdown).flatMap((node) => (node.type === 'link' ? [decoded(node.url)] : [])),
        ).toEqual(
          nodesIn(inHtml).flatMap(({ attrs = [], nodeName }) =>
            nodeName === 'a' ? [decoded(attrs[0]?.value)] : [],
          ),
        )
      }),
      runs,
    )
  })

  it('come back from a parser of GitHub’s tables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { maxLength: 3, minLength: 1 }), { maxLength: 4, minLength: 1 }),
        fc.boolean(),
        (rows, headed) => {
          const { html, markdown } = renderText({ body: body(table(rows, { headed })) })
          const cells = (page: string) =>
            nodesIn(parsedHtml(page))
              .filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th')
              .map((cell) => characters(wordsShown(cell)))
              .filter((cell) => cell !== '')

          expect(cells(htmlOfMarkdown(markdown))).toEqual(cells(html))
        },
      ),
      runs,
    )
  })
})

const outline = (root: MarkdownNode): (number | undefined)[] =>
  nodesIn(root).flatMap(({ depth, type }) => (type === 'heading' ? [depth] : []))

/** A gap in the numbers makes two lists of one, in Markdown. */
const sorted = (values: number[]): number[] => values.toSorted((one, other) => one - other)

/** The numbers that readers see beside the items of numbered lists, list by list. */
const numbers = (root: MarkdownNode): number[] =>
  nodesIn(root).flatMap(({ children = [], ordered, start }) =>
    ordered ? children.map((_, index) => (start ?? 1) + index) : [],
  )

/** The same of a list in HTML, where an item may set the count anew. */
const numbersOf = ({ attrs = [], childNodes = [] }: HtmlNode): number[] => {
  let next = Number(attrs.find(({ name }) => name === 'start')?.value ?? 1)

  return childNodes.map((item) => {
    const number = Number(item.attrs?.find(({ name }) => name === 'value')?.value ?? next)
    next = number + 1
    return number
  })
}

const decoded = (address = ''): string =>
  address.replace(/(?:%[0-9A-F]{2})+/gu, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  )

/** The words that an editor shows, whatever stands around them. */
const wordsOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      const children = (node.children as Node[] | undefined) ?? []
      const shown =
        typeof node.text === 'string' ? node.text : node.type === 'linebreak' ? '\n' : ''
      const isInline = ['link', 'linebreak', 'mark', 'text'].includes(String(node.type))

      return `${shown}${wordsOf(children)}${isInline ? '' : '\n'}`
    })
    .join('')
