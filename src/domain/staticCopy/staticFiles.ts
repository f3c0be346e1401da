import { homepage } from '../channels.js'
import { asking, type Copied } from './asking.js'
import { pickScript } from './pickScript.js'
import { fileOfChannel } from './fileNames.js'
import { newsFiles } from './newsFiles.js'
import { noticeFile } from './noticeFiles.js'
import { policyFiles } from './policyFiles.js'
import { recordFiles } from './recordFiles.js'
import { policySpans } from './spans.js'

/** A file of a static copy: its path below the directory, with slashes, and its text. */
export type StaticFile = { path: string; text: string }

/**
 * The files of a static copy of everything that is public: the answers of the public routes for every
 * language, now and from each change on that is published, a schedule from which `pick.js` picks by the
 * clock what is in force, and the records that the standalone reader answers from. What a schedule
 * points to comes before it, so that a copy which is served while it is written points to nothing that
 * is missing. Feeds and calendars are in it where its public address is known.
 */
export const staticFiles = async function* ({
  channels,
  policies,
  ...copied
}: Copied & {
  /** Those that notices were given through. */
  channels: readonly string[]
  /** Slugs of the policies of which something is published. */
  policies: readonly string[]
}): AsyncGenerator<StaticFile> {
  const { at, delivery, sourceAt } = copied
  const source = sourceAt(at)
  const asks = delivery.languages.all.map((locale) => asking({ copied, locale }))

  yield { path: 'pick.js', text: pickScript }

  for (const slug of policies) {
    const { record } = await source.policy({ slug, wanted: { kind: 'timeline' } })
    const spans = policySpans({ at, rows: record.versions })

    yield* recordFiles({ record, slug, source })
    for (const ask of asks) {
      yield* policyFiles({ ask, at, record, slug, spans })
      if (copied.base !== undefined) {
        yield* newsFiles({ ask, at, folder: `policies/${slug}/` })
      }
    }
  }
  for (const channel of new Set([homepage, ...channels])) {
    // Those that are over, too: a reader may ask what was shown once.
    const { record } = await source.notices({ at: new Date(0), channel })
    yield { path: `records/notices/${fileOfChannel(channel)}`, text: JSON.stringify(record) }
    for (const ask of asks) {
      yield noticeFile({ ask, at, channel })
    }
  }
  for (const ask of copied.base === undefined ? [] : asks) {
    yield* newsFiles({ ask, at, folder: 'policies/' })
  }
}
