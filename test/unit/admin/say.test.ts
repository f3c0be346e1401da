import { describe, expect, it } from 'vitest'

import { sayIn } from '../../../src/admin/say.js'
import { fill } from '../../../src/translations/fill.js'
import { wordsOf } from '../../../src/translations/index.js'

const sayOf = (language: string) => sayIn({ language, t: (key) => key })
const deadline = (instant: string, timeZone: string, language = 'en-US') =>
  sayOf(language).deadline(instant, timeZone).replaceAll(' ', ' ')

describe('a deadline in words', () => {
  it('ends a day at 24:00, in the zone of the policy', () => {
    expect(deadline('2026-11-18T05:00:00Z', 'America/New_York')).toBe(
      'Tuesday, November 17, 2026 at 24:00 EST',
    )
    expect(deadline('2026-11-17T23:00:00Z', 'Europe/Berlin', 'de')).toMatch(
      /Dienstag, 17\. November 2026.*24:00.*MEZ/,
    )
  })

  it('ends the day before also where the clock skips midnight', () => {
    // In Cairo 26 April 2024 begins at 01:00.
    expect(deadline('2024-04-25T22:00:00Z', 'Africa/Cairo')).toMatch(
      /^Thursday, April 25, 2024 at 24:00/,
    )
  })

  it('is written as it is where it is no end of a day', () => {
    expect(deadline('2026-11-18T05:30:00Z', 'America/New_York')).toBe(
      'Wednesday, November 18, 2026 at 00:30 EST',
    )
  })

  it('is written in the digits and days of the language, by the Gregorian calendar', () => {
    expect(deadline('2026-11-17T20:30:00Z', 'Asia/Tehran', 'fa')).toMatch(/۱۷ نوامبر ۲۰۲۶.*۲۴:۰۰/)
    expect(sayOf('th').date('2026-12-17')).toMatch(/2026|๒๐๒๖/)
  })
})

describe('what the rules say', () => {
  const problem = (message: string, language = 'en-US') =>
    sayOf(language).problem({ code: 'ANY', message })

  it('has its dates written out, also where there are no words for it in the language', () => {
    expect(problem('Published on 2026-11-03, it ends on 2026-12-03.')).toBe(
      'Published on November 3, 2026, it ends on December 3, 2026.',
    )
    expect(problem('It is 2026-11-03.', 'de')).toBe('It is November 3, 2026.')
    expect(sayOf('en-US').refusal('The earliest lawful date is 2026-12-04.')).toBe(
      'The earliest lawful date is December 4, 2026.',
    )
  })

  it('keeps what is quoted, and what is no day', () => {
    for (const message of [
      'The date is "2026-11-03".',
      'The text says “since 2026-11-03”.',
      'Write 2026-13-40.',
      'Case 12026-11-03-4 stands.',
    ]) {
      expect(problem(message)).toBe(message)
    }
  })
})

describe('an amount in words', () => {
  const amounts = (language: string) =>
    [1, 2].flatMap((amount) =>
      ['business_days', 'calendar_days', 'months'].map((unit) =>
        sayIn({
          language,
          t: (key, values) =>
            fill((wordsOf(language).admin as Record<string, string>)[key.split(':')[1]!]!, values),
        }).amount(amount, unit),
      ),
    )

  it('is in the singular and the plural that the language has', () => {
    expect(amounts('en')).toEqual([
      '1 business day',
      '1 calendar day',
      '1 month',
      '2 business days',
      '2 calendar days',
      '2 months',
    ])
    expect(amounts('de').slice(0, 4)).toEqual([
      '1 Geschäftstag',
      '1 Kalendertag',
      '1 Monat',
      '2 Geschäftstage',
    ])
    expect(amounts('ar')[3]).toBe('2 من أيام العمل')
  })
})

describe('languages in words', () => {
  it('are named in the language of the panel, and a code that is none by itself', () => {
    expect(sayOf('en').languages(['en', 'de', 'ar'])).toBe('English, German, and Arabic')
    expect(sayOf('en').languages(['en_GB', 'not a code'])).toBe('British English and not a code')
  })
})
