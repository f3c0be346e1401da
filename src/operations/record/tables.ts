import type { Payload } from 'payload'

import type { RecordedKind } from '../../domain/record/seal.js'
import type { PolicyContext } from '../../options.js'

import { tablesOf } from '../../database/connection.js'
import { type TableTree, tableTreeOf } from '../../database/tableTree.js'

/** Where the record lies, with the child tables that a host's own fields make. */
export const recordTablesOf = ({
  context: { slugs },
  payload,
}: {
  context: PolicyContext
  payload: Payload
}) => {
  const trees: Record<'event' | RecordedKind, TableTree> = {
    event: tableTreeOf({ payload, slug: slugs.events }),
    notice: tableTreeOf({ payload, slug: slugs.notices }),
    review: tableTreeOf({ payload, slug: slugs.reviews }),
    version: tableTreeOf({ payload, slug: slugs.versions }),
  }

  return { tables: tablesOf({ payload, slugs }), trees }
}

export type RecordTables = ReturnType<typeof recordTablesOf>
