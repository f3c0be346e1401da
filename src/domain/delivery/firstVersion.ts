import type { PublishedRow } from '../sealedVersion.js'

import { readPolicy, type Reading } from './answer.js'

/**
 * The version that takes effect before all others that were not withdrawn, if there is one, and the
 * instant at which that was so. @throws PolicyError `NOT_FOUND` without such a policy.
 */
export const firstVersion = async (
  reading: Pick<Reading, 'slug' | 'source'>,
): Promise<{ at: Date; first: PublishedRow | undefined }> => {
  const { at, record } = await readPolicy({ ...reading, wanted: { kind: 'first' } })

  return { at, first: record.versions.find(({ withdrawnAt }) => withdrawnAt === null) }
}
