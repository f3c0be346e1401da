import { describe, expect, it } from 'vitest'

import type { Clause } from '../../../src/domain/governingTerms.js'

import { allowedReasons } from '../../../src/domain/noticeException.js'
import { promising } from '../../helpers/publications.js'

const clause = (exceptions: string[], amount = 30) =>
  ({
    exceptions,
    tier: promising({ amount, unit: amount === 0 ? 'none' : 'calendar_days' }).material,
  }) as unknown as Clause // Nothing else of it counts.

describe('the reasons that an exception can have', () => {
  it('are those that all periods allow, and what the law demands', () => {
    expect(
      allowedReasons([clause(['security', 'legal_obligation']), clause(['security'])]),
    ).toEqual(['security', 'legal_obligation'])
    expect(allowedReasons([clause(['security']), clause([])])).toEqual(['legal_obligation'])
  })

  it('are not narrowed by a clause without a period, which no day breaks', () => {
    expect(allowedReasons([clause(['security']), clause([], 0)])).toContain('security')
  })

  it('are a legal obligation alone where nothing was promised', () => {
    expect(allowedReasons([])).toEqual(['legal_obligation'])
  })
})
