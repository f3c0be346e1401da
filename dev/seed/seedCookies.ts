import type { Payload } from 'payload'

import { lexicalFromText, type NoticeTerms } from 'payload-plugin-policy-versioning'

import { setDemoClock } from '../clock.js'
import { cookiePolicy, urgentCookiePolicy } from './cookiePolicy.js'
import { createDraft, createPolicy, type People, publishNew, step } from './steps.js'

const noticeTerms: NoticeTerms = {
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: ['security'],
  material: {
    channels: { allOf: ['homepage'], anyOf: [], optional: [], prohibited: [] },
    period: { amount: 15, unit: 'calendar_days' },
    relation: 'before',
  },
  other: {
    channels: { allOf: [], anyOf: [], optional: ['homepage'], prohibited: [] },
    period: { amount: 0, unit: 'none' },
    relation: 'at_or_before',
  },
}

/**
 * A history from before the plugin, one version of it with an unknown date and one that came too
 * early, and an urgent change in review that claims an exception.
 */
export const seedCookies = async ({ payload, people }: { payload: Payload; people: People }) => {
  const title = 'Cookie Policy'
  const policy = await createPolicy({ slug: 'cookies', kind: 'cookies', payload, title })
  const source = 'The shop’s old website, kept on paper in the office'
  const body = lexicalFromText(cookiePolicy)

  setDemoClock(new Date('2026-10-01T14:00:00Z'))
  for (const imported of [
    { sequence: 1, source },
    { effectiveOn: '2019-05-01', publishedOn: '2019-04-10', sequence: 2, source },
    { effectiveOn: '2022-03-01', publishedOn: '2022-02-20', sequence: 3, source },
  ]) {
    const data = { body, imported, materialChange: true, noticeTerms, policy, title }
    await publishNew({ author: people.admin, data, payload, people, publisher: people.admin })
  }

  setDemoClock(new Date('2026-11-03T14:30:00Z'))
  const id = await createDraft({
    data: {
      body: lexicalFromText(urgentCookiePolicy),
      changeSummary: 'A new cookie tells people from programs when you log in.',
      effectiveOn: '2026-11-04',
      exception: {
        explanation: 'Passwords are being tried out on our customers’ accounts right now.',
        reason: 'security',
      },
      materialChange: true,
      policy,
      title,
    },
    payload,
    people,
  })
  await step({ id, by: people.editor, payload, status: 'in_review' })
}
