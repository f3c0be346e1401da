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

const rendered = (...blocks: (Node | string)[]) => renderText({ body: body(...blocks) })

const [bold, italic, struck, underline, code, sub, sup] = [1, 2, 4, 8, 16, 32, 64]

describe('what the editor makes, in every form', () => {
  it.each<[string, Node[], { html: string; markdown: string; text: string }]>([
    [
      'paragraphs, an empty one too',
      [paragraph('We keep nothing.'), paragraph(), paragraph('At all.')],
      {
        html: '<p>We keep nothing.</p><p><br /></p><p>At all.</p>',
        markdown: 'We keep nothing.\n\nAt all.',
        text: 'We keep nothing.\n\nAt all.',
      },
    ],
    [
      'headings of each level',
      [1, 2, 3, 4, 5, 6].map((level) => heading(level, `Part ${level}`)),
      {
        html: [1, 2, 3, 4, 5, 6]
          .map((level) => `<h${level} id="section-part-${level}">Part ${level}</h${level}>`)
          .join(''),
        markdown: [1, 2, 3, 4, 5, 6]
          .map((level) => `${'#'.repeat(level)} Part ${level}`)
          .join('\n\n'),
        text: 'Part 1\n\nPart 2\n\nPart 3\n\nPart 4\n\nPart 5\n\nPart 6',
      },
    ],
    [
      'a heading without words, as an empty paragraph',
      [heading(2), heading(2, ' ')],
      { html: '<p><br /></p><p> </p>', markdown: '', text: '' },
    ],
    [
      'a list of bullets',
      [list('bullet', 'Apples', 'Pears')],
      {
        html: '<ul><li>Apples</li><li>Pears</li></ul>',
        markdown: '- Apples\n- Pears',
        text: '- Apples\n- Pears',
      },
    ],
    [
      'a numbered list that goes on where another ended',
      [{ ...list('number', 'Pears', 'Figs'), start: 3 }],
      {
        html: '<ol start="3"><li>Pears</li><li>Figs</li></ol>',
        markdown: '3. Pears\n4. Figs',
        text: '3. Pears\n4. Figs',
      },
    ],
    [
      'a numbered list with a gap in its numbers',
      [list('number', 'Apples', { ...element('listitem', 'Figs'), value: 7 }, 'Plums')],
      {
        html: '<ol><li>Apples</li><li value="7">Figs</li><li>Plums</li></ol>',
        markdown: '1. Apples\n\n7) Figs\n8) Plums',
        text: '1. Apples\n7. Figs\n8. Plums',
      },
    ],
    [
      'lists right after each other',
      [list('bullet', 'Apples'), list('bullet', 'Pears'), list('number', 'Figs')],
      {
        html: '<ul><li>Apples</li></ul><ul><li>Pears</li></ul><ol><li>Figs</li></ol>',
        markdown: '- Apples\n\n+ Pears\n\n1. Figs',
        text: '- Apples\n\n- Pears\n\n1. Figs',
      },
    ],
    [
      'a nested list, which the editor puts into an item of its own',
      [
        list(
          'number',
          'Fruit',
          { ...element('listitem', list('bullet', 'Apples', 'Pears')), value: 2 },
          { ...element('listitem', 'Roots'), value: 2 },
        ),
      ],
      {
        html: '<ol><li>Fruit<ul><li>Apples</li><li>Pears</li></ul></li><li>Roots</li></ol>',
        markdown: '1. Fruit\n\n   - Apples\n   - Pears\n\n2. Roots',
        text: '1. Fruit\n   - Apples\n   - Pears\n2. Roots',
      },
    ],
    [
      'a list to be ticked off',
      [list('check', { ...element('listitem', 'Told'), checked: true }, 'Asked')],
      {
        html: '<ul><li>☑ Told</li><li>☐ Asked</li></ul>',
        markdown: '- [x] Told\n- [ ] Asked',
        text: '[x] Told\n[ ] Asked',
      },
    ],
    [
      'a quotation',
      [quote('No data', linebreak, 'ever.')],
      {
        html: '<blockquote>No data<br />ever.</blockquote>',
        markdown: '> No data\\\n> ever.',
        text: '> No data\n> ever.',
      },
    ],
    [
      'links',
      [
        paragraph(
          'See ',
          link('https://cider.example/x?a=1&b=2', 'our cider'),
          ', ',
          link('https://cider.example', 'https://cider.example'),
          ', ',
          link('https://www.cider.example/', 'www.cider.example'),
          ' or ',
          link('mailto:a@cider.example', 'a@cider.example'),
          '.',
        ),
      ],
      {
        html: '<p>See <a href="https://cider.example/x?a=1&amp;b=2">our cider</a>, <a href="https://cider.example">https://cider.example</a>, <a href="https://www.cider.example/">www.cider.example</a> or <a href="mailto:a@cider.example">a@cider.example</a>.</p>',
        markdown:
          'See [our cider](https://cider.example/x?a=1&b=2), <https://cider.example>, [www\\.cider.example](https://www.cider.example/) or <a@cider.example>.',
        text: 'See our cider (https://cider.example/x?a=1&b=2), https://cider.example, www.cider.example or a@cider.example.',
      },
    ],
    [
      'a link that opens a new tab, and one inside of the page',
      [
        paragraph({
          ...link('tel:+1555', 'Call'),
          fields: { linkType: 'custom', newTab: true, url: 'tel:+1555' },
        }),
        paragraph({ ...link('', 'Above'), fields: undefined, type: 'autolink', url: '#section-a' }),
      ],
      {
        html: '<p><a href="tel:+1555" rel="noopener noreferrer" target="_blank">Call</a></p><p><a href="#section-a">Above</a></p>',
        markdown: '[Call](tel:+1555)\n\n[Above](#section-a)',
        text: 'Call (+1555)\n\nAbove',
      },
    ],
    [
      'formats',
      [
        paragraph(
          text('bold', bold),
          ' ',
          text('italic', italic),
          ' ',
          text('both', bold + italic),
          ' ',
          text('struck', struck),
          ' ',
          text('under', underline),
          ' ',
          text('a*b`c', code),
          ' H',
          text('2', sub),
          'O 10',
          text('2', sup),
          ' 1',
          text('st', sup),
        ),
      ],
      {
        html: '<p><strong>bold</strong> <em>italic</em> <em><strong>both</strong></em> <s>struck</s> <u>under</u> <code>a*b`c</code> H<sub>2</sub>O 10<sup>2</sup> 1<sup>st</sup></p>',
        markdown: '**bold** *italic* ***both*** ~~struck~~ under `` a*b`c `` H2O 10^2 1st',
        text: 'bold italic both ~~struck~~ under a*b`c H2O 10^2 1st',
      },
    ],
    [
      'lines and tabs',
      [paragraph('12 Main St', linebreak, 'Phone:', { text: '\t', type: 'tab' }, '555')],
      {
        html: '<p>12 Main St<br />Phone:\t555</p>',
        markdown: '12 Main St\\\nPhone:\t555',
        text: '12 Main St\nPhone:\t555',
      },
    ],
    [
      'a rule',
      [paragraph('Above'), { type: 'horizontalrule' }, paragraph('Below')],
      {
        html: '<p>Above</p><hr /><p>Below</p>',
        markdown: 'Above\n\n***\n\nBelow',
        text: 'Above\n\n---\n\nBelow',
      },
    ],
    [
      'a table with headings',
      [
        table(
          [
            ['Data', 'Why'],
            ['Name | nickname', element('tablecell', paragraph('Orders'), paragraph('Thanks'))],
          ],
          { headed: true },
        ),
      ],
      {
        html: '<div><table><tbody><tr><th scope="col"><p>Data</p></th><th scope="col"><p>Why</p></th></tr><tr><td><p>Name | nickname</p></td><td><p>Orders</p><p>Thanks</p></td></tr></tbody></table></div>',
        markdown: '| Data | Why |\n| --- | --- |\n| Name \\| nickname | Orders<br>Thanks |',
        text: 'Data\tWhy\nName | nickname\tOrders Thanks',
      },
    ],
    [
      'a table without headings, whose cells span rows and columns',
      [
        table([
          [{ ...element('tablecell', 'All'), colSpan: 2 }, 'C'],
          [{ ...element('tablecell', 'Left'), headerState: 2, rowSpan: 9 }, 'M', 'R'],
          ['N', 'S'],
        ]),
      ],
      {
        html: '<div><table><tbody><tr><td colspan="2">All</td><td><p>C</p></td></tr><tr><th scope="row" rowspan="2">Left</th><td><p>M</p></td><td><p>R</p></td></tr><tr><td><p>N</p></td><td><p>S</p></td></tr></tbody></table></div>',
        markdown: '|  |  |  |\n| --- | --- | --- |\n| All |  | C |\n| Left | M | R |\n|  | N | S |',
        text: 'All\t\tC\nLeft\tM\tR\n\tN\tS',
      },
    ],
  ])('%s', (_, blocks, expected) => {
    expect(rendered(...blocks)).toEqual({ ...expected, dropped: {} })
  })
})

describe('how words stand', () => {
  it.each([
    ['center', ' align="center"'],
    ['justify', ' align="justify"'],
    ['end', ' align="right"'],
    ['start', ''],
    ['', ''],
    ['red" onload="x', ''],
    [3, ''],
  ])('aligned %j', (format, attributes) => {
    expect(rendered({ ...paragraph('Words'), format }).html).toBe(`<p${attributes}>Words</p>`)
  })

  it('in a direction, where it is not the one around it', () => {
    const arabic = { ...paragraph('كلمات'), direction: 'rtl', format: 'end' }
    const english = { ...paragraph('Words'), direction: 'ltr', format: 'end' }

    expect(rendered(arabic, english).html).toBe(
      '<p align="left" dir="rtl">كلمات</p><p align="right">Words</p>',
    )
    expect(renderText({ body: body(arabic, english), language: 'ar' }).html).toBe(
      '<p align="left" dir="rtl">كلمات</p><p align="right" dir="ltr">Words</p>',
    )
    expect(rendered({ ...quote(english), direction: 'rtl' }).html).toBe(
      '<blockquote dir="rtl"><p align="right" dir="ltr">Words</p></blockquote>',
    )
    expect(rendered({ ...paragraph('Words'), direction: 'up' }).html).toBe('<p>Words</p>')
  })

  it.each([
    [2, ' data-indent="2"'],
    [40, ' data-indent="9"'],
    [-1, ''],
    [1.5, ''],
    ['2', ''],
  ])('indented by %j', (indent, attributes) => {
    expect(rendered({ ...paragraph('Words'), indent }).html).toBe(`<p${attributes}>Words</p>`)
  })
})

describe('what has no form', () => {
  it.each<[string, Node[], { dropped: Record<string, number>; html: string; text: string }]>([
    [
      'an upload and a relation are dropped',
      [paragraph('A'), { type: 'upload', value: 7 }, { relationTo: 'users', type: 'relationship' }],
      { dropped: { relationship: 1, upload: 1 }, html: '<p>A</p>', text: 'A' },
    ],
    [
      'a block and an inline block are dropped, and their fields with them',
      [
        { fields: { code: 'x', blockType: 'Code' }, type: 'block' },
        paragraph('A', { fields: {}, type: 'inlineBlock' }, 'B'),
      ],
      { dropped: { block: 1, inlineBlock: 1 }, html: '<p>AB</p>', text: 'AB' },
    ],
    [
      'an unknown node in a line leaves its words in the line',
      [
        paragraph('This is ', element('mark', text('marked', 1)), ' and ', {
          text: '#tagged',
          type: 'hashtag',
        }),
      ],
      {
        dropped: { hashtag: 1, mark: 1 },
        html: '<p>This is <strong>marked</strong> and #tagged</p>',
        text: 'This is marked and #tagged',
      },
    ],
    [
      'an unknown node around blocks leaves the blocks',
      [
        element(
          'columns',
          element('column', heading(2, 'One')),
          element('column', paragraph('Two')),
        ),
      ],
      {
        dropped: { column: 2, columns: 1 },
        html: '<h2 id="section-one">One</h2><p>Two</p>',
        text: 'One\n\nTwo',
      },
    ],
    [
      'an unknown node with words of its own beside others keeps both',
      [{ ...element('riddle', 'child'), text: 'own ' }, paragraph('A')],
      { dropped: { riddle: 1 }, html: '<p>own child</p><p>A</p>', text: 'own child\n\nA' },
    ],
    [
      'code, which no editor of Payload makes, is words',
      [element('code', { text: 'let a', type: 'code-highlight' }, linebreak, 'b')],
      {
        dropped: { code: 1, 'code-highlight': 1 },
        html: '<p>let a<br />b</p>',
        text: 'let a\nb',
      },
    ],
    [
      'a link that leads to a document, to a script or nowhere is words, and one without words nothing',
      [
        paragraph(
          { ...link('', 'doc'), fields: { doc: { value: 1 }, linkType: 'internal', url: '/x' } },
          link('javascript:alert(1)', ' script'),
          { ...element('autolink', ' nowhere') },
          link('https://cider.example'),
        ),
      ],
      {
        dropped: { autolink: 1, link: 3 },
        html: '<p>doc script nowhere</p>',
        text: 'doc script nowhere',
      },
    ],
    [
      'a link in a link is its words',
      [paragraph(link('https://cider.example', 'a ', link('https://other.example', 'b')))],
      {
        dropped: { link: 1 },
        html: '<p><a href="https://cider.example">a b</a></p>',
        text: 'a b (https://cider.example)',
      },
    ],
    [
      'items and cells outside of lists and tables are their words',
      [element('listitem', 'A'), element('tablerow', element('tablecell', 'B'))],
      {
        dropped: { listitem: 1, tablecell: 1, tablerow: 1 },
        html: '<p>A</p><p>B</p>',
        text: 'A\n\nB',
      },
    ],
    [
      'blocks in a paragraph come after it, and nothing is dropped',
      [paragraph('A', list('bullet', 'B'), 'C'), heading(2, 'D', quote('E'))],
      {
        dropped: {},
        html: '<p>A</p><ul><li>B</li></ul><p>C</p><h2 id="section-d">D</h2><blockquote>E</blockquote>',
        text: 'A\n\n- B\n\nC\n\nD\n\n> E',
      },
    ],
    [
      'what stands in a list or a table becomes an item or a cell',
      [element('list', text('A'), paragraph('B')), element('table', paragraph('C'))],
      {
        dropped: {},
        html: '<ul><li>A</li><li><p>B</p></li></ul><div><table><tbody><tr><td><p>C</p></td></tr></tbody></table></div>',
        text: '- A\n- B\n\nC',
      },
    ],
    [
      'words right in the root are a paragraph',
      [text('A'), linebreak, text('B'), paragraph('C')],
      { dropped: {}, html: '<p>A<br />B</p><p>C</p>', text: 'A\nB\n\nC' },
    ],
    [
      'a name that no editor gives is not repeated',
      [{ type: '<script>' }, { type: 'a'.repeat(50) }, { type: 7 }, {}],
      { dropped: { unknown: 4 }, html: '', text: '' },
    ],
    [
      'names of the language’s own objects are names',
      [{ type: '__proto__' }, { type: 'constructor' }, element('toString', paragraph('A'))],
      {
        dropped: Object.fromEntries([
          ['__proto__', 1],
          ['constructor', 1],
          ['toString', 1],
        ]),
        html: '<p>A</p>',
        text: 'A',
      },
    ],
  ])('%s', (_, blocks, { dropped, html, text: plain }) => {
    const result = rendered(...blocks)

    expect(Object.entries(result.dropped).sort()).toEqual(Object.entries(dropped).sort())
    expect(result).toMatchObject({ html, text: plain })
  })
})

describe('what is malformed', () => {
  it.each([undefined, null, 7, 'text', [], {}, { root: null }, { root: [] }, { root: {} }])(
    'is empty where it is no editor state: %j',
    (state) => {
      expect(renderText({ body: state })).toEqual({ dropped: {}, html: '', markdown: '', text: '' })
    },
  )

  it('is skipped in a text, and counted', () => {
    const malformed = [null, 7, 'words', [], { type: 'text' }, { text: 7, type: 'text' }]
    const result = rendered(
      { children: malformed, type: 'paragraph' },
      { children: malformed, listType: {}, start: '3', type: 'list' },
      { children: malformed, type: 'table' },
      { children: 'text', type: 'heading' },
      { tag: 'script', ...element('heading', 'A') },
    )

    expect(result.text).toContain('A')
    expect(result.html).toContain('<h2 id="section-a">A</h2>')
    expect(result.dropped).toEqual({ text: 6, unknown: 12 })
  })

  it('shows control characters as blanks, line ends as lines and broken characters as such', () => {
    expect(rendered(paragraph('a\u0000b\u001bc\u0085d\r\ne\u2028f\ud800g')).html).toBe(
      '<p>a b c<br />d<br />e<br />f\ufffdg</p>',
    )
  })

  it('loses its formats beyond the known ones', () => {
    expect(rendered(paragraph(text('A', 1 + 128 + 1024), text('B', NaN))).html).toBe(
      '<p><strong>A</strong>B</p>',
    )
  })

  it('gets no spans that would make it huge', () => {
    const cells = Array.from({ length: 10 }, () => ({
      ...element('tablecell', 'x'),
      colSpan: 1000,
      rowSpan: 1000,
    }))

    expect(rendered(table(Array.from({ length: 10 }, () => cells))).html).not.toContain('span=')
  })

  it.each([...['quote', 'list', 'table', 'link', 'paragraph', 'riddle', 'listitem', 'text']])(
    'keeps the words at the bottom of ten thousand of %s',
    (type) => {
      let node: Node = text('deep')

      for (let depth = 0; depth < 10_000; depth += 1) {
        node = { children: [text('a'), node, text('z')], type }
      }

      const { html, markdown, text: plain } = rendered(node)

      if (type !== 'text') {
        expect(html).toContain('deep')
        expect(markdown).toContain('deep')
        expect(plain).toContain('deep')
      }
      expect(html.length + markdown.length + plain.length).toBeLessThan(5_000_000)
    },
  )
})
