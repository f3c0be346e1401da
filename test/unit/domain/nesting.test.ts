import { describe, expect, it } from 'vitest'

import { assertNesting } from '../../../src/domain/nesting.js'

const nested = (depth: number): unknown => {
  let value: unknown = 'deep'

  for (let level = 0; level < depth; level += 1) {
    value = level % 2 ? [value] : { children: value }
  }
  return value
}

describe('what is to be saved', () => {
  it.each([0, 1, 500])('may nest %i levels deep', (depth) => {
    expect(() => assertNesting({ body: nested(depth), title: 'Cider' })).not.toThrow()
  })

  it.each([501, 100_000])('may not nest %i levels deep', (depth) => {
    expect(() => assertNesting({ body: nested(depth), title: 'Cider' })).toThrow(
      expect.objectContaining({
        code: 'INVALID_PARAMETER',
        message: expect.stringContaining(
          'The field body nests more than 500 levels deep',
        ) as string,
      }) as Error,
    )
  })

  it('may be wide, and hold dates and nothing', () => {
    const wide = Array.from({ length: 200_000 }, () => ({ at: new Date(0), nothing: null }))

    expect(() => assertNesting({ wide })).not.toThrow()
  })
})
