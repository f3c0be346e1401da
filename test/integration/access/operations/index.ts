import type { Row } from '../accessTable.js'
import type { Operation, Operations } from './operation.js'

import { factsOf } from '../collections.js'
import { get, ofPolicies } from './ofPolicies.js'
import { ofVersions } from './ofVersions.js'
import { reads } from './reads.js'
import { writes } from './writes.js'

/** The operation of a line of the table. @throws Error where there is none of that name. */
export const operationOf = ({
  collection,
  operation,
}: Pick<Row, 'collection' | 'operation'>): Operation => {
  const facts = factsOf(collection)
  const operations: Partial<Operations> = {
    ...reads(facts),
    ...writes(facts),
    ...(collection === 'policies' && ofPolicies(facts)),
    ...(collection === 'policy-versions' && ofVersions(facts)),
    ...(collection === 'policy-notices' && {
      activeNotices: get(() => '/policy-notices/active'),
    }),
  }
  const found = operations[operation]

  if (!found) {
    throw new Error(`There is no operation ${operation} of ${collection}.`)
  }
  return found
}
