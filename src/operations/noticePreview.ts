import type { PayloadRequest } from 'payload'

import type { PublicationPlan } from '../domain/publication.js'
import type { PublishedVersion } from '../domain/situation.js'
import type { VersionState } from '../domain/timeline.js'
import type { PolicyContext } from '../options.js'
import type { StoredPolicy, StoredVersion } from './storedVersion.js'

import { byLanguage } from './languages.js'
import { channelsAnnouncedOn } from './notices.js'
import { announcementText, type NoticeText, withdrawalText } from './noticeText.js'
import { loadStoredVersion } from './storedVersion.js'

/** A notice that a step would post, in the words that readers would see. */
export type NoticePreview = NoticeText & {
  /** What changes, by language, as it stands below those words. */
  changeSummary: Record<string, string>
  /** Those without a driver are for people to give and to attest. */
  channels: { hasDriver: boolean; name: string }[]
  kind: 'announcement' | 'withdrawal'
  /** Label of the version that it is about. */
  label: string
}

type Previewed = {
  context: PolicyContext
  instant: Date
  policy: StoredPolicy
  req: PayloadRequest
  version: StoredVersion
}

/**
 * The notices that the publication of a version would post at an instant, or its withdrawal where it is
 * announced; none where there is nobody to tell, as with a first version, nor where the day that it would
 * name cannot be counted.
 */
export const noticePreview = async ({
  plan,
  state,
  ...previewed
}: Previewed & {
  plan: PublicationPlan
  /** Of a published version. */
  state: null | VersionState
}): Promise<NoticePreview[]> => {
  if (state !== null) {
    return state === 'upcoming' ? ofWithdrawal({ ...previewed, except: [] }) : []
  }
  return [
    ...ofPublication({ ...previewed, plan }),
    ...(plan.replaced ? await ofReplaced({ ...previewed, plan, replaced: plan.replaced }) : []),
  ]
}

const ofPublication = ({
  plan,
  ...previewed
}: Previewed & { plan: PublicationPlan }): NoticePreview[] =>
  plan.channels.length === 0 || plan.effectiveOn === null
    ? []
    : [
        {
          ...announcementText({ ...noticedIn(previewed), plan }),
          changeSummary: summaryIn(previewed),
          channels: channelsIn({ ...previewed, names: plan.channels }),
          kind: 'announcement',
          label: previewed.version.label,
        },
      ]

/** The withdrawal of the version whose place is taken, where the new notice does not take the place of its own. */
const ofReplaced = async ({
  plan,
  replaced,
  ...previewed
}: Previewed & { plan: PublicationPlan; replaced: PublishedVersion }): Promise<NoticePreview[]> => {
  const { context, req } = previewed
  const version = await loadStoredVersion({ id: replaced.id, context, req })

  return version ? ofWithdrawal({ ...previewed, except: plan.channels, version }) : []
}

const ofWithdrawal = async ({
  except,
  ...previewed
}: Previewed & { except: string[] }): Promise<NoticePreview[]> => {
  const { version } = previewed
  const names = (await channelsAnnouncedOn({ ...previewed, version: version.id })).filter(
    (name) => !except.includes(name),
  )

  return names.length === 0
    ? []
    : [
        {
          ...withdrawalText(noticedIn(previewed)),
          changeSummary: summaryIn(previewed),
          channels: channelsIn({ ...previewed, names }),
          kind: 'withdrawal',
          label: version.label,
        },
      ]
}

const noticedIn = ({ context, instant, policy, req, version }: Previewed) => ({
  config: req.payload.config,
  context,
  policy,
  postedAt: instant,
  stored: version,
})

const summaryIn = ({ context, req, version }: Previewed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(
      byLanguage<null | string>({
        config: req.payload.config,
        context,
        value: version.changeSummary,
      }),
    ).flatMap(([language, summary]) => (summary ? [[language, summary]] : [])),
  )

const channelsIn = ({ context, names }: Previewed & { names: string[] }) =>
  names.map((name) => ({
    name,
    hasDriver: context.channels.some((channel) => channel.hasDriver && channel.name === name),
  }))
