import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { refusalCode } from './refusalCode.js'
import { counts, imported } from './states.js'

describe('HTML', () => {
  it.each([
    ['headings', '<h1>A <b>b</b></h1><h2>C<br>d</h2>', '# A **b**\n\n## C d'],
    ['paragraphs, however they are parted', 'a<p>b</p><div>c<br><br>d</div>', 'a\n\nb\n\nc\n\nd'],
    ['lines of a paragraph', '<p>a<br>\n b </p>', 'a\\\nb'],
    [
      'words with their look',
      '<b>a</b> <i>b</i> <s>c</s> <code>d</code> <span style="font-weight:700">e</span>',
      '**a** *b* ~~c~~ `d` **e**',
    ],
    [
      'what a word processor in a browser wraps around everything',
      '<b style="font-weight:normal"><p>a</p></b>',
      'a',
    ],
    ['links', '<a href="https://a.example/b">b</a>', '[b](https://a.example/b)'],
    [
      'addresses in words',
      '<p>See https://a.example or a@b.example.</p>',
      'See <https://a.example> or <a@b.example>.',
    ],
    [
      'code without links',
      '<pre><code>https://a.example\n  b</code></pre>',
      '`https://a.example`\\\n`b`',
    ],
    ['lists', '<ul><li>a<li><p>b</p><p>c</p></ul>', '- a\n- b\\\n  c'],
    ['lists in lists', '<ol><li>a<ul><li>b</ul></li><li>c</li></ol>', '1. a\n\n   - b\n\n2. c'],
    ['a list that goes on', '<ol start=3><li>a<li value=7>b</ol>', '3. a\n\n7) b'],
    ['boxes of a task list', '<ul><li><input type=checkbox checked> a</li></ul>', '- ☑ a'],
    ['quotations', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\\\n> b'],
    ['rules', 'a<hr>b', 'a\n\n***\n\nb'],
    ['definitions', '<dl><dt>Data<dd>What we keep.</dl>', 'Data\n\nWhat we keep.'],
    [
      'tables',
      '<table><caption>Kept</caption><tr><th>a<th>b<tr><td>c<td>d</table>',
      'Kept\n\n| a | b |\n| --- | --- |\n| c | d |',
    ],
    ['the words of unknown elements', '<x-card><p>a</p></x-card>', 'a'],
    ['a column that only holds a page together', '<table><tr><td><h2>a</h2>b</table>', '## a\n\nb'],
  ])('has %s', (_, html, markdown) => {
    expect(imported(html).markdown).toBe(markdown)
  })

  it('goes on with the number of a list behind what no item can hold', () => {
    const { body } = imported('<ol><li>a<table><tr><td>b<td>c</table>d</li><li>e</li></ol>')

    expect(body.root.children).toMatchObject([
      { children: [{ value: 1 }], type: 'list' },
      { type: 'table' },
      { type: 'paragraph' },
      { children: [{ value: 2 }], start: 2, type: 'list' },
    ])
  })

  it('makes rows of the same width, and lets no cell reach out of its table', () => {
    const { body } = imported('<table><tr><td rowspan=9>a<td>b<tr><td colspan=2>c<tr><td>d</table>')
    const [table] = body.root.children

    expect(table).toMatchObject({
      children: [
        { children: [{ rowSpan: 3 }, {}, {}] },
        { children: [{ colSpan: 2 }] },
        { children: [{}, {}] },
      ],
    })
  })

  it('tells what is dropped, with a sample, and keeps the words', () => {
    const result = imported(
      [
        '<!-- draft --><style>p{}</style><script>alert(1)</script><nav>Home</nav>',
        '<p style="color:red" onclick="x()">Words <img src="x.png" alt="our logo"> stay.</p>',
        '<a href="javascript:alert(1)">Click</a> <a href="#top">Top</a> <a href="#n1">↩</a>',
        '<form><label>Name <input placeholder="Your name"></label></form><iframe src="https://ads.example"></iframe>',
        '<p hidden>Not shown</p><x-card>Card</x-card>',
      ].join('\n'),
    )

    expect(counts(result)).toEqual({
      comment: 1,
      embedded: 1,
      form: 1,
      hidden: 1,
      inPageLink: 2,
      link: 1,
      navigation: 1,
      picture: 1,
      script: 2,
      style: 2,
      unknown: 1,
    })
    expect(result.dropped.find(({ kind }) => kind === 'picture')?.samples).toEqual(['our logo'])
    expect(result.dropped.find(({ kind }) => kind === 'link')?.samples).toEqual([
      'javascript:alert(1)',
    ])
    expect(result.markdown).toBe('Words stay.\n\nClick Top\n\nName\n\nCard')
  })

  it('tells of links that lead elsewhere on another site, and of letters that became numbers', () => {
    const { markdown, notes } = imported(
      '<p><a href="/terms of use">Terms</a> <a href="//a.example">A</a></p><ol type=a><li>b</ol>',
    )

    expect(markdown).toBe('[Terms](/terms%20of%20use) [A](https://a.example)\n\n1. b')
    expect(notes).toEqual([
      { code: 'RELATIVE_LINKS', count: 1 },
      { code: 'LETTERED_LISTS', count: 1 },
    ])
  })

  it('takes its title from its first heading or from its head', () => {
    expect(imported('<title>A</title><h1>B</h1>').title).toBe('B')
    expect(imported('<title>A &amp; B</title><p>c</p>').title).toBe('A & B')
    expect(imported('<p>c</p>').title).toBeUndefined()
  })

  it('makes headings of bold lines where there are no others', () => {
    const text = 'x'.repeat(30)

    expect(
      imported(`<p><b>A</b></p><p>${text}</p><p>${text}</p><p><strong>B</strong><br>${text}</p>`)
        .markdown,
    ).toBe(`# A\n\n${text}\n\n${text}\n\n## B\n\n${text}`)
    expect(imported(`<h2>A</h2><p><b>B</b></p><p>${text}</p>`).markdown).toContain('**B**')
  })

  it('makes headings of lists that all say 1', () => {
    const long = 'We keep your data safe. '.repeat(6).trim()
    const html = ['Data', 'Cookies']
      .map((words) => `<ol><li>${words}</li></ol><p>${long}</p>`)
      .join('')
    const result = imported(html)

    expect(result.markdown).toBe(`## Data\n\n${long}\n\n## Cookies\n\n${long}`)
    expect(result.notes).toEqual([{ code: 'NUMBERED_HEADINGS', count: 2 }])
    expect(counts(result)).toEqual({ number: 2 })
  })

  it.each([
    ['no words', '<script>alert(1)</script>'],
    ['too many levels', '<b><i>'.repeat(500) + 'a'],
    ['nothing', ''],
  ])('with %s is refused', (_, html) => {
    expect(refusalCode(html, 'html')).toBe('INVALID_PARAMETER')
  })

  it('is refused where the rows of its tables would be filled up without end', () => {
    const table = (size: number) =>
      `<table><tr>${'<td>a'.repeat(size)}${'<tr><td>a'.repeat(size - 1)}</table>`

    expect(refusalCode(table(200), 'html')).toBeUndefined()
    expect(refusalCode(table(2_000), 'html')).toBe('INVALID_PARAMETER')
    expect(refusalCode(`${table(200)}${table(101)}`, 'html')).toBe('INVALID_PARAMETER')
  })

  it('has rows that are all as wide as the widest, however they differ', () => {
    const sizes = fc.array(fc.integer({ max: 12, min: 1 }), { maxLength: 12, minLength: 2 })

    fc.assert(
      fc.property(sizes, (widths) => {
        const html = `<table>${widths.map((width) => `<tr>${'<td>a'.repeat(width)}`).join('')}`
        const [block] = imported(html).body.root.children
        const rows = block?.type === 'table' ? block.children : []

        expect(rows.map(({ children }) => children.length)).toEqual(
          // A single column is no table.
          Math.max(...widths) === 1 ? [] : widths.map(() => Math.max(...widths)),
        )
      }),
    )
  })
})
