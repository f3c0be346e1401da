import type { Addresses } from '../../publicVersion.js'
import type { AnnouncedRecord, WantedNews } from '../source.js'
import type { Answer, Reading } from '../answer.js'

import { iso, knownAt } from '../../publicVersion.js'
import { type PublishedRow, sealedVersion, type SealedVersion } from '../../sealedVersion.js'
import { dateOrNull, latestOf, noPolicy } from '../answer.js'

/** What of a published version tells of its dates. Instants are ISO 8601 UTC in milliseconds. */
export type AnnouncedVersion = Pick<
  SealedVersion,
  | 'changeSummary'
  | 'effectiveAt'
  | 'effectiveOn'
  | 'fingerprint'
  | 'imported'
  | 'label'
  | 'locale'
  | 'policy'
  | 'publishedAt'
> & {
  /** When it was published here; of an import, when it was recorded. */
  recordedAt: string
  /** Where the public site shows it. */
  url: string
  withdrawnAt: null | string
}

/**
 * The published versions that there is news of: of one policy, or of all where the slug is null.
 * @throws PolicyError `NOT_FOUND` without such a policy.
 */
export const announcedAnswer = async ({
  addresses,
  locale,
  slug,
  source,
  wanted,
}: Omit<Reading, 'slug'> & { slug: null | string; wanted: WantedNews }): Promise<
  Answer<{ first: AnnouncedRecord['first']; versions: AnnouncedVersion[] }>
> => {
  const { at: now, latest, record } = await source.announced({ slug, wanted })

  if (slug !== null && !record.isKnown) {
    throw noPolicy({ slug })
  }

  return {
    body: {
      first: record.first,
      versions: knownAt({ at: now, rows: record.versions }).map((row) =>
        announcedVersion({ addresses, locale, row }),
      ),
    },
    changedAt: latestOf({ instants: [record.changedAt, record.tookEffectAt], now }),
    latest,
    now,
    until: dateOrNull(record.takesEffectAt),
  }
}

const announcedVersion = ({
  addresses,
  locale,
  row,
}: {
  addresses: Addresses
  locale: string
  row: PublishedRow
}): AnnouncedVersion => {
  const sealed = sealedVersion({ locale, row })

  return {
    ...sealed,
    recordedAt: iso(row.publishedAt),
    url: addresses.site({ label: row.label, locale: sealed.locale, slug: sealed.policy.slug }),
    withdrawnAt: row.withdrawnAt && iso(row.withdrawnAt),
  }
}
