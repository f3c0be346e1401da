import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'
import type { NoticeTerms, NoticeTier } from '../../../src/domain/noticeTerms.js'
import type {
  Candidate,
  PublicationContext,
  PublishedVersion,
} from '../../../src/domain/situation.js'

import { weekendsCalendar } from '../../../src/domain/calendars/weekends.js'
import { addCivilDays, civilDateOf } from '../../../src/domain/civilDate.js'
import { decide } from '../../../src/domain/decision.js'
import { earliestEffectiveAt } from '../../../src/domain/noticeClock.js'
import { noDemand } from '../../../src/domain/noticePresets/noticePreset.js'
import { planPublication } from '../../../src/domain/publication.js'

const timeZone = 'America/New_York'
const day = 86_400_000
const publisher = { id: 1, name: 'Paul', collection: 'users' }

const periods: fc.Arbitrary<NoticePeriod> = fc.record({
  amount: fc.integer({ max: 25, min: 0 }),
  unit: fc.constantFrom('business_days', 'calendar_days', 'none'),
})
const tiers: fc.Arbitrary<NoticeTier> = fc.record({
  channels: fc.constant(noDemand.channels),
  period: periods,
  relation: fc.constantFrom('at_or_before', 'before'),
})
const presets = {
  fortnight: {
    exceptions: [],
    isStatutory: false,
    material: { ...noDemand, period: { amount: 14, unit: 'calendar_days' as const } },
    other: noDemand,
    source: '',
  },
}
const terms: fc.Arbitrary<NoticeTerms> = fc
  .tuple(tiers, tiers, fc.boolean())
  .map(([material, other, hasPreset]) => ({
    calendar: 'weekends',
    consentByUse: 'none',
    dateLabel: 'effective',
    exceptions: [],
    material,
    other,
    ...(hasPreset && { presets: ['fortnight'] }),
  }))

type Step =
  | { days: number; kind: 'wait' }
  | { kind: 'withdraw'; which: number }
  | {
      keepsTerms: boolean
      kind: 'publish'
      materialChange: boolean
      materialDifference: boolean
      noticeTerms: NoticeTerms
      replaces: null | number
      wantedIn: null | number
    }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({
        days: fc.integer({ max: 20, min: 0 }),
        kind: fc.constant('wait' as const),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat({ max: 3 }) }),
      weight: 1,
    },
    {
      arbitrary: fc.record({
        keepsTerms: fc.boolean(),
        kind: fc.constant('publish' as const),
        materialChange: fc.boolean(),
        materialDifference: fc.boolean(),
        noticeTerms: terms,
        replaces: fc.option(fc.nat({ max: 1 }), { freq: 2 }),
        wantedIn: fc.option(fc.integer({ max: 35, min: 0 })),
      }),
      weight: 4,
    },
  ),
  { maxLength: 16, minLength: 6, size: 'max' },
)

/** A version as the model sees it: when readers could first know of its change, and of what kind it was. */
type Told = PublishedVersion & { announcedAt: Date; wasReplacedBy?: number }

/** Takes every step that is allowed, and keeps what happened. */
const live = (all: Step[]): Told[] => {
  const versions: Told[] = []
  let now = Date.UTC(2026, 0, 5, 15)

  for (const step of all) {
    now += 1
    const instant = new Date(now)
    const context: PublicationContext = {
      calendars: [weekendsCalendar],
      channels: [{ name: 'homepage', hasDriver: true, isIndividual: false }],
      instant,
      presets,
      timeline: versions,
      timeZone,
    }
    const upcoming = versions.filter(
      ({ effectiveAt, withdrawnAt }) => !withdrawnAt && effectiveAt > instant,
    )

    if (step.kind === 'wait') {
      now += step.days * day
    } else if (step.kind === 'withdraw') {
      const chosen = upcoming[step.which]
      if (chosen && mayWithdraw(chosen, context)) {
        chosen.withdrawnAt = instant
      }
    } else {
      publish({ context, step, upcoming, versions })
    }
  }

  return versions
}

const publish = ({
  context,
  step,
  upcoming,
  versions,
}: {
  context: PublicationContext
  step: Extract<Step, { kind: 'publish' }>
  upcoming: Told[]
  versions: Told[]
}) => {
  const { instant } = context
  const replaced = step.replaces === null ? undefined : upcoming[step.replaces]
  const candidate: Candidate = {
    attestations: [],
    effectiveOn:
      step.wantedIn === null
        ? null
        : addCivilDays(civilDateOf({ instant, timeZone }), step.wantedIn),
    exception: null,
    imported: null,
    label: String(versions.length),
    materialChange: step.materialChange,
    noticeChannels: [],
    noticeTerms: step.keepsTerms
      ? (versions.at(-1)?.noticeTerms ?? step.noticeTerms)
      : step.noticeTerms,
    replaces: replaced
      ? { materialDifference: step.materialDifference, version: replaced.id }
      : null,
  }
  const plan = planPublication({ candidate, context })

  if (plan.problems.length > 0) {
    return
  }
  if (replaced) {
    replaced.withdrawnAt = instant
    expect(+plan.effectiveAt).toBeGreaterThanOrEqual(+replaced.effectiveAt)
  }
  // What was announced as some other change was no announcement of a material one.
  const saysSame =
    replaced && !step.materialDifference && (!step.materialChange || replaced.materialChange)
  versions.push({
    id: versions.length,
    // By the model's own reading: what was announced goes on being announced by what corrects it.
    announcedAt: saysSame ? replaced.announcedAt : instant,
    channels: plan.channels,
    effectiveAt: plan.effectiveAt,
    exception: null,
    imported: null,
    label: candidate.label,
    materialChange: step.materialChange,
    noticeFrom: plan.noticeFrom,
    noticeTerms: candidate.noticeTerms,
    presets,
    publishedAt: instant,
    withdrawnAt: null,
  })
}

const mayWithdraw = (version: Told, context: PublicationContext): boolean => {
  try {
    decide({
      situation: {
        actor: { ...publisher, roles: ['publisher'] },
        approvalScope: 'text',
        context,
        requiredApprovals: 1,
        reviews: [],
        shownFingerprint: undefined,
        version: {
          ...version,
          attestations: [],
          authors: [],
          effectiveOn: null,
          fingerprint: '',
          noticeChannels: [],
          replaces: null,
          status: 'published',
        },
      },
      transition: 'withdraw',
    })
    return true
  } catch {
    return false
  }
}

/** When a version stood in the way of others: from its effect until the next one's. */
const inForceAt = (versions: Told[], at: Date): Told | undefined =>
  versions
    .filter(
      ({ effectiveAt, withdrawnAt }) => effectiveAt <= at && (!withdrawnAt || withdrawnAt > at),
    )
    .sort((one, other) => +other.effectiveAt - +one.effectiveAt)[0]

describe('whatever is published, replaced and withdrawn, whenever', () => {
  it('nothing takes effect sooner than what was in force when it was announced, or comes between, allows', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const versions = live(all)

        for (const version of versions.filter(({ withdrawnAt }) => !withdrawnAt)) {
          const known = versions.filter(({ publishedAt }) => publishedAt < version.publishedAt)
          const between = known.filter(
            ({ effectiveAt, withdrawnAt }) =>
              !withdrawnAt &&
              effectiveAt > version.publishedAt &&
              effectiveAt < version.effectiveAt,
          )
          const governing = [
            inForceAt(known, version.announcedAt),
            inForceAt(known, version.publishedAt),
            ...between,
          ].filter((promising) => promising !== undefined)

          for (const { noticeTerms } of governing) {
            const tier = version.materialChange ? noticeTerms.material : noticeTerms.other
            const promised = [
              tier,
              ...(noticeTerms.presets
                ? [version.materialChange ? presets.fortnight.material : noDemand]
                : []),
            ]
            for (const { period, relation } of promised) {
              const earliest = earliestEffectiveAt({
                calendar: weekendsCalendar,
                period,
                publishedAt: version.announcedAt,
                timeZone,
              })
              expect(+version.effectiveAt).toBeGreaterThanOrEqual(+earliest)
              if (relation === 'before') {
                expect(+version.effectiveAt).toBeGreaterThan(+version.announcedAt)
              }
            }
          }
        }
      }),
      { numRuns: 800 },
    )
  }, 300_000)

  it('a promise is changed by a change that was marked and announced as material alone', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const versions = live(all)
          .filter(({ withdrawnAt }) => !withdrawnAt)
          .sort((one, other) => +one.effectiveAt - +other.effectiveAt)

        for (const [index, version] of versions.entries()) {
          const before = versions[index - 1]
          if (before && !version.materialChange) {
            expect(version.noticeTerms).toEqual(before.noticeTerms)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('two versions never share an instant', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const instants = live(all)
          .filter(({ withdrawnAt }) => !withdrawnAt)
          .map(({ effectiveAt }) => +effectiveAt)
        expect(new Set(instants).size).toBe(instants.length)
      }),
      { numRuns: 100 },
    )
  })
})
