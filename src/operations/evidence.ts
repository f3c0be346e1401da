import type { Payload } from 'payload'

import type { PolicyContext } from '../options.js'
import type { Evidence } from '../domain/evidence/evidence.js'
import type { Snapshot } from '../domain/snapshot.js'

import { isAmong, readStoredRows } from '../database/rowReads.js'
import { PolicyError } from '../domain/policyError.js'
import { compareTexts } from '../domain/redline/compareTexts.js'
import { predecessorOf } from '../domain/timeline.js'
import { atOneInstant } from './atOneInstant.js'
import { present, queryFor } from './present.js'
import { eventOf } from './record/chain.js'
import { recordTablesOf } from './record/tables.js'
import { loadPublishedVersions } from './situation.js'
import { loadStoredPolicy, loadStoredVersion } from './storedVersion.js'

/**
 * Gathers what shows how a version came to be published, as it stands at one instant. It asks for no
 * role: whoever calls it decides who may.
 * @throws PolicyError `NOT_FOUND` without such a version, or where it was never published.
 */
export const loadEvidence = ({
  id,
  context,
  payload,
}: {
  context: PolicyContext
  id: number | string
  payload: Payload
}): Promise<Evidence> =>
  atOneInstant({
    payload,
    read: async (req) => {
      const version = await loadStoredVersion({ id, context, req })
      const policy = version && (await loadStoredPolicy({ id: version.policy, context, req }))

      if (!version?.snapshot || !policy) {
        throw new PolicyError({
          code: 'NOT_FOUND',
          message: `There is no published version with the id ${JSON.stringify(id)}; only what was published has a record to export.`,
        })
      }

      const { trees } = recordTablesOf({ context, payload })
      const query = await queryFor(req)
      const ofVersion = {
        condition: 't.version_id = $1 order by t.id',
        query,
        values: [version.id],
      }
      const timeline = await loadPublishedVersions({ context, policy: policy.id, req })
      const before = predecessorOf({
        effectiveAt: String(version.effectiveAt),
        versions: timeline,
      })
      const predecessor = before && (await loadStoredVersion({ id: before.id, context, req }))
      const [row] = await readStoredRows({
        ...isAmong({ ids: [version.id], tree: trees.version }),
        query,
        tree: trees.version,
      })

      return {
        events: (
          await readStoredRows({
            condition: 't.policy_id = $1 order by t.sequence',
            query,
            tree: trees.event,
            values: [policy.id],
          })
        ).map(eventOf),
        exportedAt: (await present({ context, req })).toISOString(),
        format: 1,
        notices: await readStoredRows({ ...ofVersion, tree: trees.notice }),
        policy: { id: policy.id, slug: policy.slug },
        predecessor: predecessor?.snapshot
          ? { fingerprint: String(predecessor.fingerprint), label: predecessor.label }
          : null,
        redlines: redlinesOf({
          from: predecessor?.snapshot as Snapshot | null | undefined,
          to: version.snapshot as Snapshot,
        }),
        reviews: await readStoredRows({ ...ofVersion, tree: trees.review }),
        snapshot: version.snapshot as Snapshot,
        version: {
          id: version.id,
          fingerprint: String(version.fingerprint),
          label: version.label,
          withdrawnAt: (version.withdrawnAt as null | string | undefined) ?? null,
        },
        versionRow: { ...row!, columns: { ...row!.columns, snapshot: null } },
      }
    },
  })

/** The changes in each language that both texts have. */
const redlinesOf = ({
  from,
  to,
}: {
  from: null | Snapshot | undefined
  to: Snapshot
}): Evidence['redlines'] =>
  Object.fromEntries(
    Object.entries(to.renditions).flatMap(([language, { body }]) => {
      const earlier = from?.renditions[language]
      return earlier
        ? [
            [
              language,
              compareTexts({
                from: { body: earlier.body, title: from.summaries[language]?.title ?? '' },
                to: { body, title: to.summaries[language]?.title ?? '' },
              }),
            ],
          ]
        : []
    }),
  )
