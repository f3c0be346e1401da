import type { NoticeTier } from './noticeTerms.js'

import { PolicyError } from './policyError.js'

/** The channel that every installation has: the notice on the site, read from the public API. */
export const homepage = 'homepage'

/** A way to announce a change, as this installation knows it. */
export type Channel = {
  /** False for a channel that people use by themselves, and attest. */
  hasDriver: boolean
  /** True where it addresses people one by one. */
  isIndividual: boolean
  name: string
}

/** True for a name under which notices go to one person at a time, where an installation does not say otherwise. */
export const isIndividualByName = (name: string): boolean =>
  ['e-mail', 'email', 'in-app', 'letter', 'push', 'sms'].includes(name.toLowerCase())

/** What of a clause bears on channels. */
export type ChannelClause = {
  isStatutory: boolean
  /** Who demands it, in words: "version 1". */
  name: string
  tier: NoticeTier
}

/** A channel that one clause prohibits and a statute requires; the statute prevails. */
export type ChannelConflict = { channel: string; prohibitedBy: string; requiredBy: string }

type Rules = {
  clauses: readonly ChannelClause[]
  known: readonly Channel[]
}

/**
 * The channels that a change is announced through: those that the author chose or, where none were
 * chosen, those that the governing clauses require (of an either-or the homepage, if it is in it),
 * and the homepage for every material change, unless it is prohibited. Attested ones come on top.
 */
export const channelsOf = ({
  attested,
  chosen,
  clauses,
  known,
  materialChange,
}: Rules & {
  attested: readonly string[]
  chosen: readonly string[]
  materialChange: boolean
}): string[] => {
  if (clauses.length === 0) {
    return []
  }
  if (chosen.length > 0) {
    return [...new Set([...chosen, ...attested])]
  }

  const required = clauses.flatMap(({ tier: { channels } }) => [
    ...channels.allOf,
    ...(channels.anyOf.includes(homepage) ? [homepage] : []),
  ])
  const isHomepageAllowed = clauses.every(
    ({ tier }) => !isProhibited({ channel: homepage, known, tier }),
  )
  const forMaterial = materialChange && isHomepageAllowed ? [homepage] : []

  return [...new Set([...required, ...forMaterial, ...attested])]
}

/** The first of the channel rules that some channels break, or undefined. */
export const channelProblem = ({
  attested,
  channels,
  clauses,
  known,
}: Rules & { attested: readonly string[]; channels: readonly string[] }):
  PolicyError | undefined => {
  const usable = known.filter(({ hasDriver }) => hasDriver).map(({ name }) => name)
  const unknown = channels.find((channel) => ![...usable, ...attested].includes(channel))

  if (unknown !== undefined) {
    return problem(
      'CHANNEL_UNKNOWN',
      `The channel ${JSON.stringify(unknown)} has no driver here; those that have one are ${usable.join(', ')}. Give that notice yourself and attest it when you publish or, where nothing requires it, take it out of the notice channels.`,
      { channel: unknown, channels: usable },
    )
  }

  for (const { name, tier } of clauses) {
    const prohibited = channels.find(
      (channel) =>
        isProhibited({ channel, known, tier }) &&
        !statuteRequiring({ channel, channels, clauses, known, tier }),
    )
    const missing = tier.channels.allOf.filter((channel) => !channels.includes(channel))

    if (prohibited !== undefined) {
      return problem(
        'CHANNEL_PROHIBITED',
        `${capital(name)}, whose terms govern this change, prohibits notice through ${JSON.stringify(prohibited)}. Take it out of the notice channels.`,
        { channel: prohibited, decidedBy: name },
      )
    }
    if (missing.length > 0) {
      return problem(
        'CHANNEL_MISSING',
        `${capital(name)}, whose terms govern this change, requires notice through ${missing.join(' and ')}. Add it to the notice channels, or attest it when you publish.`,
        { allOf: missing, decidedBy: name },
      )
    }
    if (
      tier.channels.anyOf.length > 0 &&
      !tier.channels.anyOf.some((channel) => channels.includes(channel))
    ) {
      return problem(
        'CHANNEL_MISSING',
        `${capital(name)}, whose terms govern this change, requires notice through one of ${tier.channels.anyOf.join(', ')}. Add one to the notice channels, or attest it when you publish.`,
        { anyOf: tier.channels.anyOf, decidedBy: name },
      )
    }
  }

  return undefined
}

/** What some clauses demand and rule out at once, in words; undefined where they can be obeyed. */
export const contradictionIn = ({ clauses, known }: Rules): string | undefined => {
  const isRuledOut = (channel: string) =>
    clauses.some(
      ({ tier }) =>
        isProhibited({ channel, known, tier }) &&
        !statuteRequiring({ channel, channels: [channel], clauses, known, tier }),
    )

  for (const { name, tier } of clauses) {
    const impossible = tier.channels.allOf.find(isRuledOut)
    if (impossible !== undefined) {
      return `${name} requires notice through ${JSON.stringify(impossible)}, which is prohibited`
    }
    if (tier.channels.anyOf.length > 0 && tier.channels.anyOf.every(isRuledOut)) {
      return `${name} requires notice through one of ${tier.channels.anyOf.join(', ')}, all of which are prohibited`
    }
  }
  return undefined
}

/** The channels in use that a clause prohibits and a statute requires, with both named for the record. */
export const channelConflicts = ({
  channels,
  clauses,
  known,
}: Rules & { channels: readonly string[] }): ChannelConflict[] =>
  clauses.flatMap(({ name, tier }) =>
    channels
      .filter((channel) => isProhibited({ channel, known, tier }))
      .flatMap((channel) => {
        const statute = statuteRequiring({ channel, channels, clauses, known, tier })
        return statute ? [{ channel, prohibitedBy: name, requiredBy: statute.name }] : []
      }),
  )

/**
 * The statute that requires a channel: by name, or as the first that is used of several which are all
 * prohibited. A statute does not set aside another statute.
 */
const statuteRequiring = ({
  channel,
  channels,
  clauses,
  known,
  tier: prohibiting,
}: Rules & { channel: string; channels: readonly string[]; tier: NoticeTier }):
  ChannelClause | undefined =>
  clauses.find(({ isStatutory, tier }) => tier === prohibiting && isStatutory)
    ? undefined
    : clauses.find(
        ({ isStatutory, tier: { channels: demanded } }) =>
          isStatutory &&
          (demanded.allOf.includes(channel) ||
            (demanded.anyOf.find((other) => channels.includes(other)) === channel &&
              demanded.anyOf.every((other) =>
                isProhibited({ channel: other, known, tier: prohibiting }),
              ))),
      )

const isProhibited = ({
  channel,
  known,
  tier,
}: {
  channel: string
  known: readonly Channel[]
  tier: NoticeTier
}): boolean => {
  const { allOf, anyOf, optional, prohibited } = tier.channels
  const isListed = [...allOf, ...anyOf, ...optional].includes(channel)

  return (
    prohibited.includes(channel) ||
    (prohibited.includes('*') && !isListed) ||
    (prohibited.includes('individual') && isIndividual({ channel, known }))
  )
}

const isIndividual = ({
  channel,
  known,
}: {
  channel: string
  known: readonly Channel[]
}): boolean =>
  // What nobody told us about may well address people one by one.
  known.find(({ name }) => name === channel)?.isIndividual ?? true

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const problem = (
  code: 'CHANNEL_MISSING' | 'CHANNEL_PROHIBITED' | 'CHANNEL_UNKNOWN',
  message: string,
  details: Record<string, unknown>,
) => new PolicyError({ code, details, field: 'noticeChannels', message })
