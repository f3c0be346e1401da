import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { jsonWithText, versionText } from '../../../src/domain/versionText.js'

const stored = fc.record(
  { body: fc.json(), html: fc.string(), markdown: fc.string(), text: fc.string() },
  { requiredKeys: [] },
)

describe('a text as it is stored', () => {
  it('is written as what it is read as would be', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue()),
        stored,
        (rest, text) => {
          expect(JSON.parse(jsonWithText(rest, text))).toEqual(
            JSON.parse(JSON.stringify({ ...rest, ...versionText(text) })),
          )
        },
      ),
    )
  })

  it('has no body where there is none in that language', () => {
    expect(versionText({ body: null })).toEqual({ body: null })
    expect(jsonWithText({ label: '1.0' }, { body: null })).toBe('{"label":"1.0","body":null}')
  })
})
