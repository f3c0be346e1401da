import { describe, expect, it } from 'vitest'

import { guessFormat } from '../../../../src/domain/textImport/textFormat.js'
import { imported } from './states.js'

/** So many that whoever looks at all of them from each of them does not come to an end. */
const many = 400_000

describe('a long run', () => {
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
