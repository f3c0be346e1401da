import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'
import type { NoticeTerms, NoticeTier } from '../../../src/domain/noticeTerms.js'
import type { SayTerms } from '../../../src/domain/termsWords.js'

import { builtInPresets } from '../../../src/domain/noticePresets/builtInPresets.js'
import { presetInWords, termsInWords } from '../../../src/domain/termsInWords.js'
import { en } from '../../../src/translations/en.js'
import { languages } from '../../../src/translations/index.js'
import { fill } from '../../../src/translations/fill.js'
import { thirtyBusinessDays } from '../../helpers/cast.js'
import { noChannels, tenDays } from '../../helpers/stage.js'

const say: SayTerms = (key, values = {}) => fill(en.admin[key], values)
const inEnglish = (terms: NoticeTerms) => termsInWords({ language: 'en', say, terms })
const nothing = tenDays.other

describe('notice terms in words', () => {
  it('say what, how, how long before and by whose days', () => {
    expect(inEnglish(thirtyBusinessDays)).toBe(
      'A material change needs a homepage notice at least 30 business days (US federal calendar) before it takes effect. Any other change may take effect as soon as it is published; no notice is prescribed. It may also be announced on the homepage. Readers see the day of effect.',
    )
  })

  it.each<[string, Partial<NoticeTier>, RegExp]>([
    [
      'one day',
      { period: { amount: 1, unit: 'calendar_days' } },
      /^A material change has to be published at least 1 calendar day before it takes effect; no channel is prescribed\./,
    ],
    [
      'months, the day of publication counted',
      { period: { amount: 2, countPublicationDay: true, unit: 'months' } },
      /at least 2 months, the day of publication included, before it takes effect/,
    ],
    [
      'no minimum, but before',
      { channels: { ...noChannels, anyOf: ['homepage', 'e-mail'] }, relation: 'before' },
      /needs a notice on the homepage or by e-mail before it takes effect; no minimum period is set\./,
    ],
    [
      'no minimum, with it at the latest',
      { channels: { ...noChannels, allOf: ['letter', 'homepage'] } },
      /needs a notice by letter and on the homepage by the time it takes effect\./,
    ],
    [
      'all of some and any of others',
      { channels: { ...noChannels, allOf: ['homepage'], anyOf: ['letter', 'fax'] } },
      /a notice on the homepage as well as by letter or through “fax” by the time/,
    ],
    [
      'an either-or that is met anyway',
      { channels: { ...noChannels, allOf: ['homepage'], anyOf: ['homepage', 'fax'] } },
      /needs a homepage notice by the time it takes effect\. It may also be announced through “fax”\./,
    ],
    [
      'people who are not to be addressed',
      { channels: { ...noChannels, prohibited: ['individual', 'fax'] } },
      /It must not be announced to people one by one\. It must not be announced through “fax”\./,
    ],
    [
      'a website alone',
      { channels: { ...noChannels, allOf: ['homepage'], prohibited: ['*'] } },
      /It must not be announced through any other channel\./,
    ],
    [
      'an amount of nothing in whatever unit',
      { period: { amount: 0, unit: 'business_days' }, relation: 'before' },
      /has to be published before it takes effect; no minimum period is set/,
    ],
  ])('say %s', (_what, tier, expected) => {
    expect(inEnglish({ ...tenDays, material: { ...nothing, ...tier } })).toMatch(expected)
  })

  it('say once what holds for any change', () => {
    expect(inEnglish({ ...tenDays, material: nothing })).toBe(
      'Any change may take effect as soon as it is published; no notice is prescribed. Readers see the day of publication.',
    )
  })

  it('say exceptions, further rules, consent and a calendar that only those count by', () => {
    expect(
      inEnglish({
        ...tenDays,
        calendar: 'acme',
        consentByUse: 'from_effect',
        exceptions: ['security', 'merger'],
        presets: ['thirty-business-days'],
      }),
    ).toMatch(
      /are those of: calendar “acme”\. The notice may be shorter for security or “merger”\. The rules of “thirty-business-days” apply on top, each by itself\. Use of the service from the day of effect on counts as consent\./,
    )
  })

  it('say of a draft that it lacks its calendar', () => {
    expect(inEnglish({ ...thirtyBusinessDays, calendar: undefined })).toMatch(
      /30 business days \(no calendar chosen yet\)/,
    )
  })

  it.each(Object.entries(builtInPresets))('say the preset %s', (_name, preset) => {
    const words = presetInWords({ language: 'en', preset, say })

    expect(words).toMatch(/^(A material|Any) change [^{}]+\.$/)
    expect(/This is a statute/.test(words)).toBe(preset.isStatutory)
  })

  it('say of every built-in preset something that no other with other rules says', () => {
    const said = Object.entries(builtInPresets).map(([, preset]) => [
      presetInWords({ language: 'en', preset, say }),
      JSON.stringify({ ...preset, source: '' }),
    ])

    expect(new Set(said.map(([words]) => words)).size).toBe(
      new Set(said.map(([, rules]) => rules)).size,
    )
  })

  it.each([
    ['ar', '«merger»'],
    ['de', '„merger“'],
    ['fr', '«\u00a0merger\u00a0»'],
    ['ja', '「merger」'],
  ])('quote names in the marks of the language: %s', (language, quoted) => {
    const words: Record<string, string> = languages[language]!.admin
    const sayIn: SayTerms = (key, values = {}) => fill(words[key]!, values)

    expect(
      termsInWords({ language, say: sayIn, terms: { ...tenDays, exceptions: ['merger'] } }),
    ).toContain(quoted)
  })

  it('leave no placeholder open and differ wherever they differ in law', () => {
    fc.assert(
      fc.property(someTerms, changes, (one, change) => {
        const other = { ...one, ...change }
        const words = inEnglish(one)

        expect(words).not.toMatch(/\{\{|undefined/)
        if (lawOf(one) !== lawOf(other)) {
          expect(inEnglish(other)).not.toBe(words)
        }
      }),
      { numRuns: 500 },
    )
  })
})

// Names that could be mistaken for the words around them.
const name = fc.constantFrom(
  'homepage',
  'e-mail',
  'email',
  'letter',
  'fax',
  'fax or by letter',
  'fax” or through “sms',
  'sms',
)
const names = fc.uniqueArray(name, { maxLength: 3 })

const period: fc.Arbitrary<NoticePeriod> = fc.record(
  {
    amount: fc.constantFrom(0, 1, 2, 30),
    countPublicationDay: fc.boolean(),
    unit: fc.constantFrom('business_days', 'calendar_days', 'months', 'none'),
  },
  { requiredKeys: ['amount', 'unit'] },
)

const tier: fc.Arbitrary<NoticeTier> = fc.record({
  channels: fc.record({
    allOf: names,
    anyOf: names,
    optional: names,
    prohibited: fc.uniqueArray(fc.oneof(name, fc.constantFrom('*', 'individual')), {
      maxLength: 2,
    }),
  }),
  period,
  relation: fc.constantFrom('at_or_before', 'before'),
})

const termsModel = {
  calendar: fc.constantFrom('us-federal', 'weekends', 'acme'),
  consentByUse: fc.constantFrom('from_effect', 'from_publication', 'none'),
  dateLabel: fc.constantFrom('effective', 'none', 'updated'),
  exceptions: fc.uniqueArray(fc.constantFrom('security', 'merger', 'merger” or “security'), {
    maxLength: 2,
  }),
  material: tier,
  other: tier,
  presets: fc.uniqueArray(fc.constantFrom('eu-p2b', 'eu-psd2', 'eu-p2b” and “eu-psd2')),
} as const
const someTerms = fc.record(termsModel, {
  requiredKeys: ['consentByUse', 'dateLabel', 'exceptions', 'material', 'other'],
}) as fc.Arbitrary<NoticeTerms>
/** One field or more of other terms, so that two terms often differ in one thing alone. */
const changes = fc.record(termsModel, { requiredKeys: [] }) as fc.Arbitrary<Partial<NoticeTerms>>

/** What of some terms a publication is judged by, and what its readers are told. */
const lawOf = ({ calendar, consentByUse, dateLabel, exceptions, presets, ...tiers }: NoticeTerms) =>
  JSON.stringify([
    calendar ?? null,
    consentByUse,
    dateLabel,
    [...exceptions].sort(),
    [...(presets ?? [])].sort(),
    lawOfTier(tiers.material),
    lawOfTier(tiers.other),
  ])

const lawOfTier = ({
  channels: { allOf, anyOf, optional, prohibited },
  period: { amount, countPublicationDay, unit },
  relation,
}: NoticeTier) => {
  const isNone = unit === 'none' || amount === 0
  const isMet = anyOf.some((channel) => allOf.includes(channel))

  return [
    // Strictly before is what a period of a day or more is anyway.
    isNone ? relation : [amount, unit, countPublicationDay ?? false],
    [...allOf].sort(),
    isMet ? [] : [...anyOf].sort(),
    [...prohibited].sort(),
    // What else may be used is of no consequence but where all others are prohibited.
    prohibited.includes('*') ? [...new Set([...allOf, ...anyOf, ...optional])].sort() : [],
  ]
}
