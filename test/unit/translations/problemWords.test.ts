import { describe, expect, it } from 'vitest'

import { ar } from '../../../src/translations/problems/ar.js'
import { de } from '../../../src/translations/problems/de.js'
import { es } from '../../../src/translations/problems/es.js'
import { fr } from '../../../src/translations/problems/fr.js'
import { ja } from '../../../src/translations/problems/ja.js'
import { problemIn } from '../../../src/translations/problems/problemWords.js'

const message = 'Effective date 2026-12-16 is too early: …; the earliest lawful date is 2026-12-17.'
const tooEarly = { code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-12-17', message }

const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()

describe('a refusal', () => {
  it('is told in the language of whoever is refused, with its days written out', () => {
    expect(problemIn({ language: 'de', problem: tooEarly })).toBe(
      'Der Tag des Inkrafttretens ist zu früh für die versprochene Ankündigungsfrist. Der früheste zulässige Tag ist Donnerstag, 17. Dezember 2026.',
    )
    expect(problemIn({ language: 'fr-CA', problem: tooEarly })).toContain('jeudi 17 décembre 2026')
    expect(problemIn({ language: 'en', problem: tooEarly })).toBe(message)
  })

  it('stays as it is where there are no words for it, or it does not say what they need', () => {
    expect(problemIn({ language: 'pt', problem: tooEarly })).toBe(message)
    expect(problemIn({ language: 'de', problem: { code: 'INVALID_PARAMETER', message } })).toBe(
      message,
    )
    expect(
      problemIn({ language: 'de', problem: { code: 'NOTICE_PERIOD_TOO_SHORT', message } }),
    ).toBe(message)
    expect(problemIn({ language: 'constructor', problem: tooEarly })).toBe(message)
  })

  it('names the version whose day would have been lawful sooner', () => {
    const taken = [{ effectiveOn: '2026-12-16', id: 3, label: '3' }]

    for (const language of ['ar', 'de', 'es', 'fr', 'ja']) {
      expect(problemIn({ language, problem: { ...tooEarly, taken } })).toContain('3')
      expect(problemIn({ language, problem: tooEarly })).not.toContain('3')
    }
  })

  it('names the version whose terms were left, be it followed or replaced', () => {
    const changed = { code: 'MATERIALITY_REQUIRED', message }

    for (const language of ['ar', 'de', 'es', 'fr', 'ja']) {
      expect(
        problemIn({ language, problem: { ...changed, predecessor: { id: 1, label: '7' } } }),
      ).toContain('7')
      expect(
        problemIn({ language, problem: { ...changed, replaced: { id: 2, label: '8' } } }),
      ).toContain('8')
    }
  })

  it('tells all channels from one of several', () => {
    const lacking = { code: 'CHANNEL_MISSING', message }

    expect(
      problemIn({ language: 'es', problem: { ...lacking, allOf: ['homepage', 'email'] } }),
    ).toContain('un aviso por: homepage y email')
    expect(
      problemIn({ language: 'es', problem: { ...lacking, anyOf: ['email', 'letter'] } }),
    ).toContain('uno de estos canales: email y letter')
  })

  it.each(Object.entries({ ar, es, fr, ja }))('says in %s what it says in German', (_, words) => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(de).sort())
    for (const [code, text] of Object.entries(de)) {
      expect([code, placeholders(words[code as keyof typeof words])]).toEqual([
        code,
        placeholders(text),
      ])
    }
  })
})
