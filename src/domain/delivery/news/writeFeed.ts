import { Feed } from 'feed'

import type { PageWords } from '../../rendering/pageWords.js'
import type { EntryKind, FeedEntry } from './feedEntries.js'

import { escapeHtml } from '../../rendering/escapeHtml.js'
import { filled } from '../../filled.js'
import { writtenDate } from '../../writtenDate.js'
import { plainLine } from './plainLine.js'

/** The formats that a feed is answered in; each is an extension and a media type. */
export const feedFormats = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json',
} as const

export type FeedFormat = keyof typeof feedFormats

/** What a feed is written from. Every address is absolute. */
export type FeedContent = {
  addresses: {
    /** Of the feed in this very format and language. */
    self: string
    /** Of what the feed is about, for people. */
    shown: string
  }
  /** Newest first. */
  entries: readonly FeedEntry[]
  /** A UUID. */
  id: string
  title: string
  updated: Date
  /** The words around titles and summaries, and their language as a BCP 47 tag. */
  wording: { language: string; words: PageWords }
}

/** Writes a feed as Atom (RFC 4287) or as a JSON Feed. Titles and summaries are text, whatever is in them. */
export const writeFeed = ({
  content: { addresses, entries, id, title, updated, wording },
  format,
}: {
  content: FeedContent
  format: FeedFormat
}): string => {
  const feed = new Feed({
    author: { name: new URL(addresses.self).hostname },
    feedLinks: { [format]: addresses.self },
    generator: false,
    id: `urn:uuid:${id}`,
    link: addresses.shown,
    title: format === 'atom' ? asXmlText(plainLine(title)) : plainLine(title),
    updated,
  })

  for (const entry of entries) {
    const { at, version } = entry
    const headline = plainLine(headlineOf({ entry, wording }))

    feed.addItem({
      date: new Date(at),
      description: escapeHtml(plainLine(version.changeSummary ?? '') || headline),
      id: `urn:uuid:${entry.id}`,
      link: new URL(version.url, addresses.self).href,
      published: new Date(at),
      // In Atom the library's titles are HTML.
      title: format === 'atom' ? escapeHtml(headline) : headline,
    })
  }

  // On one line, as every JSON answer.
  return format === 'atom'
    ? feed.atom1().replace('<feed ', `<feed xml:lang="${wording.language}" `)
    : JSON.stringify({ ...(JSON.parse(feed.json1()) as object), language: wording.language })
}

const headlineOf = ({
  entry: { kind, version },
  wording: { language, words },
}: {
  entry: FeedEntry
  wording: FeedContent['wording']
}): string => {
  const { effectiveAt, label, policy } = version

  return filled({
    text: words[headlines[kind]],
    values: {
      date:
        effectiveAt === null
          ? ''
          : writtenDate({
              instant: new Date(effectiveAt),
              locale: language,
              timeZone: policy.timeZone,
            }),
      label,
      title: policy.title,
    },
  })
}

const headlines = {
  announced: 'newsAnnounced',
  effective: 'newsEffective',
  published: 'newsPublished',
  withdrawn: 'newsWithdrawn',
} as const satisfies Record<EntryKind, keyof PageWords>

/** The library takes an entity for one that was meant, so that "&amp;" itself has to be written as text. */
const asXmlText = (text: string): string => text.replaceAll('&', '&amp;')
