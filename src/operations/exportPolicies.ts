import type { Payload } from 'payload'

import type { PolicyContext } from '../options.js'

import { readNoticeChannels } from '../database/activeNotices.js'
import { tablesOf, transactionReadsOf } from '../database/connection.js'
import { databaseSource } from '../database/publicSource.js'
import { readPublishedPolicies } from '../database/publishedPolicies.js'
import { type StaticFile, staticFiles } from '../domain/staticCopy/staticFiles.js'
import { iso } from '../domain/publicVersion.js'
import { pageWordsOf } from '../translations/index.js'
import { atOneInstant } from './atOneInstant.js'
import { languagesOf } from './languages.js'
import { present, queryFor } from './present.js'

/** What an export came to. */
export type Exported = {
  files: number
  /** The instant at which a version takes effect next, by all that is published; ISO 8601. */
  nextChangeAt: null | string
}

/**
 * Writes everything that is public as the files of a static copy, as it stands at one instant, however
 * long that takes. See `staticFiles`.
 */
export const exportPolicies = ({
  context,
  payload,
  url,
  write,
}: {
  context: PolicyContext
  payload: Payload
  /** The public address of the copy; without it there are no feeds and no calendars. */
  url?: string | undefined
  write: (file: StaticFile) => Promise<void>
}): Promise<Exported> =>
  atOneInstant({
    payload,
    read: async (req) => {
      const at = await present({ context, req })
      const readRow = await transactionReadsOf({ req })
      const tables = tablesOf({ payload, slugs: context.slugs })
      const published = { query: await queryFor(req), tables }
      const sourceAt = (instant: Date) =>
        databaseSource({ readRow, simulatedNow: () => Promise.resolve(instant), tables })
      const { record } = await sourceAt(at).announced({ slug: null, wanted: 'upcoming' })
      let files = 0

      for await (const file of staticFiles({
        at,
        base: url?.replace(/\/?$/, '/'),
        channels: await readNoticeChannels(published),
        delivery: {
          languages: languagesOf({ config: payload.config, context }),
          maxAge: context.cache.maxAge,
          pageWords: pageWordsOf,
        },
        policies: await readPublishedPolicies(published),
        site: context.isSiteKnown
          ? ({ label, locale, slug }) =>
              context.policyUrl({ locale, policy: { slug }, version: { label } })
          : undefined,
        sourceAt,
      })) {
        await write(file)
        files += 1
      }

      return { files, nextChangeAt: record.takesEffectAt && iso(record.takesEffectAt) }
    },
  })
