import type { Invariant } from './invariant.js'

import { approversOf } from './approvals.js'
import { eventInvariants } from './eventInvariants.js'
import { heldByDatabase } from './heldByDatabase.js'
import { noticeInvariants } from './noticeInvariants.js'
import { promiseInvariants } from './promiseInvariants.js'
import { publishedOf } from './readRecord.js'

/** What holds of every record that the product has written, for a host that requires some approvals. */
export const everyInvariant = (requiredApprovals: number) =>
  ({
    ...heldByDatabase,
    ...eventInvariants,
    ...noticeInvariants,
    ...promiseInvariants,
    'as many people approved as must': (rows) =>
      publishedOf(rows).flatMap((version) =>
        approversOf({ rows, scope: 'text', version }).length >= requiredApprovals
          ? []
          : `version ${version.label}`,
      ),
  }) satisfies Record<string, Invariant>
