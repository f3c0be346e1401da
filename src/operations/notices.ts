import type { PayloadRequest } from 'payload'

import type { Person } from '../domain/lifecycle.js'
import type { PublicationPlan } from '../domain/publication.js'
import type { RecordedRow } from '../domain/record/seal.js'
import type { Attestation } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredPolicy, StoredVersion } from './storedVersion.js'

import { planDelivery } from './deliveries.js'
import { announcementText, type NoticeText, withdrawalText } from './noticeText.js'
import { loadStoredPolicy } from './storedVersion.js'

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
  const policy = await loadPolicy(posting)
  const text = announcementText({ ...posting, config: posting.req.payload.config, plan, policy })
  const notices: RecordedRow[] = []

  for (const channel of plan.channels) {
    const notice = await postNotice({
      ...posting,
      attestation: attestationOf({ actor, attestations, channel, posting }),
      channel,
      effectiveAt: plan.effectiveAt,
      kind: 'announcement',
      policy,
      text,
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
  const policy = await loadPolicy(posting)
  const text = withdrawalText({ ...posting, config: req.payload.config, policy })
  const driven = context.channels.filter(({ hasDriver }) => hasDriver).map(({ name }) => name)
  const attested = attestations.map(({ channel }) => channel)
  const announced = (await channelsAnnouncedOn({ context, req, version: stored.id })).filter(
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
      policy,
      text,
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

/** The channels that a version's notices were posted through. */
export const channelsAnnouncedOn = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: number | string
}): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ channel: string }>({
    collection: context.slugs.notices,
    limit: 0,
    pagination: false,
    req,
    sort: 'channel',
    where: { version: { equals: version } },
  })

  return [...new Set(docs.map(({ channel }) => channel))]
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

const loadPolicy = async ({ context, req, stored }: Posting): Promise<StoredPolicy> => {
  const policy = await loadStoredPolicy({ id: stored.policy, context, req })
  if (!policy) {
    throw new Error('The policy of a version that is being published is gone.')
  }
  return policy
}

const postNotice = async ({
  attestation,
  channel,
  context,
  effectiveAt,
  kind,
  policy,
  req,
  stored,
  text,
}: Posting & {
  attestation?: Record<string, unknown> | undefined
  channel: string
  effectiveAt: Date
  kind: 'announcement' | 'withdrawal'
  policy: StoredPolicy
  text: NoticeText
}): Promise<RecordedRow> => {
  const { id } = (await req.payload.db.create({
    collection: context.slugs.notices,
    data: {
      ...text,
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
        notice: { ...text, id, effectiveAt: effectiveAt.toISOString(), kind },
        policy: { id: policy.id, slug: policy.slug },
        version: { id: stored.id, label: stored.label },
      },
      req,
    })
  }

  return { id, kind: 'notice' }
}
