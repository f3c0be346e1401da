import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'
import type { NoticeTerms } from '../../../src/domain/noticeTerms.js'
import type { PolicyError } from '../../../src/domain/policyError.js'
import type {
  Candidate,
  PublicationContext,
  PublishedVersion,
} from '../../../src/domain/situation.js'

import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import { weekendsCalendar } from '../../../src/domain/calendars/weekends.js'
import { addCivilDays, type CivilDate } from '../../../src/domain/civilDate.js'
import { earliestLawfulDay, effectiveDays } from '../../../src/domain/effectiveDays.js'
import { planPublication } from '../../../src/domain/publication.js'
import { publicationContext, publishedVersion } from '../../helpers/publications.js'

const noChannels = { allOf: [], anyOf: [], optional: [], prohibited: [] }
const promising = (
  material: NoticePeriod,
  { calendar = 'us-federal', exceptions = [] as string[], other = material } = {},
): NoticeTerms => ({
  calendar,
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions,
  material: { channels: noChannels, period: material, relation: 'before' },
  other: { channels: noChannels, period: other, relation: 'at_or_before' },
})
const thirtyBusinessDays = promising(
  { amount: 30, unit: 'business_days' },
  { exceptions: ['security'], other: { amount: 0, unit: 'none' } },
)

/** A published version that promised `thirtyBusinessDays`. */
const version = (
  label: string,
  effectiveAt: string,
  more: Partial<PublishedVersion> = {},
): PublishedVersion =>
  publishedVersion(label, effectiveAt, { noticeTerms: thirtyBusinessDays, ...more })
const inForce = version('1', '2020-01-01T12:00:00Z')

/** Monday, 2 November 2026, 15:00 in New York. */
const context = (more: Partial<PublicationContext> = {}): PublicationContext =>
  publicationContext({
    calendars: [usFederalCalendar, weekendsCalendar],
    timeline: [inForce],
    ...more,
  })
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  attestations: [],
  effectiveOn: null,
  exception: null,
  imported: null,
  label: '2',
  materialChange: true,
  noticeChannels: [],
  noticeTerms: thirtyBusinessDays,
  replaces: null,
  ...more,
})
const dayOf = (
  date: string,
  of: { candidate?: Partial<Candidate>; context?: Partial<PublicationContext> } = {},
) =>
  effectiveDays({
    candidate: candidate(of.candidate),
    context: context(of.context),
    month: date as CivilDate,
  }).find((day) => day.date === date)!

describe('the days of a month for a version that thirty business days are promised for', () => {
  it('are all its days, in order', () => {
    const days = (month: string) =>
      effectiveDays({
        candidate: candidate(),
        context: context(),
        month: month as CivilDate,
      }).map(({ date }) => date)

    expect(days('2026-12-05')).toHaveLength(31)
    expect(days('2028-02-29')).toEqual(
      Array.from({ length: 29 }, (_, index) => `2028-02-${String(index + 1).padStart(2, '0')}`),
    )
    expect(days('9999-12-01').at(-1)).toBe('9999-12-31')
  })

  it('say of a day too early how the period was counted and which day is lawful', () => {
    expect(dayOf('2026-12-16').problem).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      data: {
        count: { calendar: 'us-federal', lastDay: '2026-12-16', period: { amount: 30 } },
        decidedBy: { label: '1' },
        earliestEffectiveOn: '2026-12-17',
      },
      message:
        'Effective date 2026-12-16 is too early: published on 2026-11-02, 30 business days (calendar us-federal) end on 2026-12-16, as promised by version 1; the earliest lawful date is 2026-12-17.',
    })
    expect(dayOf('2026-12-17')).toMatchObject({ isByException: false, problem: null })
  })

  it('say until when to publish for a lawful day, and nothing of one that is not', () => {
    expect(dayOf('2027-01-01').publicationDeadline).toEqual(new Date('2026-11-18T05:00:00Z'))
    expect(dayOf('2026-12-16').publicationDeadline).toBeNull()
  })

  it('say to publish before the day where a notice without a period has to come first, and before what is replaced takes effect', () => {
    const noPeriod = promising({ amount: 0, unit: 'none' })
    const pending = version('2', '2026-11-20T05:00:00Z', {
      noticeFrom: new Date('2026-10-01T12:00:00Z'),
    })

    expect(
      dayOf('2026-12-01', {
        context: { timeline: [version('1', '2020-01-01T12:00:00Z', { noticeTerms: noPeriod })] },
      }).publicationDeadline,
    ).toEqual(new Date('2026-12-01T05:00:00Z'))
    expect(
      dayOf('2026-11-25', {
        candidate: { replaces: { materialDifference: false, version: '2' } },
        context: { timeline: [inForce, pending] },
      }),
    ).toMatchObject({ problem: null, publicationDeadline: new Date('2026-11-20T05:00:00Z') })
  })

  it('leave a weekend and a holiday lawful, and name them', () => {
    expect(dayOf('2026-12-19')).toMatchObject({
      business: { kind: 'weekend', name: null },
      problem: null,
    })
    expect(dayOf('2026-12-25')).toMatchObject({
      business: { kind: 'holiday', name: 'Christmas Day' },
      problem: null,
    })
    expect(dayOf('2026-07-03').business).toEqual({
      kind: 'holiday',
      name: 'Independence Day (observed)',
    })
    expect(dayOf('2026-12-24').business).toMatchObject({ kind: 'business_day' })
  })

  it('name the announced versions that come after them', () => {
    const announced = {
      timeline: [
        inForce,
        version('2', '2027-02-01T05:00:00Z'),
        version('3', '2027-03-01T05:00:00Z'),
        version('4', '2027-04-01T05:00:00Z', { withdrawnAt: new Date('2026-10-01T12:00:00Z') }),
      ],
    }
    const precedes = (date: string, of: Partial<Candidate> = {}) =>
      dayOf(date, { candidate: of, context: announced }).precedes.map(({ label }) => label)

    expect(precedes('2027-01-31')).toEqual(['2', '3'])
    expect(precedes('2027-02-15')).toEqual(['3'])
    expect(precedes('2027-03-02')).toEqual([])
    expect(
      precedes('2027-02-01', { replaces: { materialDifference: false, version: '2' } }),
    ).toEqual(['3'])
  })

  it('say of a day too early that the first lawful one belongs to another version', () => {
    const taken = (...days: string[]) => ({
      timeline: [
        inForce,
        ...days.map((day, index) => version(String(index + 2), `${day}T05:00:00Z`)),
      ],
    })
    const problemOf = (...days: string[]) =>
      dayOf('2026-12-16', { context: taken(...days) }).problem

    expect(problemOf('2026-12-17')).toMatchObject({
      data: {
        earliestEffectiveOn: '2026-12-18',
        taken: [{ effectiveOn: '2026-12-17', id: '2', label: '2' }],
      },
      message: expect.stringMatching(
        /the earliest lawful date is 2026-12-18, as version 2 already takes effect on 2026-12-17\.$/u,
      ),
    })
    expect(problemOf('2026-12-17', '2026-12-18')?.message).toMatch(
      /is 2026-12-19, as version 2 already takes effect on 2026-12-17 and version 3 already takes effect on 2026-12-18\.$/u,
    )
    // Not in the way: no day that would have been lawful.
    expect(problemOf('2026-12-15')?.data).not.toHaveProperty('taken')
    expect(problemOf('2026-12-18')?.message).toMatch(/is 2026-12-17\.$/u)
  })

  it('change with the materiality of the change', () => {
    expect(dayOf('2026-11-03').problem).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT' })
    expect(dayOf('2026-11-03', { candidate: { materialChange: false } }).problem).toBeNull()
  })

  it('are refused where they are past, taken, or out of reach of the calendar', () => {
    const taken = { timeline: [inForce, version('2', '2027-02-01T05:00:00Z')] }

    expect(dayOf('2026-11-01').problem).toMatchObject({ code: 'EFFECTIVE_DATE_PAST' })
    expect(dayOf('2027-02-01', { context: taken }).problem).toMatchObject({
      code: 'EFFECTIVE_DATE_TAKEN',
      data: { takenBy: { label: '2' } },
    })
    expect(
      dayOf('2026-12-17', {
        context: {
          calendars: [{ ...usFederalCalendar, coverage: { from: '2020-01-01', to: '2026-11-30' } }],
        },
      }),
    ).toMatchObject({ business: null, problem: { code: 'CALENDAR_NOT_COVERED' } })
  })

  it('come under an exception where it is allowed, and say so', () => {
    const claiming = (reason: string) => ({
      candidate: { exception: { explanation: 'Passwords leaked.', reason } },
    })

    expect(dayOf('2026-11-10', claiming('security'))).toMatchObject({
      isByException: true,
      problem: null,
      publicationDeadline: null,
    })
    expect(dayOf('2026-12-17', claiming('security')).isByException).toBe(false)
    expect(dayOf('2026-11-10', claiming('haste')).problem).toMatchObject({
      code: 'EXCEPTION_NOT_ALLOWED',
    })
  })

  it('are none of an import, which took effect before', () => {
    const imported = { effectiveOn: null, publishedOn: null, sequence: 1, source: 'an archive' }
    expect(dayOf('2026-12-17', { candidate: { imported } }).problem).toMatchObject({
      code: 'INVALID_PARAMETER',
    })
  })

  it('know no business days where nobody counts them', () => {
    const { calendar, ...plain } = promising({ amount: 10, unit: 'calendar_days' })
    expect(calendar).toBe('us-federal')
    expect(
      dayOf('2026-12-25', {
        candidate: { noticeTerms: plain },
        context: { timeline: [version('1', '2020-01-01T12:00:00Z', { noticeTerms: plain })] },
      }),
    ).toMatchObject({ business: null, problem: null })
  })
})

describe('the earliest lawful day', () => {
  it('is the one after the notice period, today where there is none', () => {
    expect(earliestLawfulDay({ candidate: candidate(), context: context() })).toBe('2026-12-17')
    expect(
      earliestLawfulDay({ candidate: candidate({ materialChange: false }), context: context() }),
    ).toBe('2026-11-02')
  })

  it('comes after a pending version whose announcement it would break', () => {
    const lax = promising({ amount: 0, unit: 'none' })
    const pending = version('2', '2026-11-20T05:00:00Z', {
      noticeFrom: new Date('2026-11-01T12:00:00Z'),
      noticeTerms: lax,
    })
    const timeline = [version('1', '2020-01-01T12:00:00Z', { noticeTerms: lax }), pending]
    const strict = candidate({ noticeTerms: promising({ amount: 90, unit: 'calendar_days' }) })

    expect(dayOf('2026-11-10', { candidate: strict, context: { timeline } }).problem).toMatchObject(
      { code: 'BREAKS_PENDING', data: { pending: { label: '2' } } },
    )
    expect(earliestLawfulDay({ candidate: strict, context: context({ timeline }) })).toBe(
      '2026-11-21',
    )
  })

  it('comes after the announced version whose new terms it keeps, where it is not marked as material', () => {
    const lax = promising({ amount: 0, unit: 'none' })
    const timeline = [
      inForce,
      version('2', '2027-03-01T05:00:00Z', { materialChange: true, noticeTerms: lax }),
    ]
    const keeping = { materialChange: false, noticeTerms: lax }

    expect(
      dayOf('2026-11-03', { candidate: keeping, context: { timeline } }).problem,
    ).toMatchObject({ code: 'MATERIALITY_REQUIRED', data: { predecessor: { label: '1' } } })
    expect(
      earliestLawfulDay({ candidate: candidate(keeping), context: context({ timeline }) }),
    ).toBe('2027-03-02')
  })

  it('does not wait for what stands against the version whatever its day', () => {
    const unknown = candidate({ materialChange: false, noticeChannels: ['pigeon'] })

    expect(earliestLawfulDay({ candidate: unknown, context: context() })).toBe('2026-11-02')
    expect(dayOf('2026-11-02', { candidate: unknown }).problem).toBeNull()
  })

  it('is none while changed terms are not marked as material, which would be counted in another way', () => {
    const unmarked = candidate({
      materialChange: false,
      noticeTerms: promising({ amount: 5, unit: 'calendar_days' }),
    })

    expect(earliestLawfulDay({ candidate: unmarked, context: context() })).toBeNull()
    expect(dayOf('2026-11-02', { candidate: unmarked }).problem).toMatchObject({
      code: 'MATERIALITY_REQUIRED',
      data: { predecessor: { label: '1' } },
    })
  })

  it('does not wait for a channel that is attested when it is published', () => {
    const byLetter = promising({ amount: 0, unit: 'none' })
    const required = {
      ...byLetter,
      other: { ...byLetter.other, channels: { ...noChannels, allOf: ['letter'] } },
    }

    expect(
      earliestLawfulDay({
        candidate: candidate({ materialChange: false, noticeTerms: required }),
        context: context({
          timeline: [
            version('1', '2020-01-01T12:00:00Z', { noticeTerms: byLetter }),
            version('2', '2026-11-10T05:00:00Z', { noticeTerms: required }),
          ],
        }),
      }),
    ).toBe('2026-11-11')
  })

  it('is that of the announced version for a correction without a material difference', () => {
    const pending = version('2', '2026-11-20T05:00:00Z', {
      noticeFrom: new Date('2026-10-01T12:00:00Z'),
    })
    const correcting = (materialDifference: boolean) =>
      earliestLawfulDay({
        candidate: candidate({ replaces: { materialDifference, version: '2' } }),
        context: context({ timeline: [inForce, pending] }),
      })

    expect(correcting(false)).toBe('2026-11-20')
    expect(correcting(true)).toBe('2026-12-17')
  })

  it('is none where no calendar reaches so far', () => {
    const calendars = [{ ...usFederalCalendar, coverage: { from: '2020-01-01', to: '2026-11-30' } }]
    expect(
      earliestLawfulDay({ candidate: candidate(), context: context({ calendars }) }),
    ).toBeNull()
  })
})

describe('whatever is pending and promised', () => {
  const periods: fc.Arbitrary<NoticePeriod> = fc.record({
    amount: fc.integer({ max: 12, min: 0 }),
    unit: fc.constantFrom('business_days', 'calendar_days', 'none'),
  })
  const channels = fc.constantFrom(
    ...[{}, { allOf: ['e-mail'] }, { prohibited: ['e-mail'] }, { anyOf: ['letter', 'print'] }].map(
      (more) => ({ ...noChannels, ...more }),
    ),
  )
  const promises = fc.record({ channels, period: periods })
  const situations = fc.record({
    chosen: fc.constantFrom<string[]>([], ['homepage'], ['homepage', 'e-mail'], ['letter']),
    difference: fc.boolean(),
    exception: fc.boolean(),
    materialChange: fc.boolean(),
    pending: fc.uniqueArray(
      fc.record({
        effectIn: fc.integer({ max: 20, min: 1 }),
        materialChange: fc.boolean(),
        promise: promises,
      }),
      { maxLength: 3, selector: ({ effectIn }) => effectIn },
    ),
    promise: promises,
    replaces: fc.boolean(),
    /** Its own, or those of one of the published versions. */
    terms: fc.oneof(promises, fc.nat({ max: 3 })),
    zone: fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Africa/Cairo'),
  })
  // Some months of holidays, since every count looks them up anew.
  const shortCalendar = {
    ...usFederalCalendar,
    holidays: usFederalCalendar.holidays.filter((day) => /^(?:2026-1|2027-0[1-3])/.test(day)),
  }
  const today = '2026-11-03' as CivilDate
  const publicationOf = (of: typeof situations extends fc.Arbitrary<infer T> ? T : never) => {
    const instant = new Date('2026-11-03T10:00:00Z')
    const termsOf = ({ channels: required, period }: typeof of.promise): NoticeTerms => {
      const terms = promising(period, { exceptions: ['security'] })
      return {
        ...terms,
        material: { ...terms.material, channels: required },
        other: { ...terms.other, channels: required },
      }
    }
    const pending = of.pending.map(({ effectIn, materialChange, promise }, index) =>
      version(`p${index}`, `${addCivilDays(today, effectIn)}T12:00:00Z`, {
        materialChange,
        noticeFrom: new Date('2026-10-20T12:00:00Z'),
        noticeTerms: termsOf(promise),
      }),
    )
    const promised = [of.promise, ...of.pending.map(({ promise }) => promise)]
    const own = typeof of.terms === 'number' ? (promised[of.terms] ?? of.promise) : of.terms

    return {
      candidate: candidate({
        exception: of.exception ? { explanation: 'It leaked.', reason: 'security' } : null,
        materialChange: of.materialChange,
        noticeChannels: of.chosen,
        noticeTerms: termsOf(own),
        replaces:
          of.replaces && pending[0]
            ? { materialDifference: of.difference, version: pending[0].id }
            : null,
      }),
      context: context({
        calendars: [shortCalendar],
        channels: ['homepage', 'e-mail'].map((name) => ({
          name,
          hasDriver: true,
          isIndividual: false,
        })),
        instant,
        timeline: [
          version('1', '2020-01-01T12:00:00Z', {
            noticeTerms: termsOf(of.promise),
          }),
          ...pending,
        ],
        timeZone: of.zone,
      }),
    }
  }
  const aboutDates = [
    'BREAKS_PENDING',
    'CALENDAR_NOT_COVERED',
    'EFFECTIVE_DATE_PAST',
    'EFFECTIVE_DATE_TAKEN',
    'EXCEPTION_NOT_ALLOWED',
    'MATERIALITY_REQUIRED',
    'NOTICE_PERIOD_TOO_SHORT',
  ]
  const kindOf = ({ code, data }: PolicyError) => `${code} of ${data.errors?.[0]?.path}`
  /** What the check of a publication says on a day to whoever attests the notices that have no driver. */
  const problemsOn = (
    { candidate: stored, context: at }: ReturnType<typeof publicationOf>,
    effectiveOn: CivilDate,
  ) => {
    const attesting = (channels: string[]) =>
      planPublication({
        candidate: {
          ...stored,
          attestations: channels.map((channel) => ({ channel, evidence: '', givenOn: null })),
          effectiveOn,
        },
        context: at,
      })
    const undriven = attesting([]).channels.filter((name) => ['letter', 'print'].includes(name))

    return attesting(undriven).problems.filter(
      ({ code, data }) => code !== 'CHANNEL_MISSING' || data.anyOf === undefined,
    )
  }
  /** The same, without what no day avoids: found by trying every day until long after the last stretch begins. */
  const checkOf = (publication: ReturnType<typeof publicationOf>) => {
    const all = Array.from({ length: 50 }, (_, index) => addCivilDays(today, index - 2)).map(
      (date) => [date, problemsOn(publication, date)] as const,
    )
    const future = all.flatMap(([date, problems]) => (date < today ? [] : [problems]))
    const lawful = future.filter((found) => !found.some(({ code }) => aboutDates.includes(code)))
    const among = lawful.length > 0 ? lawful : future
    const isOfAll = (problem: PolicyError) =>
      !aboutDates.includes(problem.code) &&
      among.every((found) => found.some((other) => kindOf(other) === kindOf(problem)))

    return new Map(all.map(([date, found]) => [date, found.filter((one) => !isOfAll(one))]))
  }

  it('a day is lawful exactly where the check of the publication has nothing against it', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom('2026-11-01', '2026-12-01'), (of, month) => {
        const publication = publicationOf(of)
        const check = checkOf(publication)

        for (const { date, problem } of effectiveDays({
          ...publication,
          month: month as CivilDate,
        })) {
          if (check.has(date)) {
            expect([date, problem?.code]).toEqual([date, check.get(date)![0]?.code])
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  it('the earliest lawful day is lawful without an exception, and no day before it is', () => {
    fc.assert(
      fc.property(situations, (of) => {
        const publication = publicationOf({ ...of, exception: false })
        const lawful = [...checkOf(publication)].filter(([, found]) => found.length === 0)

        expect(earliestLawfulDay(publication)).toBe(lawful[0]?.[0] ?? null)
      }),
      { numRuns: 20 },
    )
  })
})
