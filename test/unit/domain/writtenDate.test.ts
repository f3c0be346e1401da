import { describe, expect, it } from 'vitest'

import { writtenDate } from '../../../src/domain/writtenDate.js'

const written = (locale: string) =>
  writtenDate({ instant: new Date('2026-12-17T20:00:00Z'), locale, timeZone: 'Europe/Rome' })

describe('a date as readers see it', () => {
  it('is written in the language, and in English where its code is none', () => {
    expect(['en', 'de_AT', 'it', 'not a code'].map(written)).toEqual([
      'December 17, 2026',
      '17. Dezember 2026',
      '17 dicembre 2026',
      'December 17, 2026',
    ])
  })

  it('is Gregorian also where people count their years otherwise', () => {
    expect(written('th')).toMatch(/17 .* (?:ค\.ศ\. )?2026$/)
    expect(written('fa')).toMatch(/۲۰۲۶/)
  })
})
