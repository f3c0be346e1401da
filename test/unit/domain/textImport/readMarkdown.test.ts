import { describe, expect, it } from 'vitest'

import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { refusalCode } from './refusalCode.js'
import { counts, imported } from './states.js'

describe('Markdown', () => {
  it.each([
    ['headings and paragraphs', '# A\n\nB  \nc', '# A\n\nB\\\nc'],
    ['tables', '|a|b|\n|-|-|\n|c|d|', '| a | b |\n| --- | --- |\n| c | d |'],
    [
      'addresses',
      'www.a.example and a@b.example',
      '[www\\.a.example](http://www.a.example) and <a@b.example>',
    ],
    ['task lists', '- [x] a\n- [ ] b', '- ☑ a\n- ☐ b'],
    ['nested lists', '1. a\n   - b\n2. c', '1. a\n\n   - b\n\n2. c'],
    ['marks with a blank in front of the closing one', 'a **B:  **c **d** e', 'a **B:** c **d** e'],
    ['struck-out words', '~~a~~', '~~a~~'],
  ])('has %s', (_, text, markdown) => {
    expect(imported(text, 'markdown').markdown).toBe(markdown)
  })

  it('tells of the pictures and the HTML that it drops', () => {
    const result = imported(
      'A ![logo](x.png) <script>x</script> [b](javascript:alert(1)) `<b>`',
      'markdown',
    )

    expect(counts(result)).toEqual({ link: 1, picture: 1, script: 1 })
    expect(result.markdown).toBe('A b `<b>`')
  })

  it('keeps footnotes, their marks raised, and says so', () => {
    const { body, notes } = imported(
      'We keep it.[^1] Or not.[^why]\n\n[^1]: Orders.\n[^why]: The law asks for it.\n\n    And for more.\n\nThe end.',
      'markdown',
    )

    expect(renderText({ body }).text.trim()).toBe(
      'We keep it.1 Or not.why\n\n1 Orders.\n\nwhy The law asks for it.\n\nAnd for more.\n\nThe end.',
    )
    expect(renderText({ body }).html).toContain('<sup>why</sup> The law asks for it')
    expect(notes).toEqual([{ code: 'FOOTNOTES', count: 2 }])
  })

  it('keeps what looks like a mark of a footnote and is none', () => {
    const { markdown, notes } = imported(
      'See [^2] and `[^1]`.\n\n~~~\n[^1]: code\n~~~\n',
      'markdown',
    )

    expect(markdown).toMatch(/\[\^2\\?\].*`\[\^1\]`/u)
    expect(markdown).toContain('[^1]: code')
    expect(notes).toEqual([])
  })

  it.each([
    ['quotations', '>'.repeat(20_000)],
    ['lists', Array.from({ length: 300 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n')],
    ['emphasis', '_a'.repeat(100_000)],
    ['bold words', '**a**b'.repeat(50_000)],
  ])('that would take a parser minutes for its %s is refused at once', (_, text) => {
    expect(refusalCode(text, 'markdown')).toBe('INVALID_PARAMETER')
  })

  it.each([
    ['pipes', (marks: string) => `${marks} |\n`],
    ['a quotation', (marks: string) => `> ${marks}\n`],
    ['what is no item', (marks: string) => `    - ${marks}\n`],
  ])('counts the marks of a paragraph over lines of %s', (_, line) => {
    const text = `x\n${line('_a'.repeat(50)).repeat(1_000)}`

    expect(refusalCode(text, 'markdown')).toBe('INVALID_PARAMETER')
  })

  it.each([
    ['comments that do not end', 'x <!--'.repeat(20_000)],
    [
      'a wide row above many',
      `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|a\n'.repeat(2_000)}`,
    ],
    [
      'a wide row above many in a quotation',
      `> ${'a|'.repeat(2_000)}a\n> ${'-|'.repeat(2_000)}-\n${'> a\n'.repeat(2_000)}`,
    ],
    ['a long address from everywhere', `[a]: /${'a'.repeat(10_000)}\n\n${'[a]\n\n'.repeat(3_000)}`],
  ])('with %s is refused', (_, text) => {
    expect(refusalCode(text, 'markdown')).toBe('INVALID_PARAMETER')
  })

  it('has tables, items and links as long as policies do', () => {
    const rows = '| a | [b] | `c` |\n'.repeat(500)
    const text = `| A | B | C |\n| --- | --- | --- |\n${rows}\n${'- a **b** _c_\n'.repeat(1_000)}\n[b]: https://b.example\n`

    expect(refusalCode(text, 'markdown')).toBeUndefined()
  })
})
