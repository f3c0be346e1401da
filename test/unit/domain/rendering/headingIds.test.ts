import fc from 'fast-check'
import { expect, it } from 'vitest'

import { headingIds } from '../../../../src/domain/rendering/headingIds.js'

const idsOf = (...headings: string[]): string[] => headings.map(headingIds())

it.each([
  ['Cookies & similar', 'section-cookies-similar'],
  ['4.2 Who gets your data?', 'section-4-2-who-gets-your-data'],
  ['Größe', 'section-größe'],
  ['Gro\u0308ße', 'section-größe'],
  ['個人情報', 'section-個人情報'],
  ['سياسة الخصوصية', 'section-سياسة-الخصوصية'],
  ['हिन्दी', 'section-हिन्दी'],
  ['"><script>', 'section-script'],
  ['__proto__', 'section-proto'],
  ['…', 'section'],
  ['😀', 'section'],
])('%j has the id %j', (words, id) => {
  expect(idsOf(words)).toEqual([id])
})

it('headings of the same words have numbers, also beside one that has it in its words', () => {
  expect(idsOf('Data', 'Data 2', 'Data', 'data', '…', '!')).toEqual([
    'section-data',
    'section-data-2',
    'section-data-3',
    'section-data-4',
    'section',
    'section-2',
  ])
})

it('a long heading has an id of limited length, without half a character at its end', () => {
  expect(idsOf('𝒳'.repeat(100))[0]).toHaveLength('section-'.length + 80)
  expect(idsOf(`a${'𝒳'.repeat(100)}`)[0]).toMatch(/^section-a(?:𝒳)+$/u)
})

it('whatever the words are, ids are unique, and letters, digits and hyphens', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'a-2', 'a 2', '')),
      ),
      (headings) => {
        const ids = idsOf(...headings)

        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) {
          expect(id).toMatch(/^section(?:-[\p{L}\p{M}\p{N}]+)*$/u)
        }
      },
    ),
  )
})
