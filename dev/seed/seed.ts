import type { Payload } from 'payload'

import { lexicalFromText, type NoticeTerms, PolicyError } from 'payload-plugin-policy-versioning'

import { setDemoClock } from '../clock.js'
import { changedPrivacyPolicy, privacyPolicy } from './privacyPolicy.js'
import { realPolicy } from './realPolicy.js'
import { seedCookies } from './seedCookies.js'
import {
  createDraft,
  createPolicy,
  type People,
  publishNew,
  roles,
  step,
  takeThrough,
} from './steps.js'
import { changedTermsOfService, termsOfService } from './termsOfService.js'

const homepageOnly = { allOf: ['homepage'], anyOf: [], optional: [], prohibited: [] }
const anyChannel = { allOf: [], anyOf: [], optional: [], prohibited: [] }

const promising = (period: NoticeTerms['material']['period'], calendar?: string): NoticeTerms => ({
  ...(calendar && { calendar }),
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material: { channels: homepageOnly, period, relation: 'before' },
  other: { channels: anyChannel, period: { amount: 0, unit: 'none' }, relation: 'at_or_before' },
})

/**
 * Fills an empty database with three policies of a bookshop, the way their people would have done it:
 * drafted, reviewed and published, each at its time.
 */
export const seed = async (payload: Payload): Promise<void> => {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })

  // Where the demo is restarted on a database that was kept, its clock goes on from the same morning.
  if (totalDocs === 0) {
    const people = await createPeople(payload)
    await seedPrivacyPolicy({ payload, people })
    await seedTerms({ payload, people })
    await seedCookies({ payload, people })
  }
  setDemoClock(new Date('2026-11-03T15:00:00Z'))
}

const createPeople = async (payload: Payload): Promise<People> => {
  const people = await Promise.all(
    roles.map(async (role) => {
      const { id } = await payload.create({
        collection: 'users',
        data: {
          name: {
            admin: 'Ada Admin',
            editor: 'Edith Editor',
            publisher: 'Paul Publisher',
            reviewer: 'Rita Reviewer',
          }[role],
          email: `${role}@example.com`,
          password: 'demo',
          roles: [role],
        },
        overrideAccess: true,
      })
      return [role, { id, collection: 'users' }] as const
    }),
  )

  return Object.fromEntries(people) as People
}

/** A promise of thirty business days, a change that comes a day too early, and the same a day later. */
const seedPrivacyPolicy = async ({ payload, people }: { payload: Payload; people: People }) => {
  const real = realPolicy()
  const title = real ? 'Privacy & Cookies Policy' : 'Privacy Policy'
  const policy = await createPolicy({ slug: 'privacy', kind: 'privacy', payload, title })

  setDemoClock(new Date('2020-09-19T12:00:00Z'))
  await publishNew({
    data: {
      body: lexicalFromText(real?.text ?? privacyPolicy),
      noticeTerms: promising({ amount: 30, unit: 'business_days' }, 'us-federal'),
      policy,
      title,
    },
    payload,
    people,
  })

  setDemoClock(new Date('2026-11-02T20:00:00Z'))
  const change = {
    body: lexicalFromText(real?.changedText ?? changedPrivacyPolicy),
    changeSummary:
      real?.changeSummary ??
      'A partner, Pagewise, may suggest books to you, if you agree to it. Suggestions are forgotten after twelve months.',
    materialChange: true,
    policy,
    title,
  }
  const early = await createDraft({
    data: { ...change, effectiveOn: '2026-12-16' },
    payload,
    people,
  })

  try {
    await takeThrough({ id: early, payload, people })
  } catch (error) {
    if (!(error instanceof PolicyError)) {
      throw error
    }
    payload.logger.info(`Refused, as it should be: ${error.message}`)
  }

  await payload.update({
    id: early,
    collection: 'policy-versions',
    data: { effectiveOn: '2026-12-17' },
    overrideAccess: false,
    user: people.editor,
  })
  await takeThrough({ id: early, payload, people })
}

/** A version in force, and an approved one whose date is too early: to be published in the tour. */
const seedTerms = async ({ payload, people }: { payload: Payload; people: People }) => {
  const title = 'Terms of Service'
  const policy = await createPolicy({ slug: 'terms', kind: 'terms', payload, title })

  setDemoClock(new Date('2025-01-15T14:00:00Z'))
  await publishNew({
    data: {
      body: lexicalFromText(termsOfService),
      noticeTerms: promising({ amount: 30, unit: 'calendar_days' }),
      policy,
      title,
    },
    payload,
    people,
  })

  setDemoClock(new Date('2026-11-03T14:00:00Z'))
  const id = await createDraft({
    data: {
      body: lexicalFromText(changedTermsOfService),
      changeSummary: 'You may return a book within thirty days. Delivery costs five dollars.',
      effectiveOn: '2026-11-20',
      materialChange: true,
      policy,
      title,
    },
    payload,
    people,
  })
  await step({ id, by: people.editor, payload, status: 'in_review' })
  await step({ id, by: people.reviewer, payload, status: 'approved' })
}
