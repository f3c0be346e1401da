import { describe, expect, it } from 'vitest'

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

  it.each([
    ['quotations', '>'.repeat(20_000)],
    ['lists', Array.from({ length: 300 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n')],
    ['emphasis', '_a'.repeat(100_000)],
    ['bold words', '**a**b'.repeat(50_000)],
  ])('that would take a parser minutes for its %s is refused at once', (_, text) => {
    const began = performance.now()

    expect(refusalCode(text, 'markdown')).toBe('INVALID_PARAMETER')
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
