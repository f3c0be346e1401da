import { describe, expect, it } from 'vitest'

import type { NoticeTerms } from '../../../../src/domain/noticeTerms.js'

import { noticeFindings } from '../../../../src/domain/textLint/noticeFindings.js'
import { policyTextOf } from '../../../../src/domain/textLint/policyTextOf.js'
import { body, heading, terms, tier } from './states.js'

const findings = ({
  noticeTerms = terms(),
  text,
}: {
  noticeTerms?: NoticeTerms
  text: Parameters<typeof body>[number] | Parameters<typeof body>
}) =>
  noticeFindings({
    blocks: policyTextOf(body(...(Array.isArray(text) ? text : [text]))).blocks,
    terms: [noticeTerms],
  })

const excerpts = (...args: Parameters<typeof findings>): string[] =>
  findings(...args).map(({ excerpt }) => excerpt)

const fifteenDays = tier({ period: { amount: 15, unit: 'calendar_days' } })
const thirtyBusinessDays = tier({ period: { amount: 30, unit: 'business_days' } })

describe('a number of days that the text promises', () => {
  it.each([
    [
      'We will announce changes to this Policy at least thirty (30) business days prior to the change taking effect.',
      'thirty (30) business days prior',
    ],
    ['We give 30 days’ notice of changes to these Terms.', '30 days’ notice'],
    ["We give 30 days' prior written notice of changes to our policy.", "30 days' prior"],
    ['Amendments to this agreement need a 30-day notice.', '30-day notice'],
    ['We modify this statement after notice of at least 30 days.', '30 days'],
    ['We publish changes of our privacy policy two months before they apply.', 'two months before'],
    ['If this policy changes, we write to you 16 calendar days in advance.', '16 calendar days in'],
    ['We post updates to our privacy notice 2 weeks ahead.', '2 weeks ahead'],
    [
      'Changes to this policy take effect 30 days after they are posted.',
      '30 days after they are posted',
    ],
  ])('is found: %s', (text, excerpt) => {
    expect(excerpts({ text })[0]).toContain(excerpt)
    expect(excerpts({ text })).toHaveLength(1)
  })

  it('is told with what the terms promise', () => {
    expect(
      findings({
        noticeTerms: terms({ material: fifteenDays }),
        text: 'We announce changes to this policy 30 business days before.',
      }),
    ).toEqual([
      {
        code: 'NOTICE_CONTRADICTS_TERMS',
        excerpt: '30 business days before',
        key: 'NOTICE_CONTRADICTS_TERMS:30 business days before',
        message:
          'The text says “30 business days before”, but the notice terms promise 15 calendar days for a material change and no notice period for any other. Correct the text or the notice terms.',
      },
    ])
  })

  it.each([
    ['thirty (30) business days', terms({ material: thirtyBusinessDays })],
    ['30 business days', terms({ other: thirtyBusinessDays })],
    ['15 days', terms({ material: thirtyBusinessDays, other: fifteenDays })],
    ['15 calendar days', terms({ material: fifteenDays })],
    ['two weeks', terms({ other: tier({ period: { amount: 14, unit: 'calendar_days' } }) })],
    ['one month', terms({ other: tier({ period: { amount: 1, unit: 'months' } }) })],
  ])('agrees with the terms of either kind of change: %s', (period, noticeTerms) => {
    const text = `We announce changes to this policy ${period} before they take effect.`

    expect(findings({ noticeTerms, text })).toEqual([])
  })

  it.each([
    ['thirty (30) days', terms({ material: thirtyBusinessDays })],
    ['one month', terms({ material: tier({ period: { amount: 30, unit: 'calendar_days' } }) })],
    ['fifteen (30) days', terms({ material: fifteenDays })],
  ])('contradicts terms with another unit or amount: %s', (period, noticeTerms) => {
    const text = `We announce changes to this policy ${period} before they take effect.`

    expect(findings({ noticeTerms, text })).toHaveLength(1)
  })

  it('is found where only the heading or an earlier sentence names the policy', () => {
    const clause = 'You will get 30 days’ notice.'

    expect(excerpts({ text: [heading('Changes to this Privacy Policy'), clause] })).toEqual([
      '30 days’ notice',
    ])
    expect(excerpts({ text: `We may change this policy. ${clause}` })).toEqual(['30 days’ notice'])
    expect(excerpts({ text: [heading('Membership'), clause] })).toEqual([])
    expect(
      excerpts({ text: [heading('Changes to this Policy'), heading('Membership'), clause] }),
    ).toEqual([])
  })
})

describe('a number of days for something else', () => {
  it.each([
    'Requests to access, change, or delete your information will be handled within 30 days.',
    'Under this policy we notify you within 24 hours of a breach.',
    'We announce changes to our prices with 30 days’ notice.',
    'We keep data for 30 days before we delete it, as this policy says.',
    'If you reject changes to these Terms, you may notify us within 30 days of notice.',
    'We may change these Terms; either party may terminate them with 30 days’ notice.',
    'After a change of these Terms you may close your account with 30 days’ notice.',
    'We review changes to this policy every 12 months.',
  ])('is left alone: %s', (text) => {
    expect(excerpts({ text })).toEqual([])
  })
})

describe('notice before the effect without a number', () => {
  const atOnce = tier({ relation: 'at_or_before' })
  const material =
    'We notify you of material changes to this Notice prior to the change becoming effective.'
  const other = 'We notify you of changes to this policy before they take effect.'

  it('contradicts terms by which such a change may take effect at once', () => {
    expect(excerpts({ noticeTerms: terms({ material: atOnce }), text: material })).toEqual([
      'prior to the change becoming effective',
    ])
    expect(excerpts({ noticeTerms: terms({ other: atOnce }), text: other })).toEqual([
      'before they take effect',
    ])
    expect(
      excerpts({
        noticeTerms: terms({ other: atOnce }),
        text: 'We give advance notice of any modification of these terms.',
      }),
    ).toEqual(['advance notice'])
  })

  it('agrees with terms about such a change that want the notice first', () => {
    expect(findings({ noticeTerms: terms({ other: atOnce }), text: material })).toEqual([])
    expect(findings({ noticeTerms: terms({ material: atOnce }), text: other })).toEqual([])
    expect(
      findings({
        noticeTerms: terms({ other: { ...fifteenDays, relation: 'at_or_before' } }),
        text: other,
      }),
    ).toEqual([])
  })

  it.each([
    'We may change this policy without prior notice.',
    'We may change this policy at any time, with or without advance notice.',
    'We do not notify you of changes to this policy before they take effect.',
    'Read this policy and its updates before you use our site.',
    'We publish changes to this policy on our site.',
  ])('is not promised by: %s', (text) => {
    expect(excerpts({ noticeTerms: terms({ material: atOnce, other: atOnce }), text })).toEqual([])
  })
})

describe('a refusal to tell people one by one', () => {
  it.each([
    [
      'We update this policy, but we will not individually notify you of such updates.',
      'will not individually notify',
    ],
    [
      'You will not be notified individually of changes to these terms.',
      'will not be notified individually',
    ],
    ['We may change this policy without individual notice to you.', 'without individual notice'],
    ['We won’t personally inform you of changes to this policy.', 'won’t personally inform'],
  ])('contradicts terms that require a letter: %s', (text, excerpt) => {
    expect(excerpts({ noticeTerms: terms({ other: tier({ allOf: ['letter'] }) }), text })).toEqual([
      excerpt,
    ])
    expect(
      excerpts({ noticeTerms: terms({ other: tier({ allOf: ['homepage'] }) }), text }),
    ).toEqual([])
  })

  it.each(['e-mail', 'email', 'letter', 'sms', 'push', 'individual'])(
    'contradicts terms that require %s for a material change',
    (channel) => {
      expect(
        findings({
          noticeTerms: terms({ material: tier({ allOf: ['homepage', channel] }) }),
          text: 'We will not individually notify you of updates to this policy.',
        })[0]?.message,
      ).toContain(JSON.stringify(channel))
    },
  )

  it('is left alone where it is about something else', () => {
    expect(
      excerpts({
        noticeTerms: terms({ material: tier({ allOf: ['email'] }) }),
        text: 'We will not individually notify you of winners.',
      }),
    ).toEqual([])
  })
})
