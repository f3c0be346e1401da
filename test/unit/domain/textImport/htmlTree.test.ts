import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type HtmlParent,
  htmlTree,
  isElement,
  mostElements,
} from '../../../../src/domain/textImport/htmlTree.js'
import { refusalCode } from './refusalCode.js'

/** Paragraphs in front of which so many elements were left open, which each of them opens again. */
const reopening = ({ open, paragraphs }: { open: number; paragraphs: number }): string =>
  `<p>${Array.from({ length: open }, (_, id) => `<b id=${id}>`).join('')}${'<p>x'.repeat(paragraphs)}`

const elementsIn = (parent: HtmlParent): number =>
  parent.childNodes.reduce(
    (sum, child) => (isElement(child) ? sum + 1 + elementsIn(child) : sum),
    0,
  )

describe('the tree of a page', () => {
  it('opens again in each paragraph what was left open', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (open, paragraphs) => {
        // Beside html, head and body.
        expect(elementsIn(htmlTree(reopening({ open, paragraphs })))).toBe(
          3 + (1 + open) * (1 + paragraphs),
        )
      }),
    )
  })

  it('is refused where a short page makes more of them than any policy has', () => {
    const open = 200
    const paragraphs = Math.floor((mostElements - 3) / (1 + open)) - 1
    const page = reopening({ open, paragraphs })

    expect(refusalCode(page, 'html')).toBeUndefined()
    expect(refusalCode(`${page}<p>x`, 'html')).toBe('INVALID_PARAMETER')
    expect(page.length).toBeLessThan(10_000)
  })

  it('is refused where an address is opened again in more paragraphs than it has room for', () => {
    const page = (paragraphs: number) =>
      `<p><a href="https://a.example/${'a'.repeat(100_000)}">${'<p>x'.repeat(paragraphs)}`

    expect(refusalCode(page(90), 'html')).toBeUndefined()
    expect(refusalCode(page(110), 'html')).toBe('INVALID_PARAMETER')
  })
})
