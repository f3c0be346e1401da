import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import { Block } from '../../../src/admin/ReviewView/Block.js'
import { compare, list } from '../domain/redline/states.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

/** Whether the two sides of the last block of a comparison have the mark of an item. */
const marksOf = (...texts: Parameters<typeof compare>): boolean[] => {
  const block = compare(...texts)
    .sections.at(-1)!
    .blocks.at(-1)!

  return renderToStaticMarkup(
    <Block block={block} isCosmeticShown={false} layout="sides" locale="en" />,
  )
    .split('policy-review__side-name')
    .slice(1)
    .map((side) => side.includes('•'))
}

describe('an item of a list, side by side', () => {
  it('has nothing on the old side where it is new, and nothing on the new side where it is gone', () => {
    const before = [list(['Name'])]
    const after = [list(['Name', 'Address'])]

    expect(marksOf(before, after)).toEqual([false, true])
    expect(marksOf(after, before)).toEqual([true, false])
  })

  it('has its mark on both sides where it was edited', () => {
    expect(marksOf([list(['Your name'])], [list(['Your address'])])).toEqual([true, true])
  })
})
