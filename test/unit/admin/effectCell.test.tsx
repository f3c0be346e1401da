import type { DefaultCellComponentProps } from 'payload'

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import { DayCell } from '../../../src/admin/DayCell.js'
import { EffectCell } from '../../../src/admin/EffectCell.js'
import { sayIn } from '../../../src/admin/say.js'
import { englishWords } from '../../helpers/englishWords.js'

vi.mock('../../../src/admin/useWords.js', () => ({
  useWords: () => sayIn({ language: 'en-US', t: englishWords }),
}))

const cell = (props: object) => props as unknown as DefaultCellComponentProps // What Payload gives beside is not looked at.

const shown = (cellData: null | string, rowData: Record<string, unknown>) =>
  renderToStaticMarkup(<EffectCell {...cell({ cellData, rowData })} />)
const inTokyo = { snapshot: { policy: { timeZone: 'Asia/Tokyo' } } }

describe('the day of effect in a list', () => {
  it('is that of the policy, whatever day it is in UTC', () => {
    expect(shown('2026-12-31T15:00:00.000Z', inTokyo)).toBe('<span>Jan 1, 2027</span>')
  })

  it('is none before publication, and unknown of an import without a date', () => {
    expect(shown(null, {})).toBe('<span>–</span>')
    expect(
      shown('1970-01-01T00:00:00.001Z', { ...inTokyo, imported: { source: 'An archive' } }),
    ).toBe('<span>unknown</span>')
  })

  it('is the instant in UTC where a list leaves the zone out', () => {
    expect(shown('2026-12-31T15:00:00.000Z', {})).toMatch(/December 31, 2026 .* UTC/)
  })
})

describe('a day that was chosen, in a list', () => {
  it('is written out, and a dash where none was', () => {
    const shownDay = (cellData: unknown) =>
      renderToStaticMarkup(<DayCell {...cell({ cellData })} />)

    expect(shownDay('2026-12-17')).toBe('<span>Thu, Dec 17, 2026</span>')
    for (const none of [null, undefined, '', '2026-02-30']) {
      expect(shownDay(none)).toBe('<span>–</span>')
    }
  })
})
