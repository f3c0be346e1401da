import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'
import type { NoticeTerms } from '../../../src/domain/noticeTerms.js'
import type { PublishedVersion } from '../../../src/domain/situation.js'

import { weekendsCalendar } from '../../../src/domain/calendars/weekends.js'
import { addCivilDays, type CivilDate, startOfCivilDate } from '../../../src/domain/civilDate.js'
import { planPublication } from '../../../src/domain/publication.js'

const timeZone = 'America/New_York'
const plain = { attestations: [], exception: null, imported: null, replaces: null }
const noChannels = { allOf: [], anyOf: [], optional: [], prohibited: [] }
const promising = (material: NoticePeriod, other: NoticePeriod): NoticeTerms => ({
  calendar: 'weekends',
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material: { channels: noChannels, period: material, relation: 'at_or_before' },
  other: { channels: noChannels, period: other, relation: 'at_or_before' },
})

const periods: fc.Arbitrary<NoticePeriod> = fc.record({
  amount: fc.integer({ max: 40, min: 0 }),
  unit: fc.constantFrom('business_days', 'calendar_days', 'none'),
})
const terms = fc.tuple(periods, periods).map(([material, other]) => promising(material, other))
const start = Date.UTC(2026, 0, 5, 15)
const day = 86_400_000

type Step = {
  daysLater: number
  materialChange: boolean
  noticeTerms: NoticeTerms
  wantedIn: null | number
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    daysLater: fc.integer({ max: 30, min: 0 }),
    materialChange: fc.boolean(),
    noticeTerms: terms,
    wantedIn: fc.option(fc.integer({ max: 90, min: 0 })),
  }),
  { maxLength: 8 },
)

/** Publishes what the plan allows, one after the other, on a clock that runs on. */
const publishAll = (all: Step[]): PublishedVersion[] => {
  const timeline: PublishedVersion[] = []
  let now = start

  for (const [index, step] of all.entries()) {
    now += step.daysLater * day + 1
    const instant = new Date(now)
    const today = instant.toISOString().slice(0, 10) as CivilDate
    const plan = planPublication({
      candidate: {
        ...plain,
        effectiveOn: step.wantedIn === null ? null : addCivilDays(today, step.wantedIn),
        label: String(index),
        materialChange: step.materialChange,
        noticeChannels: [],
        noticeTerms: step.noticeTerms,
      },
      context: {
        calendars: [weekendsCalendar],
        channels: [{ name: 'homepage', hasDriver: true, isIndividual: false }],
        instant,
        presets: {},
        timeline,
        timeZone,
      },
    })

    if (plan.problems.length === 0) {
      timeline.push({
        id: index,
        channels: plan.channels,
        effectiveAt: plan.effectiveAt,
        exception: null,
        imported: null,
        label: String(index),
        materialChange: step.materialChange,
        noticeFrom: instant,
        noticeTerms: step.noticeTerms,
        presets: {},
        publishedAt: instant,
        withdrawnAt: null,
      })
    }
  }

  return timeline
}

describe('whatever is published, one after the other', () => {
  it('the day that a refusal names is lawful, and no day before it is, from the one asked for on', () => {
    fc.assert(
      fc.property(steps, periods, fc.integer({ max: 30, min: 0 }), (all, period, wantedIn) => {
        const timeline = publishAll([
          {
            daysLater: 0,
            materialChange: false,
            noticeTerms: promising(period, period),
            wantedIn: 0,
          },
          ...all,
        ])
        const instant = new Date(start + 400 * day)
        const context = {
          calendars: [weekendsCalendar],
          channels: [{ name: 'homepage', hasDriver: true, isIndividual: false }],
          instant,
          presets: {},
          timeline,
          timeZone,
        }
        const planFor = (effectiveOn: CivilDate) =>
          planPublication({
            candidate: {
              ...plain,
              effectiveOn,
              label: 'new',
              materialChange: true,
              noticeChannels: [],
              noticeTerms: timeline.at(-1)!.noticeTerms,
            },
            context,
          })
        const asked = addCivilDays(instant.toISOString().slice(0, 10) as CivilDate, wantedIn)
        const tooShort = planFor(asked).problems.find(
          ({ code }) => code === 'NOTICE_PERIOD_TOO_SHORT',
        )
        fc.pre(tooShort !== undefined)
        const named = tooShort.data.earliestEffectiveOn as CivilDate

        expect(planFor(named).problems).toEqual([])
        expect(+planFor(named).effectiveAt).toBe(+startOfCivilDate({ date: named, timeZone }))
        for (let date = asked; date < named; date = addCivilDays(date, 1)) {
          expect(planFor(date).problems).not.toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })
})
