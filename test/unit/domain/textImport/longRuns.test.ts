import { describe, expect, it } from 'vitest'

import { importText } from '../../../../src/domain/textImport/importText.js'
import { guessFormat } from '../../../../src/domain/textImport/textFormat.js'
import { refusalCode } from './refusalCode.js'
import { imported } from './states.js'

/** So many that whoever looks at all of them from each of them does not come to an end. */
const many = 400_000

describe('a long run', () => {
  it('of lines in a quotation stands in it', () => {
    const { body } = importText({
      format: 'html',
      text: `<blockquote>a<p>${'b<br>'.repeat(140_000)}c</blockquote>`,
    })

    expect(body.root.children).toMatchObject([{ type: 'quote' }])
    expect(body.root.children.map((block) => 'children' in block && block.children.length)).toEqual(
      // "a", the end of its line, then each "b" with its own, and "c".
      [2 * 140_000 + 3],
    )
  })

  it('of rows is refused and not broken off', () => {
    expect(refusalCode(`<table><tr><td>a<td>b${'<tr><td>a'.repeat(148_000)}`, 'html')).toBe(
      'INVALID_PARAMETER',
    )
  })

  it.each(['\t', ' ', '|', '| ', '-', '| -', '#'])('of %j tells no format', (sign) => {
    expect(guessFormat({ text: sign.repeat(many) })).toBe('text')
  })

  it('of blanks in front of the marks of a table does not hide them', () => {
    expect(guessFormat({ text: 'A | B\n \t | :---: | ---' })).toBe('markdown')
    expect(guessFormat({ text: `A\n${' '.repeat(many)}--- | ---` })).toBe('markdown')
  })

  it('of blanks in a numbered line is one blank', () => {
    expect(imported(`1. We keep${' '.repeat(many)}no data.\n2. None.`, 'text').markdown).toBe(
      '1. We keep no data.\n2. None.',
    )
  })
})
