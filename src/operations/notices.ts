import type { PayloadRequest } from 'payload'

import type { Person } from '../domain/lifecycle.js'
import type { PublicationPlan } from '../domain/publication.js'
import type { RecordedRow } from '../domain/record/seal.js'
import type { Attestation } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { writtenDate } from '../domain/writtenDate.js'
import { fill } from '../translations/fill.js'
import { wordsOf } from '../translations/index.js'
import { planDelivery } from './deliveries.js'
import { byLanguage, languagesOf } from './languages.js'
import { loadStoredPolicy } from './storedVersion.js'

const day = 86_400_000

/** What a notice says in one language, before its change takes effect and from then on. */
type NoticeMessage = { after: string; before: string }

type PublicWords = ReturnType<typeof wordsOf>['public']
type Posting = {
  context: PolicyContext
  postedAt: Date
  req: PayloadRequest
  stored: StoredVersion
}

/** Writes the notice of a publication, once for each channel. A first version has none. */
export const postNotices = async ({
  actor,
  attestations,
  plan,
  ...posting
}: Posting & {
  actor: Person
  attestations: readonly Attestation[]
  plan: PublicationPlan
}): Promise<RecordedRow[]> => {
  const notices: RecordedRow[] = []

  for (const channel of plan.channels) {
    const notice = await postNotice({
      ...posting,
      attestation: attestationOf({ actor, attestations, channel, posting }),
      channel,
      effectiveAt: plan.effectiveAt,
      kind: 'announcement',
      sentences: ({ noticeAfter, noticeBefore, ...words }) => {
        const further = furtherSentences({ plan, words })
        return { after: [noticeAfter, ...further], before: [noticeBefore, ...further] }
      },
      values: {
        explanation: () => plan.exception?.explanation ?? '',
        replacedDate: ({ locale, timeZone }) =>
          plan.replaced
            ? writtenDate({ instant: plan.replaced.effectiveAt, locale, timeZone })
            : '',
      },
    })
    notices.push(notice)
  }

  return notices
}

/**
 * Writes that an announced change will not come, through the channels that announced it. Of those
 * without a driver only what somebody attests; answers the others, for people to give.
 */
export const postWithdrawalNotices = async ({
  actor,
  attestations = [],
  except = [],
  ...posting
}: Posting & {
  actor: Person
  attestations?: readonly Attestation[]
  /** Channels through which something else takes the place of the announcement. */
  except?: readonly string[]
}): Promise<{ informed: { channelsToInform: string[] }; notices: RecordedRow[] }> => {
  const { context, req, stored } = posting
  const { docs } = await req.payload.db.find<{ channel: string }>({
    collection: context.slugs.notices,
    limit: 0,
    pagination: false,
    req,
    where: { version: { equals: stored.id } },
  })

  const driven = context.channels.filter(({ hasDriver }) => hasDriver).map(({ name }) => name)
  const attested = attestations.map(({ channel }) => channel)
  const announced = [...new Set(docs.map(({ channel }) => channel))].filter(
    (channel) => !except.includes(channel),
  )

  const notices: RecordedRow[] = []

  for (const channel of announced.filter((name) => [...driven, ...attested].includes(name))) {
    const notice = await postNotice({
      ...posting,
      attestation: attestationOf({ actor, attestations, channel, posting }),
      channel,
      effectiveAt: new Date(String(stored.effectiveAt)),
      kind: 'withdrawal',
      sentences: ({ noticeWithdrawn }) => ({ after: [noticeWithdrawn], before: [noticeWithdrawn] }),
    })
    notices.push(notice)
  }

  return {
    informed: {
      channelsToInform: announced.filter((name) => ![...driven, ...attested].includes(name)),
    },
    notices,
  }
}

/** How the record names who vouched for a notice. */
const attestationOf = ({
  actor,
  attestations,
  channel,
  posting,
}: {
  actor: Person
  attestations: readonly Attestation[]
  channel: string
  posting: Posting
}): Record<string, unknown> | undefined => {
  const attested = attestations.find((attestation) => attestation.channel === channel)

  return (
    attested && {
      at: posting.postedAt.toISOString(),
      by: actor,
      evidence: attested.evidence,
      givenOn: attested.givenOn,
    }
  )
}

/** What a notice says beside the date: why it comes sooner, and whose place it takes. */
const furtherSentences = ({
  plan: { exception, replaced },
  words,
}: {
  plan: PublicationPlan
  words: Pick<PublicWords, 'noticeException' | 'noticeExceptionNotProvided' | 'noticeReplaces'>
}): string[] => [
  ...(replaced ? [words.noticeReplaces] : []),
  ...(exception
    ? [exception.providedFor ? words.noticeException : words.noticeExceptionNotProvided]
    : []),
]

const postNotice = async ({
  attestation,
  channel,
  context,
  effectiveAt,
  kind,
  postedAt,
  req,
  sentences,
  stored,
  values = {},
}: Posting & {
  attestation?: Record<string, unknown> | undefined
  channel: string
  effectiveAt: Date
  kind: 'announcement' | 'withdrawal'
  sentences: (words: PublicWords) => { after: string[]; before: string[] }
  /** What further sentences have filled in, by language. */
  values?: Record<string, (of: { locale: string; timeZone: string }) => string>
}): Promise<RecordedRow> => {
  const policy = await loadStoredPolicy({ id: stored.policy, context, req })
  if (!policy) {
    throw new Error('The policy of a version that is being published is gone.')
  }

  const { timeZone } = policy
  const { config } = req.payload
  const languages = languagesOf({ config, context })
  const isLocalized = Boolean(config.localization)
  const titles = byLanguage<string>({ isLocalized, languages, value: stored.title })
  const message = Object.fromEntries(
    Object.entries(titles).map(([locale, title]): [string, NoticeMessage] => {
      const filled = {
        ...Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value({ locale, timeZone })]),
        ),
        date: writtenDate({ instant: effectiveAt, locale, timeZone }),
        title,
      }
      const { after, before } = sentences(wordsOf(locale).public)
      const inWords = (texts: string[]) => texts.map((text) => fill(text, filled)).join(' ')
      return [locale, { after: inWords(after), before: inWords(before) }]
    }),
  )
  const notice = {
    message,
    postedAt: postedAt.toISOString(),
    url: context.policyUrl({
      locale: languages.default,
      policy: { slug: policy.slug },
      version: { label: stored.label },
    }),
    visibleUntil: new Date(
      Math.max(+effectiveAt, +postedAt) + context.noticeVisibleDays * day,
    ).toISOString(),
  }

  const { id } = (await req.payload.db.create({
    collection: context.slugs.notices,
    data: {
      ...notice,
      attestation: attestation ?? null,
      channel,
      policy: stored.policy,
      version: stored.id,
    },
    req,
  })) as { id: number | string }

  if (!attestation) {
    await planDelivery({
      context,
      delivery: {
        channel,
        notice: { ...notice, id, effectiveAt: effectiveAt.toISOString(), kind },
        policy: { id: policy.id, slug: policy.slug },
        version: { id: stored.id, label: stored.label },
      },
      req,
    })
  }

  return { id, kind: 'notice' }
}
