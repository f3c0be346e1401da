import type { Asked } from '../asked.js'
import type { Representation } from '../representation.js'
import type { AnnouncedRecord } from '../source.js'
import type { AnnouncedVersion } from './announcedAnswer.js'

import { whole } from '../dataRepresentations.js'
import { absoluteAddresses } from '../absoluteAddresses.js'
import { newsReadingOf } from '../asked.js'
import { contentLanguage } from '../headers.js'
import { keyOf, surrogateKey } from '../representation.js'
import { iso } from '../../publicVersion.js'
import { filled } from '../../filled.js'
import { announcedAnswer } from './announcedAnswer.js'
import { calendarEvents, lastDayOver } from './calendarEvents.js'
import { feedEntries } from './feedEntries.js'
import { stableUuid } from './stableUuid.js'
import { calendarType, writeCalendar } from './writeCalendar.js'
import { feedFormats, writeFeed } from './writeFeed.js'

/** The most entries of a feed. */
const mostEntries = 50

/** The surrogate key of what tells of all policies. */
const allKey = 'policies'

/** What happened to the versions of a policy, or of all, newest first. */
export const feedRepresentation = async (asked: Asked): Promise<Representation> => {
  const { delivery, request } = asked
  const format = request.route.feed ?? 'atom'
  const reading = newsReadingOf(asked)
  const answer = await announcedAnswer({ ...reading, wanted: 'latest' })
  const entries = feedEntries({ at: answer.now, versions: answer.body.versions }).slice(
    0,
    mostEntries,
  )
  const [newest] = entries
  const { of, self } = placeOf({ asked, path: `feed.${format}`, slug: reading.slug })
  const wording = delivery.pageWords(reading.locale)

  return whole({
    answer,
    asked,
    body: writeFeed({
      content: {
        addresses: {
          self,
          shown:
            reading.slug === null
              ? new URL('/', newest ? new URL(newest.version.url, self) : self).href
              : of(`versions.html?locale=${encodeURIComponent(reading.locale)}`),
        },
        entries,
        id: idOf({ first: answer.body.first, slug: reading.slug }),
        title: titleOf({
          all: wording.words.newsOfAll,
          of: wording.words.newsOf,
          slug: reading.slug,
          version: newest?.version ?? answer.body.versions.at(-1),
        }),
        updated: newest ? new Date(newest.at) : answer.changedAt,
        wording,
      },
      format,
    }),
    headers: {
      ...contentLanguage(wording.language, ...entries.map(({ version }) => version.locale)),
      ...keysOf({ slug: reading.slug, versions: answer.body.versions }),
      'Content-Type': feedFormats[format],
    },
  })
}

/** The days on which announced versions of a policy, or of all, take effect. */
export const calendarRepresentation = async (asked: Asked): Promise<Representation> => {
  const reading = newsReadingOf(asked)
  const answer = await announcedAnswer({ ...reading, wanted: 'upcoming' })
  const {
    body: { versions },
    changedAt,
    now,
  } = answer
  const events = calendarEvents({ at: now, versions })
  const lastOver = lastDayOver({ at: now, versions })
  const { language, words } = asked.delivery.pageWords(reading.locale)

  return whole({
    answer: {
      ...answer,
      changedAt: lastOver && lastOver > changedAt ? lastOver : changedAt,
      until: events[0]?.endsAt ?? null,
    },
    asked,
    body: writeCalendar({
      address: placeOf({ asked, path: 'calendar.ics', slug: reading.slug }).self,
      events,
      title: titleOf({
        all: words.calendarOfAll,
        of: words.calendarOf,
        slug: reading.slug,
        version: versions.at(-1),
      }),
      words,
    }),
    headers: {
      ...contentLanguage(language, ...events.map(({ version }) => version.locale)),
      ...keysOf({ slug: reading.slug, versions }),
      'Content-Type': calendarType,
    },
  })
}

/** Where an answer is, in the language that it was asked for, and what lies beside it. */
const placeOf = ({
  asked,
  path,
  slug,
}: {
  asked: Asked
  path: string
  slug: null | string
}): { of: (path: string) => string; self: string } => {
  const { ofAll, ofPolicy } = absoluteAddresses(asked)
  const locale = asked.request.query.get('locale')
  const of = (part: string) => (slug === null ? ofAll(part) : ofPolicy({ path: part, slug }))

  return {
    of,
    self: of(locale === null ? path : `${path}?${new URLSearchParams({ locale }).toString()}`),
  }
}

/**
 * The identifier of a feed, from what is sealed with the first publication that it tells of: wherever it
 * is answered, it is the same feed (RFC 4287 section 4.2.6).
 */
const idOf = ({ first, slug }: { first: AnnouncedRecord['first']; slug: null | string }): string =>
  stableUuid('feed', slug ?? '', ...(first ? [first.fingerprint, iso(first.publishedAt)] : []))

const titleOf = ({
  all,
  of,
  slug,
  version,
}: {
  all: string
  of: string
  slug: null | string
  version: AnnouncedVersion | undefined
}): string =>
  slug === null ? all : filled({ text: of, values: { title: version?.policy.title ?? slug } })

/** A cache forgets what tells of a policy together with that policy. */
const keysOf = ({
  slug,
  versions,
}: {
  slug: null | string
  versions: readonly AnnouncedVersion[]
}): Record<string, string> =>
  surrogateKey(
    ...(slug === null
      ? [allKey, ...new Set(versions.map(({ policy }) => keyOf(policy.slug)))]
      : [keyOf(slug)]),
  )
