import type { DefaultCellComponentProps, DefaultServerCellComponentProps } from 'payload'

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import { DayCell } from '../../../src/admin/DayCell.js'
import { EffectCell } from '../../../src/admin/EffectCell.js'
import { sayIn } from '../../../src/admin/say.js'
import { englishWords } from '../../helpers/englishWords.js'

vi.mock('../../../src/operations/contextOf.js', () => ({
  contextOf: () => ({ slugs: { policies: 'policies' } }),
}))
vi.mock('../../../src/admin/useWords.js', () => ({
  useWords: () => sayIn({ language: 'en-US', t: englishWords }),
}))

/** What Payload gives a cell; what is beside is not looked at. */
const shown = async (cellData: null | string, rowData: Record<string, unknown>) =>
  renderToStaticMarkup(
    await EffectCell({
      cellData,
      i18n: { language: 'en-US', t: englishWords },
      payload,
      rowData,
    } as unknown as DefaultServerCellComponentProps), // What Payload gives beside is not looked at.
  )
/** Policy 7 is in Tokyo. */
const payload = {
  db: { find: () => Promise.resolve({ docs: [{ id: 7, timeZone: 'Asia/Tokyo' }] }) },
}
const cell = (props: object) => props as unknown as DefaultCellComponentProps // What Payload gives beside is not looked at.

describe('the day of effect in a list', () => {
  it('is that of the policy, whatever day it is in UTC', async () => {
    for (const policy of [7, '7', { id: 7 }]) {
      expect(await shown('2026-12-31T15:00:00.000Z', { policy })).toBe('<span>Jan 1, 2027</span>')
    }
  })

  it('is struck out where the version was withdrawn before it', async () => {
    expect(
      await shown('2026-12-31T15:00:00.000Z', {
        policy: 7,
        withdrawnAt: '2026-12-01T15:00:00.000Z',
      }),
    ).toBe('<span><s>Jan 1, 2027</s></span>')
  })

  it('is none before publication, and unknown of an import without a date', async () => {
    expect(await shown(null, { policy: 7 })).toBe('<span>–</span>')
    expect(
      await shown('1970-01-01T00:00:00.001Z', { imported: { source: 'An archive' }, policy: 7 }),
    ).toBe('<span>unknown</span>')
  })

  it('is the instant in UTC where nobody knows the policy', async () => {
    expect(await shown('2026-12-31T15:00:00.000Z', {})).toMatch(/December 31, 2026 .* UTC/)
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
