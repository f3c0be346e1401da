import type { PayloadRequest } from 'payload'

import type { PublicationPlan } from '../domain/publication.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { writtenDate } from '../domain/writtenDate.js'
import { fill } from '../translations/fill.js'
import { wordsOf } from '../translations/index.js'
import { byLanguage, languagesOf } from './languages.js'
import { loadStoredPolicy } from './storedVersion.js'

const day = 86_400_000

/** What a notice says in one language, before its change takes effect and from then on. */
export type NoticeMessage = { after: string; before: string }

/** Writes the notice of a publication, once for each channel. A first version has none. */
export const postNotices = async ({
  context,
  plan,
  postedAt,
  req,
  stored,
}: {
  context: PolicyContext
  plan: PublicationPlan
  postedAt: Date
  req: PayloadRequest
  stored: StoredVersion
}): Promise<void> => {
  for (const channel of plan.channels) {
    await postNotice({
      channel,
      context,
      effectiveAt: plan.effectiveAt,
      postedAt,
      req,
      stored,
      words: ({ noticeAfter, noticeBefore }) => ({ after: noticeAfter, before: noticeBefore }),
    })
  }
}

/** Writes that an announced change will not come, through the channels that announced it. */
export const postWithdrawalNotices = async ({
  context,
  postedAt,
  req,
  stored,
}: {
  context: PolicyContext
  postedAt: Date
  req: PayloadRequest
  stored: StoredVersion
}): Promise<void> => {
  const { docs } = await req.payload.db.find<{ channel: string }>({
    collection: context.slugs.notices,
    limit: 0,
    pagination: false,
    req,
    where: { version: { equals: stored.id } },
  })

  for (const { channel } of docs) {
    await postNotice({
      channel,
      context,
      effectiveAt: new Date(String(stored.effectiveAt)),
      postedAt,
      req,
      stored,
      words: ({ noticeWithdrawn }) => ({ after: noticeWithdrawn, before: noticeWithdrawn }),
    })
  }
}

const postNotice = async ({
  channel,
  context,
  effectiveAt,
  postedAt,
  req,
  stored,
  words,
}: {
  channel: string
  context: PolicyContext
  effectiveAt: Date
  postedAt: Date
  req: PayloadRequest
  stored: StoredVersion
  words: (words: ReturnType<typeof wordsOf>['public']) => NoticeMessage
}): Promise<void> => {
  const policy = await loadStoredPolicy({ id: stored.policy, context, req })
  if (!policy) {
    throw new Error('The policy of a version that is being published is gone.')
  }

  const { config } = req.payload
  const languages = languagesOf({ config, context })
  const isLocalized = Boolean(config.localization)
  const titles = byLanguage<string>({ isLocalized, languages, value: stored.title })
  const message = Object.fromEntries(
    Object.entries(titles).map(([locale, title]) => {
      const date = writtenDate({ instant: effectiveAt, locale, timeZone: policy.timeZone })
      const { after, before } = words(wordsOf(locale).public)
      return [
        locale,
        { after: fill(after, { date, title }), before: fill(before, { date, title }) },
      ]
    }),
  )

  await req.payload.db.create({
    collection: context.slugs.notices,
    data: {
      channel,
      message,
      policy: stored.policy,
      postedAt: postedAt.toISOString(),
      url: context.policyUrl({
        locale: languages.default,
        policy: { slug: policy.slug },
        version: { label: stored.label },
      }),
      version: stored.id,
      visibleUntil: new Date(
        Math.max(+effectiveAt, +postedAt) + context.noticeVisibleDays * day,
      ).toISOString(),
    },
    req,
    returning: false,
  })
}
