import type { Invariant } from './invariant.js'
import type { NoticeRow, PublishedRow } from './readRecord.js'

import { ms } from './invariant.js'
import { publishedOf } from './readRecord.js'
import { governing, type OfRecord, successorOf, tierOf } from './timelines.js'

/** Every change is announced as was promised, by drivers too, and nothing else is. */
export const noticeInvariants = {
  'a change is announced through the channels that were promised': (rows) =>
    publishedOf(rows).flatMap((version) =>
      channelFaults({ rows, version }).map((fault) => `version ${version.label} ${fault}`),
    ),
  'a notice is posted at a publication or a withdrawal, once': ({ notices, ...rows }) =>
    notices.flatMap(({ id, channel, posted_at, version_id }) => {
      const version = publishedOf({ ...rows, notices }).find(
        (published) => published.id === version_id,
      )
      const isTwice = notices.some(
        (other) =>
          other.id !== id &&
          other.version_id === version_id &&
          other.channel === channel &&
          ms(other.posted_at) === ms(posted_at),
      )
      return version &&
        !isTwice &&
        [ms(version.published_at), ms(version.withdrawn_at)].includes(ms(posted_at))
        ? []
        : `notice ${id}`
    }),
  'a notice with a driver is on its way, once': ({ deliveries, notices }) =>
    notices.flatMap(({ id, channel }) =>
      deliveries.filter(({ notice_id }) => notice_id === id).length ===
      (channel === 'homepage' ? 0 : 1)
        ? []
        : `notice ${id}`,
    ),
  'what was announced and will not come is announced to be withdrawn': (rows) =>
    publishedOf(rows)
      .filter(({ withdrawn_at }) => withdrawn_at !== null)
      .flatMap((version) => {
        const successor = successorOf({ rows, version })
        const instead = successor ? announced({ rows, version: successor }) : []
        const expected = announced({ rows, version }).filter((name) => !instead.includes(name))
        const told = channelsAt({ at: version.withdrawn_at, notices: rows.notices, version })
        return sameNames(expected, told) ? [] : `version ${version.label}`
      }),
} satisfies Record<string, Invariant>

const channelFaults = ({ rows, version }: OfRecord): string[] => {
  const used = announced({ rows, version })
  const tiers = governing({ rows, version }).map((promising) => tierOf({ promising, version }))

  if (tiers.length === 0) {
    return used.length === 0 ? [] : ['is announced and has nothing before it']
  }

  const isHomepageProhibited = tiers.some(({ channels }) =>
    channels.prohibited.includes('homepage'),
  )
  const lacksHomepage =
    version.chosenChannels.length === 0 &&
    version.material_change &&
    !isHomepageProhibited &&
    !used.includes('homepage')

  return [
    ...(version.chosenChannels.length > 0 && !sameNames(version.chosenChannels, used)
      ? ['is not announced as its author chose']
      : []),
    ...(lacksHomepage ? ['is material and not on the homepage'] : []),
    ...tiers.flatMap(({ channels: { allOf, anyOf, prohibited } }) => [
      ...allOf.filter((name) => !used.includes(name)).map((name) => `lacks ${name}`),
      ...(anyOf.length > 0 && !anyOf.some((name) => used.includes(name))
        ? [`lacks one of ${anyOf.join(', ')}`]
        : []),
      ...prohibited.filter((name) => used.includes(name)).map((name) => `uses ${name}`),
    ]),
  ]
}

/** The channels that a version was announced through. */
const announced = ({ rows, version }: OfRecord): string[] =>
  channelsAt({ at: version.published_at, notices: rows.notices, version })

const channelsAt = ({
  at,
  notices,
  version,
}: {
  at: null | string
  notices: NoticeRow[]
  version: PublishedRow
}): string[] =>
  notices
    .filter(({ posted_at, version_id }) => version_id === version.id && ms(posted_at) === ms(at))
    .map(({ channel }) => channel)

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  [...new Set(one)].sort().join() === [...new Set(other)].sort().join()
