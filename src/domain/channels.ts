import type { NoticeTier } from './noticeTerms.js'

import { PolicyError } from './policyError.js'

/** The channel that every installation has: the notice on the site, read from the public API. */
export const homepage = 'homepage'

/**
 * The channels that a change is announced through: those that the author chose or, where none were
 * chosen, those that the governing tiers require (of an either-or the homepage, if it is in it), and
 * the homepage for every material change, unless it is prohibited.
 */
export const channelsOf = ({
  chosen,
  materialChange,
  tiers,
}: {
  chosen: readonly string[]
  materialChange: boolean
  tiers: readonly NoticeTier[]
}): string[] => {
  if (chosen.length > 0 || tiers.length === 0) {
    return tiers.length === 0 ? [] : [...new Set(chosen)]
  }

  const required = tiers.flatMap(({ channels }) => [
    ...channels.allOf,
    ...(channels.anyOf.includes(homepage) ? [homepage] : []),
  ])
  const isHomepageAllowed = tiers.every((tier) => !isProhibited({ channel: homepage, tier }))

  return [...new Set([...required, ...(materialChange && isHomepageAllowed ? [homepage] : [])])]
}

/** The first of the channel rules that some channels break, or undefined. */
export const channelProblem = ({
  channels,
  known,
  tiers,
}: {
  channels: readonly string[]
  /** The channels that this installation can use. */
  known: readonly string[]
  tiers: readonly { label: string; tier: NoticeTier }[]
}): PolicyError | undefined => {
  const unknown = channels.find((channel) => !known.includes(channel))

  if (unknown !== undefined) {
    return problem(
      'CHANNEL_UNKNOWN',
      `The channel ${JSON.stringify(unknown)} is not known here; allowed are ${known.join(', ')}.`,
    )
  }

  for (const { label, tier } of tiers) {
    const prohibited = channels.find((channel) => isProhibited({ channel, tier }))
    const missing = tier.channels.allOf.filter((channel) => !channels.includes(channel))

    if (prohibited !== undefined) {
      return problem(
        'CHANNEL_PROHIBITED',
        `Version ${label}, whose terms govern this change, prohibits notice through ${JSON.stringify(prohibited)}. Take it out of the notice channels.`,
      )
    }
    if (missing.length > 0) {
      return problem(
        'CHANNEL_MISSING',
        `Version ${label}, whose terms govern this change, requires notice through ${missing.join(' and ')}. Add it to the notice channels.`,
      )
    }
    if (
      tier.channels.anyOf.length > 0 &&
      !tier.channels.anyOf.some((channel) => channels.includes(channel))
    ) {
      return problem(
        'CHANNEL_MISSING',
        `Version ${label}, whose terms govern this change, requires notice through one of ${tier.channels.anyOf.join(', ')}. Add one to the notice channels.`,
      )
    }
  }

  return undefined
}

const isProhibited = ({ channel, tier }: { channel: string; tier: NoticeTier }): boolean => {
  const { allOf, anyOf, optional, prohibited } = tier.channels
  const isListed = [...allOf, ...anyOf, ...optional].includes(channel)

  return prohibited.includes(channel) || (prohibited.includes('*') && !isListed)
}

const problem = (
  code: 'CHANNEL_MISSING' | 'CHANNEL_PROHIBITED' | 'CHANNEL_UNKNOWN',
  message: string,
) => new PolicyError({ code, field: 'noticeChannels', message })
